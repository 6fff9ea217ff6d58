/** Whoever is left alone, and everything that can be done to a customer: each act says no in words, and nothing of her is written. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeContact, personLeft } from '#customers'
import { newId } from '#database'
import {
  answerInquiry,
  assignInquiry,
  closeInquiry,
  enterInquiry,
  noteOnInquiry,
  receiveInquiry,
  reopenInquiry,
} from '#inquiries'
import { sendLater } from '#mail'
import { sampleController } from '#merchant'
import { deliverOrder } from '#orders'
import { isLeftAlone, type Subject } from '#purposes'
import { acceptQuote, declineQuote, draftQuote, reviseQuote, saveDraft, sendQuote, withdrawQuote } from '#quotes'
import { refused } from '#refusal'
import { claimantAt, recordedSince } from '#rights'
import { letIn, sendSignInLink } from '#staff'
import { publishIfChanged } from '#statement'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { sendNow } from '../web/send-now.ts'
import { cups, kariOfFjordbris, monday as now, sentQuote, staffId, website, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
  await publishIfChanged(house.owner, now)
})
afterAll(() => house.close())

type Kari = Subject & {
  readonly inquiry: string
  readonly quote: string
  readonly token: string
  readonly hash: string
  readonly order: string
}
type Act = (kari: Kari) => Promise<unknown>

const origin = { source: 'staff_entry_from_conversation', channel: 'phone', actor: 'staff' } as const
const asked = { kind: 'question', body: 'Hva koster hundre handlenett?', items: [], language: 'nb', website } as const
const key = ({ accountId, inquiry: id }: Kari) => ({ accountId, id })
const draft = ({ accountId, quote: quoteId }: Kari) => ({ accountId, quoteId, staffId })

/** Every act that writes about a customer for a purpose that a restriction stops, as a page calls it; and what it answers. */
const acts: Record<string, { readonly act: Act; readonly says: string }> = {
  changeContact: {
    act: (kari) =>
      changeContact(house.for('administer'), now, { ...kari, field: 'phone', value: '+47 912 34 567', version: 1, origin }),
    says: 'left alone',
  },
  personLeft: {
    act: (kari) => personLeft(house.for('administer'), now, { ...kari, leftOn: '2026-11-20', version: 1 }),
    says: 'left alone',
  },
  receiveInquiry: {
    act: (kari) =>
      receiveInquiry(house.for('deliver'), now, { ...asked, channel: 'web', email: 'kari@fjordbris.example', from: kari }),
    says: 'left alone',
  },
  enterInquiry: {
    act: (kari) =>
      enterInquiry(house.for('deliver'), now, { ...asked, channel: 'phone', contact: {}, from: kari, staffUserId: staffId }),
    says: 'no such customer',
  },
  answerInquiry: {
    act: (kari) =>
      answerInquiry(house.for('case_documentation'), now, { ...key(kari), text: 'Ja.', staffUserId: staffId, website }),
    says: 'no such inquiry',
  },
  noteOnInquiry: {
    act: (kari) =>
      noteOnInquiry(house.for('case_documentation'), now, { ...key(kari), text: 'Ring henne.', staffUserId: staffId }),
    says: 'no such inquiry',
  },
  assignInquiry: {
    act: (kari) => assignInquiry(house.for('case_documentation'), now, { ...key(kari), ownerUserId: staffId }),
    says: 'no such inquiry',
  },
  closeInquiry: {
    act: (kari) => closeInquiry(house.for('case_documentation'), now, { ...key(kari), outcome: 'answered' }),
    says: 'no such inquiry',
  },
  reopenInquiry: { act: (kari) => reopenInquiry(house.for('case_documentation'), now, key(kari)), says: 'no such inquiry' },
  draftQuote: { act: (kari) => draftQuote(house.for('deliver'), now, { ...kari, staffId }), says: 'the page of 409' },
  saveDraft: {
    act: (kari) =>
      saveDraft(house.for('deliver'), now, {
        ...draft(kari),
        lines: [cups],
        intro: '',
        validUntil: '2026-12-23',
        deliveryDays: 5,
        version: 0,
      }),
    says: 'not found',
  },
  reviseQuote: { act: (kari) => reviseQuote(house.for('deliver'), now, draft(kari)), says: 'not found' },
  sendQuote: { act: (kari) => sendQuote(house.for('deliver'), now, { ...draft(kari), website }), says: 'not found' },
  withdrawQuote: { act: (kari) => withdrawQuote(house.for('deliver'), now, draft(kari)), says: 'not found' },
  acceptQuote: {
    act: ({ token, hash }) =>
      acceptQuote(house.for('deliver'), now, {
        token,
        contentHash: hash,
        purchaseOrderNumber: null,
        deliveryAddress: null,
        via: 'link',
      }),
    says: 'no such link',
  },
  declineQuote: { act: ({ token }) => declineQuote(house.for('deliver'), now, token), says: 'no such link' },
  deliverOrder: {
    act: ({ accountId, order: orderId }) => deliverOrder(house.for('deliver'), now, { accountId, orderId, deliveredAt: now }),
    says: 'not found',
  },
}

/** They write about nobody who is there already: a new customer, the company, the catalogue, a word list, a sample of closed cases. */
const aboutNobodyKnown = ['registerCustomer', 'changeCompany', 'saveProduct', 'drawSample', 'checkSample']

it('tries every act of the trade that takes such a purpose, by name', () => {
  const purposes = 'deliver|administer|case_documentation|marketing|tailor|survey|web_function'
  const act = new RegExp(`^export (?:async )?function (\\w+)\\(\\s*db: (?:For<'(?:${purposes})'>|Tx),\\s*now: Date`, 'gm')
  const src = join(import.meta.dirname, '..')
  const files = globSync('business/{customers,inquiries,quotes,orders,catalogue,relationship}/*.ts', { cwd: src })
  const reads = ['quoteByLink', 'noteViewed', 'quoteFacts', 'quoteForDesk', 'quoteList', 'quotesWaiting']
  const found = files.flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(act)].map(([, name]) => name!))
  expect(found.filter((name) => !reads.includes(name)).toSorted()).toEqual([...Object.keys(acts), ...aboutNobodyKnown].toSorted())
})

describe.each(Object.entries(acts))('%s, about whoever has restricted everything', (_, { act, says }) => {
  it(`answers “${says}” and writes nothing of hers`, async () => {
    const kari = await restrictedKari()
    const before = await everythingOf(kari)
    const answer = await act(kari).catch((error: unknown) => {
      if (isLeftAlone(error)) return { refused: 'the page of 409' }
      throw error
    })
    expect(refused(answer) && answer.refused).toBe(says)
    expect(await everythingOf(kari)).toEqual(before)
    await lifted(kari)
    expect(refused(await act(kari)) && 'refused').not.toBe(says)
  })
})

it('writes her the letter that lets her in, and sends what the law had us write', async () => {
  const kari = await restrictedKari()
  const letter = {
    ...kari,
    email: 'kari@fjordbris.example',
    link: `${website}/logg-inn/x`,
    language: 'nb',
    merchant: sampleController,
  } as const
  const written = house.for('security').transaction()
  expect(await written.execute((tx) => sendSignInLink(tx, now, letter))).toHaveProperty('id')
  const law = { ...kari, kind: 'breach', purpose: 'legal_obligation', to: letter.email, subject: 'Avvik', body: 'x' }
  const { id } = await house
    .for('legal_obligation')
    .transaction()
    .execute((tx) => sendLater(tx, now, law))
  await house.owner.updateTable('core.mail').set({ failure: 'no mail server' }).where('id', '=', id).execute()
  expect(await sendNow(house.for('administer'), { id })).toBe(1)
})

it('lets her in without noting when, so that she can lift it', async () => {
  const kari = await restrictedKari()
  const user = { id: `user-${kari.personId}`, email: `${kari.personId}@fjordbris.example` }
  await house.owner.updateTable('core.person').set({ email: user.email }).where('id', '=', kari.personId).execute()
  await sql`insert into auth."user" (id, name, email, "emailVerified") values (${user.id}, 'Kari', ${user.email}, true)`.execute(
    house.owner,
  )
  const doors = { legal: house.for('legal_obligation'), administer: house.for('administer'), security: house.for('security') }
  expect(await letIn(doors, new Date('2026-11-24T10:00:00Z'), user)).toMatchObject({
    accountId: kari.accountId,
    personId: kari.personId,
  })
  const seen = house.owner.selectFrom('core.person').select('last_active_at').where('id', '=', kari.personId)
  expect((await seen.executeTakeFirstOrThrow()).last_active_at).toEqual(now)
})

it('takes a question of hers without signing in as a new one, of which those who answer claims alone see whose it is', async () => {
  const kari = await restrictedKari()
  const email = `${kari.personId}@fjordbris.example`
  await house.owner.updateTable('core.person').set({ email, registered_at: now }).where('id', '=', kari.personId).execute()
  const before = await everythingOf(kari)
  const filed = await receiveInquiry(house.for('deliver'), new Date('2026-11-24T10:00:00Z'), { ...asked, channel: 'web', email })
  if (refused(filed)) throw new Error(filed.refused)
  expect(await everythingOf(kari)).toEqual(before)
  const { rows } = await sql<{
    account_id: string
    email: string
    first_name: string | null
    phone: string | null
  }>`select i.account_id, p.email, p.first_name, p.phone from inquiry i join person p on (p.account_id, p.id) = (i.account_id, i.person_id)
    where i.id = ${filed.id}`.execute(house.for('case_documentation'))
  expect(rows).toMatchObject([{ email, first_name: null, phone: null }])
  expect(rows[0]!.account_id).not.toBe(kari.accountId)
  const legal = house.for('legal_obligation')
  expect(await recordedSince(legal, kari)).toMatchObject([{ accountId: rows[0]!.account_id, registered: false }])
  // What she claims by mail is about what she registered, not about the question alone.
  expect((await claimantAt(legal, email)).subject).toEqual({ accountId: kari.accountId, personId: kari.personId })
})

async function restrictedKari(): Promise<Kari> {
  const kari = await kariOfFjordbris(house)
  const filed = await receiveInquiry(house.for('deliver'), now, {
    ...asked,
    channel: 'web',
    email: 'kari@fjordbris.example',
    from: kari,
  })
  if (refused(filed)) throw new Error(filed.refused)
  const quote = await sentQuote(house, kari)
  const { content_hash: hash } = await house.owner
    .selectFrom('core.quote_version')
    .select('content_hash')
    .where('quote_id', '=', quote.id)
    .executeTakeFirstOrThrow()
  const order = newId(now)
  await house.owner
    .insertInto('core.sales_order')
    .values({
      account_id: kari.accountId,
      id: order,
      number: `O-${order}`,
      person_id: kari.personId,
      source: 'quote',
      net: 100n,
      vat: 25n,
      gross: 125n,
      confirmed_at: now,
    })
    .execute()
  await house.owner
    .insertInto('core.restriction')
    .values({ account_id: kari.accountId, id: newId(now), person_id: kari.personId, ground: 'unlawful_keep', restricted_at: now })
    .execute()
  return { ...kari, inquiry: filed.id, quote: quote.id, token: quote.token, hash, order }
}

async function lifted({ personId }: Kari): Promise<void> {
  await house.owner.updateTable('core.restriction').set({ lifted_at: now }).where('person_id', '=', personId).execute()
}

/** All rows of hers that say anything, in every table, and the letters of her company. */
async function everythingOf({ accountId }: Kari): Promise<Record<string, unknown>> {
  const tables = inventory.filter(({ scope, table }) => scope === 'account' && !table.startsWith('archive.'))
  const found = await Promise.all(
    tables.map(async ({ table }) => {
      const { rows } = await sql<{
        rows: string
      }>`select coalesce(string_agg(t::text, ' ' order by t::text), '') as rows from ${sql.table(table)} t where account_id = ${accountId}`.execute(
        house.owner,
      )
      return [table, rows[0]!.rows] as const
    }),
  )
  return Object.fromEntries(found)
}
