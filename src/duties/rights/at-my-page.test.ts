import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { writeNotice } from '#disclosure'
import { runWaitingJobs, type Task } from '#jobs'
import { readLedger } from '#ledger'
import type { RestrictedPart } from '#processors'
import { asPerson } from '#purposes'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { claimantAt } from './claimant-at.ts'
import { demandRestriction, type Demanded } from './demand-restriction.ts'
import { demandStop } from './demand-stop.ts'
import { erasePerson } from './erase-person.ts'
import { liftOwn, ownRestrictions } from './lift.ts'
import { ownDocuments, paperKind } from './own-documents.ts'
import { alsoInUse, samePerson } from './same-person.ts'
import { partWords } from './part-words.ts'
import { takeAlong } from './take-along.ts'
import { takeBackConsent } from './take-back-consent.ts'

const now = new Date('2026-11-23T10:00:00Z')
const dataDir = mkdtempSync(join(tmpdir(), 'at-my-page-'))
const office = sampleOffice(dataDir)
let house: TestHouse
let kari: Planted
let ola: Planted
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  const tables = sql.raw('core.rights_case, core.restriction, core.objection, core.mail, core.consent, core.set_aside, core.hold')
  await sql`truncate ${tables}, core.person, core.account cascade`.execute(house.owner)
  await sql`truncate core.inquiry, core.quote, core.sales_order cascade`.execute(house.owner)
  kari = await plantPerson(house.owner, now, inventory)
  ola = await plantPerson(house.owner, now, inventory)
  await sql`truncate ${tables} cascade`.execute(house.owner)
})

const rights = () => house.for('rights_handling')
const hands = () => ({ legal: house.for('legal_obligation'), rights: rights() })
const wholly: Demanded = { ground: 'needed_by_subject_for_claim', scope: {}, text: '', language: 'nb' }
const demand = (differs: Partial<Demanded>) => demandRestriction(hands(), now, kari, { ...wholly, ...differs }, office)
const cases = () =>
  house.owner.selectFrom('core.rights_case').select(['kind', 'channel', 'identity', 'closed_at', 'person_id']).execute()
const contact = (who: Planted) =>
  house
    .for('deliver')
    .selectFrom('person')
    .select(['email', 'phone', 'first_name'])
    .where('id', '=', who.personId)
    .executeTakeFirst()
const letters = () => house.owner.selectFrom('core.mail').select(['kind', 'to_address', 'body']).execute()
const noticing: Task<null> = {
  name: 'disclosure-notice',
  says: { nb: 'skriver', en: 'writes' },
  run: (_, notice) => writeNotice(house.for('legal_obligation'), now, notice, () => '--\nNTC'),
}
/** What those outside were written, when the job that writes has run. */
const noticed = async () => {
  await runWaitingJobs(house.url, [noticing], null)
  return (await letters())
    .filter(({ kind }) => kind === 'disclosure notice')
    .map(({ to_address, body }) => ({ to_address, body }))
}

it('restricts everything before the answer is shown, and answers itself where there is nothing to decide', async () => {
  expect(await demand({})).toMatchObject({ answered: true, number: expect.stringMatching(/^K-2026-/) })
  expect(await contact(kari)).toBeUndefined()
  expect(await contact(ola)).toBeDefined()
  expect(await cases()).toEqual([
    { kind: 'restriction', channel: 'my_page', identity: 'session', closed_at: now, person_id: kari.personId },
  ])
  const [letter] = await letters()
  expect(letter).toMatchObject({ kind: 'claim answered', to_address: kari.email })
  expect(letter!.body).toContain('datatilsynet.no')
  expect(await demand({})).toMatchObject({ refused: 'restricted already' })
  expect(readLedger(dataDir).at(-1)).toMatchObject({ what: 'restriction', personId: kari.personId })
})

it('keeps the case open where somebody must look at what is wrong, and wants to know what that is', async () => {
  expect(await demand({ ground: 'accuracy_contested' })).toMatchObject({ refused: 'say what is wrong' })
  expect(await cases()).toEqual([])
  const answer = await demand({ ground: 'accuracy_contested', text: 'Telefonen er feil', scope: { fields: ['phone'] } })
  expect(answer).toMatchObject({ answered: false, dueOn: '2026-12-23' })
  expect((await cases()).map(({ closed_at }) => closed_at)).toEqual([null])
  expect((await letters()).map(({ kind }) => kind)).toEqual(['claim received'])
})

it('leaves one value alone and nothing else, for whoever asks, and puts it back as it was', async () => {
  const before = await contact(kari)
  await demand({ scope: { fields: ['phone', 'email'] } })
  expect(await contact(kari)).toEqual({ ...before, phone: null, email: null })
  expect((await contact(ola))!.email).toBe(ola.email)
  const [own] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, own!.id, office.ledger)
  expect(await contact(kari)).toEqual(before)
  expect(await house.owner.selectFrom('core.set_aside').selectAll().execute()).toEqual([])
})

it('does not bring back a value that was corrected while it lay, nor one that another restriction holds', async () => {
  await demand({ scope: { fields: ['phone'] } })
  await demand({ scope: { fields: ['phone', 'job_title'] }, ground: 'unlawful_keep' })
  const [first, second] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, first!.id, office.ledger)
  expect((await contact(kari))!.phone).toBeNull()
  await house.owner.updateTable('core.person').set({ phone: '+47 90 00 00 01' }).where('id', '=', kari.personId).execute()
  await liftOwn(hands(), now, kari, second!.id, office.ledger)
  expect((await contact(kari))!.phone).toBe('+47 90 00 00 01')
})

it('sets the same value aside where it stands on a sole proprietor’s firm, but not from an invoice, and puts it back as it was', async () => {
  const colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
  await sql`truncate core.rights_case, core.restriction, core.objection, core.hold cascade`.execute(house.owner)
  await sql`update core.person set last_name = case when id = ${kari.personId} then 'Solberg' else 'Hansen' end,
    company_address = 'Strandgaten 1', invoice_address = null where account_id = ${kari.accountId}`.execute(house.owner)
  await sql`update core.account set organisation_form = 'ENK', kind = 'customer', name = 'Solbergs Keramikk', company_address = 'strandgaten 1',
    invoice_address = 'Postboks 2', invoice_email = ${kari.email} where account_id = ${kari.accountId}`.execute(house.owner)
  const columns = ['name', 'company_address', 'invoice_address', 'invoice_email'] as const
  const firm = async (purpose: 'deliver' | 'administer' | 'case_documentation' | 'marketing' | 'invoice') =>
    Object.values(
      (await house
        .for(purpose as 'deliver')
        .selectFrom('account')
        .select(columns)
        .where('account_id', '=', kari.accountId)
        .executeTakeFirst()) ?? {},
    )
  const whole = ['Solbergs Keramikk', 'strandgaten 1', 'Postboks 2', kari.email]
  expect(await firm('deliver')).toEqual(whole)
  // Whoever only works there restricts their own, and nothing of the owner's.
  await demandRestriction(hands(), now, colleague, { ...wholly, scope: { fields: ['last_name', 'company_address'] } }, office)
  expect(await firm('deliver')).toEqual(whole)

  await demand({ scope: { fields: ['last_name', 'company_address'] } })
  for (const purpose of ['deliver', 'administer', 'case_documentation'] as const)
    expect(await firm(purpose)).toEqual([null, null, 'Postboks 2', kari.email])
  expect(await firm('invoice')).toEqual(whole)
  const typed = sql`update core.account set name = 'Solbergs Keramikk' where account_id = ${kari.accountId}`
  await expect(typed.execute(house.for('administer'))).rejects.toMatchObject({ code: 'OH018' })
  await sql`update core.account set last_active_at = ${now} where account_id = ${kari.accountId}`.execute(house.for('administer'))

  await demand({ scope: { fields: ['first_name', 'email', 'invoice_address'] }, ground: 'unlawful_keep' })
  expect(await firm('deliver')).toEqual([null, null, null, null])
  const [names, rest] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, names!.id, office.ledger)
  expect(await firm('deliver')).toEqual(['Solbergs Keramikk', 'strandgaten 1', null, null])
  await liftOwn(hands(), now, kari, rest!.id, office.ledger)
  expect(await firm('deliver')).toEqual(whole)
})

it('keeps the firm’s name away while either name in it is restricted, and finds all of it to erase', async () => {
  await sql`update core.person set first_name = 'Ingrid', last_name = 'Solberg' where id = ${kari.personId}`.execute(house.owner)
  await sql`update core.account set organisation_form = 'ENK', kind = 'customer', name = 'Ingrid Solberg' where account_id = ${kari.accountId}`.execute(
    house.owner,
  )
  const name = async () =>
    (await house.for('deliver').selectFrom('account').select('name').where('account_id', '=', kari.accountId).executeTakeFirst())!
      .name
  await demand({ scope: { fields: ['last_name'] } })
  await demand({ scope: { fields: ['first_name'] }, ground: 'unlawful_keep' })
  const [last] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, last!.id, office.ledger)
  expect(await name()).toBeNull()
  await erasePerson(rights(), now, kari, { inventory, channel: 'my_page', folder: dataDir, ledger: office.ledger })
  expect(await house.owner.selectFrom('core.set_aside').selectAll().execute()).toEqual([])
  expect(await house.owner.selectFrom('core.account').select('name').where('account_id', '=', kari.accountId).execute()).toEqual([
    { name: null },
  ])
})

it('knows whoever set their address aside by it still, and erases all of them', async () => {
  await demand({ scope: { fields: ['email', 'first_name'] } })
  expect((await claimantAt(house.for('legal_obligation'), kari.email)).subject).toEqual({
    accountId: kari.accountId,
    personId: kari.personId,
  })
  expect(await samePerson(house.for('legal_obligation'), kari)).toEqual([])
  const erased = await erasePerson(rights(), now, kari, {
    inventory,
    channel: 'my_page',
    folder: dataDir,
    ledger: office.ledger,
  })
  expect(erased.residue.left).toEqual([])
  expect(await house.owner.selectFrom('core.set_aside').selectAll().execute()).toEqual([])
  expect(await contact(ola)).toBeDefined()
})

it('leaves one paper alone with all that hangs on it, and no other', async () => {
  const papers = await asPerson(rights(), kari, (tx) => ownDocuments(tx))
  expect(papers.map(({ table }) => table).toSorted()).toEqual(['core.inquiry', 'core.quote', 'core.sales_order'])
  const inquiry = papers.find(({ table }) => table === 'core.inquiry')!
  await demand({ scope: { document: inquiry.id } })
  const seen = async (view: 'inquiry' | 'inquiry_message' | 'quote' | 'sales_order') =>
    (await house.for('deliver').selectFrom(view).select('account_id').execute()).map(({ account_id }) =>
      account_id === kari.accountId ? 'kari' : 'ola',
    )
  expect(await seen('inquiry')).toEqual(['ola'])
  expect(await seen('inquiry_message')).toEqual(['ola'])
  expect((await seen('quote')).toSorted()).toEqual(['kari', 'ola'])
  expect((await seen('sales_order')).toSorted()).toEqual(['kari', 'ola'])
  expect(await contact(kari)).toBeDefined()
})

it('restricts nothing that is not theirs or is no field of ours', async () => {
  const [others] = await asPerson(rights(), ola, (tx) => ownDocuments(tx))
  expect(await demand({ scope: { document: others!.id } })).toMatchObject({ refused: 'nothing of yours' })
  expect(await demand({ scope: { fields: ['version'] } })).toMatchObject({ refused: 'nothing of yours' })
  expect(await demand({ scope: { category: 'contact' as never } })).toMatchObject({ refused: 'nothing of yours' })
  expect(await liftOwn(hands(), now, kari, others!.id, office.ledger)).toMatchObject({ refused: 'not restricted' })
  expect(await cases()).toEqual([])
})

it('stops what is objected to, weighs afterwards, and takes the objection back with the restriction', async () => {
  expect(await demandStop(hands(), now, kari, { text: '', language: 'nb' }, office)).toMatchObject({
    refused: 'say what you object to',
  })
  await demandStop(hands(), now, kari, { text: 'Dere ringer sjefen min', language: 'nb' }, office)
  expect(await contact(kari)).toBeUndefined()
  expect((await cases()).map(({ kind, closed_at }) => [kind, closed_at])).toEqual([['objection', null]])
  const [own] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, own!.id, office.ledger)
  expect(await contact(kari)).toBeDefined()
  expect((await cases()).map(({ closed_at }) => closed_at)).toEqual([now])
  const objections = await house.owner.selectFrom('core.objection').select('lifted_at').execute()
  expect(objections).toEqual([{ lifted_at: now }])
})

/** Kari once more, in a firm of her own, and somebody else at that firm. */
async function elsewhere(): Promise<{ again: Planted; colleague: Planted }> {
  const again = await plantPerson(house.owner, now, inventory)
  const colleague = await plantPerson(house.owner, now, inventory, again.accountId)
  await sql`update core.person o set email = k.email, first_name = k.first_name, last_name = k.last_name from core.person k
    where o.id = ${again.personId} and k.id = ${kari.personId}`.execute(house.owner)
  await sql`truncate core.rights_case, core.restriction, core.objection, core.mail, core.hold cascade`.execute(house.owner)
  return { again, colleague }
}
const visible = async (...them: Planted[]) => {
  const seen = await house.for('deliver').selectFrom('person').select('id').execute()
  return them.map(({ personId }) => seen.some(({ id }) => id === personId))
}

it('restricts everything wherever the same person is recorded and nobody beside them, and lifts all of it from any of the records', async () => {
  const { again, colleague } = await elsewhere()
  await demand({})
  expect(await visible(kari, again, colleague, ola)).toEqual([false, false, true, true])
  expect(
    readLedger(dataDir)
      .slice(-2)
      .map((line) => line.what === 'restriction' && line.personId),
  ).toEqual([kari.personId, again.personId])
  expect(await demand({})).toMatchObject({ refused: 'restricted already' })
  expect(await demandRestriction(hands(), now, again, wholly, office)).toMatchObject({ refused: 'restricted already' })
  const [own] = await asPerson(rights(), again, ownRestrictions)
  expect(await liftOwn(hands(), now, again, own!.id, office.ledger)).toHaveProperty('receipt')
  expect(await visible(kari, again, colleague, ola)).toEqual([true, true, true, true])
  expect(await asPerson(rights(), kari, ownRestrictions)).toEqual([])
  const events = await house.owner.selectFrom('core.rights_event').select(['what', 'account_id']).orderBy('what').execute()
  expect(events.filter(({ what }) => what.startsWith('restrict'))).toEqual([
    { what: 'restricted', account_id: kari.accountId },
    { what: 'restriction lifted', account_id: kari.accountId },
  ])
})

it('covers a record that came later when it is demanded again, and leaves a value or a paper of one record to that record', async () => {
  await demand({})
  const { again } = await elsewhere()
  await demand({})
  expect(await visible(kari, again)).toEqual([false, false])
  for (const own of await asPerson(rights(), kari, ownRestrictions)) await liftOwn(hands(), now, kari, own.id, office.ledger)
  await demand({ scope: { fields: ['phone'] } })
  expect(await asPerson(rights(), again, ownRestrictions)).toEqual([])
})

it('leaves alone in every record what is objected to, until the objection is taken back', async () => {
  const { again, colleague } = await elsewhere()
  await demandStop(hands(), now, kari, { text: 'Dere ringer sjefen min', language: 'nb' }, office)
  expect(await visible(kari, again, colleague)).toEqual([false, false, true])
  const [own] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, own!.id, office.ledger)
  expect(await visible(kari, again, colleague)).toEqual([true, true, true])
  const standing = await house.owner.selectFrom('core.objection').select('id').where('lifted_at', 'is', null).execute()
  expect(standing).toEqual([])
})

it('takes back one consent or all of them, and pressing twice is once', async () => {
  for (const [who, purpose] of [
    [kari, 'marketing'],
    [kari, 'survey'],
    [ola, 'marketing'],
  ] as const)
    await sql`insert into core.consent values (${who.accountId}, gen_random_uuid(), ${who.personId}, ${purpose}, 'email', 'x', 'x', 'nb', 1, 'own_page', 'click', ${now}, ${now}, null)`.execute(
      house.owner,
    )
  const standing = async () =>
    (await house.owner.selectFrom('core.consent').select(['person_id', 'purpose']).where('withdrawn_at', 'is', null).execute())
      .map(({ person_id, purpose }) => `${person_id === kari.personId ? 'kari' : 'ola'} ${purpose}`)
      .toSorted()
  expect(await takeBackConsent(rights(), now, kari, { purpose: 'marketing', language: 'nb' }, office)).toMatchObject({
    consents: 1,
  })
  expect(await standing()).toEqual(['kari survey', 'ola marketing'])
  expect(await takeBackConsent(rights(), now, kari, { language: 'nb' }, office)).toMatchObject({ consents: 1 })
  expect(await takeBackConsent(rights(), now, kari, { language: 'nb' }, office)).toMatchObject({ consents: 0 })
  expect(await standing()).toEqual(['ola marketing'])
  const { again } = await elsewhere()
  await sql`truncate core.consent`.execute(house.owner)
  for (const who of [kari, again, ola])
    await sql`insert into core.consent values (${who.accountId}, gen_random_uuid(), ${who.personId}, 'marketing', 'email', 'x', 'x', 'nb', 1, 'own_page', 'click', ${now}, ${now}, null)`.execute(
      house.owner,
    )
  const alsoRecordedAs = await alsoInUse(house.for('legal_obligation'), kari)
  expect(await takeBackConsent(rights(), now, kari, { language: 'nb', alsoRecordedAs }, office)).toMatchObject({ consents: 2 })
  expect(await standing()).toEqual(['ola marketing'])
})

it('hands over what the person gave us at once, with a case that is answered by it', async () => {
  const { fileName, archive } = await takeAlong(rights(), now, kari, { inventory, language: 'nb' })
  expect(fileName).toMatch(/^ta-med-.*\.zip$/)
  expect(archive.length).toBeGreaterThan(500)
  expect(await cases()).toMatchObject([{ kind: 'portability', identity: 'session', closed_at: now }])
})

it('tells whoever it was disclosed to of restriction, lifting and erasure, without naming anybody', async () => {
  await sql`update core.disclosure_case set executed_at = ${now}, recalled_at = null, withheld_until = null,
    recipient_name = 'Flyt Transport AS', recipient_country = 'NO', recipient_mailbox = case when person_id = ${kari.personId} then 'post@flyt.example' else 'post@annen.example' end`.execute(
    house.owner,
  )
  await demand({})
  const [own] = await asPerson(rights(), kari, ownRestrictions)
  await liftOwn(hands(), now, kari, own!.id, office.ledger)
  const erased = await erasePerson(rights(), now, kari, { inventory, channel: 'my_page', folder: dataDir, ledger: office.ledger })
  expect((await noticed()).map(({ to_address }) => to_address)).toEqual(Array(3).fill('post@flyt.example'))
  const [restricted, lifted, gone] = (await noticed()).map(({ body }) => body)
  expect([restricted, lifted, gone].join()).not.toContain(kari.email)
  expect(restricted).toContain('begrenset')
  expect(lifted).toContain('opphevet')
  expect(gone).toContain('Slett dem hos dere også')
  expect(erased.told.map(({ name }) => name)).toContain('Flyt Transport AS')
})

it('tells those outside exactly what is restricted, and lifted: the value, the kind, or the paper by its number', async () => {
  await sql`update core.disclosure_case set executed_at = ${now}, recalled_at = null, withheld_until = null,
    recipient_name = 'Flyt Transport AS', recipient_country = 'NO', recipient_mailbox = 'post@flyt.example'`.execute(house.owner)
  await sql`update core.sales_order set number = 'O-2026-00007' where person_id = ${kari.personId}`.execute(house.owner)
  const paper = (await asPerson(rights(), kari, (tx) => ownDocuments(tx))).find(({ table }) => table === 'core.sales_order')
  await sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
    values (${kari.accountId}, gen_random_uuid(), ${kari.personId}, 'united-profile-networks', 'web_function', array['person.email'], 'art. 28', ${now})`.execute(
    house.owner,
  )
  await sql`truncate core.instruction, core.instruction_subject cascade`.execute(house.owner)
  const scopes = [{ fields: ['phone'] }, { category: 'dialogue' }, { document: paper!.id }, {}] as const
  const told: unknown[] = []
  const said: string[] = []
  for (const scope of scopes) {
    await demand({ scope })
    const [own] = await asPerson(rights(), kari, ownRestrictions)
    await liftOwn(hands(), now, kari, own!.id, office.ledger)
    const { rows } = await sql<{
      kind: string
      scope: unknown
    }>`select distinct kind, scope from core.instruction order by kind`.execute(house.owner)
    told.push(rows)
    said.push(...(await noticed()).map(({ body }) => body.match(/(?:bare dette|gjelder): (.*)\./)?.[1] ?? 'alt'))
    await sql`truncate core.instruction, core.instruction_subject, core.mail cascade`.execute(house.owner)
  }
  const both = (scope: unknown) => [
    { kind: 'restriction', scope },
    { kind: 'restriction_lifted', scope },
  ]
  expect(told).toEqual([
    both({ fields: ['person.phone'] }),
    both({ category: 'dialogue' }),
    both({ document: paper!.number, of: paperKind(paper!) }),
    both(null),
  ])
  expect(said).toEqual([
    'telefon',
    'telefon',
    'henvendelser og dialog',
    'henvendelser og dialog',
    `ordre ${paper!.number}`,
    `ordre ${paper!.number}`,
    'alt',
    'alt',
  ])
})

it('writes to whoever got it under silence too, in their language, and says nothing of them to the person until the day', async () => {
  const tomorrow = sql`(now() at time zone 'Europe/Oslo')::date + 1`
  await sql`update core.disclosure_case set executed_at = ${now}, recalled_at = null, withheld_until = ${tomorrow}, recipient_name = 'Police of Elsewhere',
    recipient_country = 'DE', recipient_mailbox = case when person_id = ${kari.personId} then 'desk@police.example' else 'other@police.example' end`.execute(
    house.owner,
  )
  await demand({ scope: { fields: ['phone'] } })
  const erased = await erasePerson(rights(), now, kari, { inventory, channel: 'my_page', folder: dataDir, ledger: office.ledger })
  expect((await noticed()).map(({ to_address }) => to_address)).toEqual(['desk@police.example', 'desk@police.example'])
  expect((await noticed())[0]!.body).toContain('The restriction is of this alone: phone.')
  expect((await noticed())[1]!.body).toContain('Erase them at your end too')
  expect((await noticed()).map(({ body }) => body).join()).not.toContain(kari.email)
  expect(JSON.stringify(erased)).not.toContain('Police')
  for (const purpose of ['deliver', 'legal_obligation'] as const)
    await expect(sql`select 1 from house.disclosed_under_silence()`.execute(house.for(purpose))).rejects.toThrow(
      'permission denied',
    )
})

it('names a paper as people know it when a restriction from before its number was kept is lifted, and when the paper is gone', async () => {
  await sql`update core.sales_order set number = 'O-2026-00007' where person_id = ${kari.personId}`.execute(house.owner)
  await sql`update core.inquiry set number = 'F-2026-00002' where person_id = ${kari.personId}`.execute(house.owner)
  const papers = await asPerson(rights(), kari, (tx) => ownDocuments(tx))
  const of = (table: string) => papers.find((each) => each.table === table)!.id
  await demand({ scope: { document: of('core.sales_order') } })
  await demand({ scope: { document: of('core.inquiry') }, ground: 'unlawful_keep' })
  await sql`update core.restriction set document_number = null where document = ${of('core.sales_order')}`.execute(house.owner)
  for (const [table, by] of [
    ['inquiry_message', 'inquiry_id'],
    ['inquiry_item', 'inquiry_id'],
    ['inquiry', 'id'],
  ] as const)
    await sql`delete from ${sql.table(`core.${table}`)} where ${sql.ref(by)} = ${of('core.inquiry')}`.execute(house.owner)
  await sql`truncate core.instruction, core.instruction_subject cascade`.execute(house.owner)
  for (const own of await asPerson(rights(), kari, ownRestrictions)) await liftOwn(hands(), now, kari, own.id, office.ledger)
  const { rows } = await sql<{ scope: RestrictedPart }>`select distinct scope from core.instruction order by scope`.execute(
    house.owner,
  )
  expect(rows.map(({ scope }) => partWords(scope, 'nb'))).toEqual(expect.arrayContaining(['ordre O-2026-00007', 'F-2026-00002']))
  expect(rows).toHaveLength(2)
})
