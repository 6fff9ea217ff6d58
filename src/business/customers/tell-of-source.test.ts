import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import { notReached, tellOfSource, toldOtherwise } from './tell-of-source.ts'

const now = new Date('2026-11-23T09:00:00Z')
const website = 'https://ntcprofil.example'
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
  await sql`insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at)
    values (1, '2026-11-01', repeat('a', 64), '[]', '{}', 'material', '2026-11-01T08:00:00Z')`.execute(house.owner)
})
afterEach(() => house.close())

const id = (kind: string, number: number) => `01890000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
async function entered(number: number, email: string | null, source: string, at = '2026-11-22T10:00:00Z') {
  const subject = { accountId: id('a', number), personId: id('b', number) }
  await sql`insert into core.account (account_id, kind, name, created_at, last_active_at) values (${subject.accountId}, 'customer', 'Fjord AS', ${at}, ${at})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
    values (${subject.accountId}, ${subject.personId}, 'Ola', 'Berg', ${email}, ${number === 2 ? 'en' : 'nb'}, ${at}, ${at})`.execute(
    house.owner,
  )
  await sql`insert into core.provenance select ${subject.accountId}, ${subject.personId}, f, ${source}, 'desk', 'staff', ${at}
    from unnest(array['first_name', 'last_name', 'email']) f`.execute(house.owner)
  return subject
}
const tell = () => tellOfSource(house.for('legal_obligation'), now, website)
const letters = () =>
  house.owner
    .selectFrom('core.mail')
    .select(['to_address', 'subject', 'body', 'purpose'])
    .where('kind', '=', 'notice of source')
    .orderBy('to_address')
    .execute()

it('tells whoever others gave us, once, who it was, in their language, and nobody else', async () => {
  await entered(1, 'ola@fjord.example', 'colleague')
  await entered(2, 'james@fjord.example', 'staff_entry_from_conversation')
  await entered(3, 'kari@fjord.example', 'self_registration')
  expect(await tell()).toEqual({ told: 2 })
  expect(await tell()).toEqual({ told: 0 })
  const [james, ola] = await letters()
  expect([james!.to_address, ola!.to_address]).toEqual(['james@fjord.example', 'ola@fjord.example'])
  expect(ola!.body).toContain('De kom fra en kollega av deg i Fjord AS.')
  expect(ola!.body).toContain('fornavn')
  expect(james!.body).toContain('They came from a conversation with one of us.')
  expect(ola!.purpose).toBe('legal_obligation')
  expect(ola!.body).not.toMatch(/tilbud|kampanje|rabatt/)
  const shown = await house.owner.selectFrom('core.statement_shown').select(['revision', 'form']).execute()
  expect(shown).toEqual([
    { revision: 1, form: 'notice of source' },
    { revision: 1, form: 'notice of source' },
  ])
})

it('lets the first letter after a call count, and sends no second', async () => {
  const ola = await entered(1, 'ola@fjord.example', 'staff_entry_from_conversation')
  await sql`insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at)
    values (${ola.accountId}, ${id('c', 1)}, ${ola.personId}, 'inquiry entered', 'deliver', 'ola@fjord.example', 'Notert', 'Se /personvern', ${now})`.execute(
    house.owner,
  )
  expect(await tell()).toEqual({ told: 1 })
  expect(await letters()).toEqual([])
})

it('lists whom no letter reaches, a month on from the entry, until somebody has told them otherwise', async () => {
  const without = await entered(1, null, 'colleague', '2026-01-31T10:00:00Z')
  const failed = await entered(2, 'feil@fjord.example', 'colleague')
  await tell()
  await sql`update core.mail set failed_at = ${now}, failure = 'no such mailbox'`.execute(house.owner)
  const list = async () =>
    (await notReached(house.for('legal_obligation'))).map(({ personId, why, dueOn }) => [personId, why, dueOn])
  expect(await list()).toEqual([
    [without.personId, 'no address', '2026-02-28'],
    [failed.personId, 'letter failed', '2026-12-22'],
  ])
  expect(await toldOtherwise(house.for('legal_obligation'), now, without, ' ')).toMatchObject({ refused: 'say how' })
  const gone = { accountId: without.accountId, personId: id('b', 9) }
  expect(await toldOtherwise(house.for('legal_obligation'), now, gone, 'Sagt på telefon.')).toMatchObject({
    refused: 'nobody to tell',
  })
  await toldOtherwise(house.for('legal_obligation'), now, without, 'Sagt på telefon.')
  await toldOtherwise(house.for('legal_obligation'), now, failed, 'Sagt på telefon.')
  expect(await list()).toEqual([])
})
