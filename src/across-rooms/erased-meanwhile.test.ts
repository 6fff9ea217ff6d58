import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suppressionKey } from '#consent'
import { changeContactIn, notedReading } from '#customers'
import { receiveInquiry } from '#inquiries'
import { ledgerIn } from '#ledger'
import { sampleController } from '#merchant'
import { actingAs, asPerson, type Purposes, type Subject } from '#purposes'
import { acceptQuote, quoteByLink } from '#quotes'
import { refused } from '#refusal'
import {
  demandRestriction,
  demandStop,
  erasePerson,
  eraseUnlessKept,
  giveAccess,
  liftOwn,
  noteRectified,
  objectToMarketing,
  ownRestrictions,
  takeAlong,
  takeBackConsent,
} from '#rights'
import { letIn } from '#staff'
import { publishIfChanged } from '#statement'
import { inventory, oneAfterTheOther, openTestHouse, told, type TestHouse } from '#testing'
import { kariOfFjordbris, monday as now, sentQuote, website, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
let dataDir: string
beforeAll(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'erased-meanwhile-'))
  await withMerchant(house)
  await publishIfChanged(house.owner, now)
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Kari = Subject & { readonly token: string }
type Act = (purposes: Pick<Purposes, 'for'>, kari: Kari) => Promise<unknown>

/** What she does in another window, and what she is told when the erasure was first. */
const acts: Record<string, { readonly act: Act; readonly tooLate: unknown }> = {
  'asks us something': { act: asks, tooLate: { refused: 'no longer here', field: 'body' } },
  'accepts our quote': { act: accepts, tooLate: { refused: 'no such link' } },
  'corrects her telephone number': { act: corrects, tooLate: 410 },
  'restricts what we do': { act: restricts, tooLate: 410 },
  'says no to marketing': { act: objects, tooLate: 410 },
  'takes her consents back': { act: withdraws, tooLate: 410 },
  'asks for a copy': { act: copies, tooLate: 410 },
  'takes along what she gave us': { act: takes, tooLate: 410 },
  'objects to what we do': { act: demandsStop, tooLate: 410 },
  'signs in': { act: signsIn, tooLate: undefined },
  // Whoever looked did so before; the line would have gone with her.
  'is looked up by staff': { act: isLookedUp, tooLate: undefined },
  // What a law keeps is told to the second as well; there was nothing more to erase.
  'erases herself as well': {
    act: erases,
    tooLate: {
      steps: [
        { table: 'core.consent', erased: 0 },
        { table: 'core.instruction_subject', erased: 0 },
      ],
    },
  },
}

describe.each(Object.entries(acts))('whoever %s while they are being erased', (_, { act, tooLate }) => {
  it('has it done and erased with them when it was first', async () => {
    const kari = await customer()
    const { answer, second } = await both(kari, act, erases)
    expect(tooLate === undefined ? answer : refused(answer)).not.toBe(tooLate ?? true)
    expect(await left(kari)).toEqual([])
    expect(second).toHaveProperty('receipt')
  })

  it('is told so when the erasure was first, and leaves nothing of nobody', async () => {
    const kari = await customer()
    const { answer, second } = await both(kari, erases, act)
    expect(answer).toHaveProperty('receipt')
    if (typeof tooLate === 'object' && tooLate !== null) expect(second).toMatchObject(tooLate)
    else expect(second).toBe(tooLate)
    expect(await left(kari)).toEqual([])
  })
})

describe('two rights that contradict each other, at once', () => {
  const erasesUnlessKept: Act = (purposes, kari) =>
    eraseUnlessKept(purposes.for('rights_handling'), now, kari, {
      inventory,
      channel: 'my_page',
      ledger: ledgerIn(dataDir),
      folder: dataDir,
    })

  it('keep everything of hers when the demand to keep it was first, until she is asked which', async () => {
    const kari = await customer()
    const before = await left(kari)
    const { answer, second } = await both(kari, restricts, erasesUnlessKept)
    expect(answer).toHaveProperty('receipt')
    expect(second).toEqual({ refused: 'restricted for a claim' })
    expect(await left(kari)).toEqual(expect.arrayContaining(before))
    expect(before).toEqual(expect.arrayContaining(['core.person', 'core.quote']))
    expect((await house.owner.selectFrom('core.restriction').select('person_id').execute()).at(-1)).toEqual({
      person_id: kari.personId,
    })
    expect(await told(erases(house, kari))).toHaveProperty('receipt')
    expect(await left(kari)).toEqual([])
  })

  it('leave nothing of hers when the erasure was first', async () => {
    const kari = await customer()
    const { answer, second } = await both(kari, erasesUnlessKept, restricts)
    expect([answer, second]).toEqual([expect.objectContaining({ receipt: expect.any(String) }), 410])
    expect(await left(kari)).toEqual([])
  })

  it('lift a restriction once, though she and the night do it at once', async () => {
    const kari = await customer()
    const hands = ({ for: handle }: Pick<Purposes, 'for'>) => ({
      legal: handle('legal_obligation'),
      rights: handle('rights_handling'),
    })
    await restricts(house, kari)
    const [own] = await asPerson(house.for('rights_handling'), kari, ownRestrictions)
    const lifts: Act = (purposes, { personId, accountId }) =>
      liftOwn(hands(purposes), now, { personId, accountId }, own!.id, ledgerIn(dataDir))
    const { answer, second } = await both(kari, lifts, lifts)
    expect([answer, second]).toEqual([{ receipt: expect.any(String) }, { refused: 'not restricted' }])
    const lifted = await house.owner
      .selectFrom('core.rights_event')
      .select('id')
      .where('what', '=', 'restriction lifted')
      .execute()
    expect(lifted).toHaveLength(1)
  })
})

function both(kari: Kari, first: Act, last: Act) {
  return oneAfterTheOther(
    house,
    (purposes) => first(purposes, kari),
    (purposes) => last(purposes, kari),
  )
}

async function customer(): Promise<Kari> {
  const kari = await kariOfFjordbris(house)
  await house.owner
    .insertInto('core.consent')
    .values({
      account_id: kari.accountId,
      id: crypto.randomUUID(),
      person_id: kari.personId,
      purpose: 'survey',
      channel: 'email',
      text_shown: 'Ja',
      text_hash: 'x',
      language: 'nb',
      statement_revision: 1,
      source: 'own_page',
      mechanism: 'box',
      given_at: now,
      confirmed_at: now,
    })
    .execute()
  const { token } = await sentQuote(house, kari)
  return { ...kari, token }
}

/** Where she stands still, but for what a law keeps. */
async function left({ personId }: Kari): Promise<string[]> {
  const words = [personId, 'kari@fjordbris.example']
  const { rows } = await sql<{
    table: string
  }>`select distinct "table" from house.residue(${words.join('|')}, ${[personId]}::uuid[],
    ${words}::text[], '{}') where "rows" > 0`.execute(house.owner)
  const kept = inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table as string)
  return rows.map(({ table }) => table).filter((table) => !kept.includes(table))
}

function asks(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const asked = {
    kind: 'question',
    channel: 'web',
    body: 'Hva koster hundre handlenett?',
    items: [],
    language: 'nb',
    website,
  } as const
  return receiveInquiry(purposes.for('deliver'), now, { ...asked, email: 'kari@fjordbris.example', from: kari })
}

async function accepts(purposes: Pick<Purposes, 'for'>, { token }: Kari) {
  const quote = await quoteByLink(house.for('deliver'), now, token)
  return acceptQuote(purposes.for('deliver'), now, {
    token,
    contentHash: quote!.paper.contentHash,
    purchaseOrderNumber: null,
    deliveryAddress: null,
    via: 'link',
  })
}

function corrects(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  return actingAs(purposes.for('rights_handling'), kari, async (tx) => {
    const origin = { source: 'self_voluntary', channel: 'my_page', actor: 'person' } as const
    const changed = await changeContactIn(tx, now, { ...kari, field: 'phone', value: '+47 912 34 567', version: 1, origin })
    return refused(changed) ? changed : noteRectified(tx, now, kari, { field: 'phone', was: changed.before })
  })
}

function takes(purposes: Pick<Purposes, 'for'>, { accountId, personId }: Kari) {
  return takeAlong(purposes.for('rights_handling'), now, { accountId, personId }, { inventory, language: 'nb' })
}

function demandsStop(purposes: Pick<Purposes, 'for'>, { accountId, personId }: Kari) {
  const hands = { legal: purposes.for('legal_obligation'), rights: purposes.for('rights_handling') }
  return demandStop(hands, now, { accountId, personId }, { text: 'Dere ringer sjefen min', language: 'nb' }, office())
}

function restricts(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const demanded = { ground: 'unlawful_keep', scope: {}, text: '', language: 'nb' } as const
  return demandRestriction(
    { legal: purposes.for('legal_obligation'), rights: purposes.for('rights_handling') },
    now,
    kari,
    demanded,
    office(),
  )
}

function objects(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const { suppressionKey: key, ledger } = office()
  const objection = { scope: 'marketing', channel: 'my_page', suppressionKey: key, ledger } as const
  return objectToMarketing(purposes.for('rights_handling'), now, kari, objection)
}

function withdraws(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  return takeBackConsent(purposes.for('rights_handling'), now, kari, { language: 'nb' }, office())
}

function copies(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const asked = { inventory, controller: sampleController, language: 'nb' } as const
  return giveAccess(purposes.for('rights_handling'), now, kari, asked)
}

/** The link has been used, and the accounts know her already. */
async function signsIn(purposes: Pick<Purposes, 'for'>, { personId }: Kari) {
  const user = { id: `user-${personId}`, email: 'kari@fjordbris.example' }
  await sql`insert into auth."user" (id, name, email, "emailVerified") values (${user.id}, 'Kari', ${user.email}, true)`.execute(
    house.owner,
  )
  return letIn(
    { legal: purposes.for('legal_obligation'), administer: purposes.for('administer'), security: purposes.for('security') },
    now,
    user,
  )
}

function isLookedUp(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const look = {
    ...kari,
    staff: { userId: 'siv', role: 'salesperson' },
    purpose: 'administer',
    subject: 'customer card',
  } as const
  return purposes
    .for('administer')
    .transaction()
    .execute((tx) => notedReading(tx, now, look))
}

function erases(purposes: Pick<Purposes, 'for'>, kari: Kari) {
  const order = { inventory, channel: 'my_page', ledger: ledgerIn(dataDir), folder: dataDir } as const
  return erasePerson(purposes.for('rights_handling'), now, kari, order)
}

function office() {
  const place = { suppressionKey: suppressionKey(dataDir), ledger: ledgerIn(dataDir), folder: dataDir }
  return { inventory, controller: sampleController, website, foot: { nb: '', en: '' }, ...place }
}
