import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { refused } from '#refusal'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { claimList } from './claim-list.ts'
import { oneClaim } from './one-claim.ts'
import type { Hands } from './office.ts'
import { receiveClaim, type Incoming } from './receive-claim.ts'
import { samePerson } from './same-person.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate core.rights_case, core.restriction, core.objection, core.mail, core.person, core.account, core.consent cascade`.execute(
    house.owner,
  )
  kari = await plantPerson(house.owner, now, inventory)
  await sql`truncate core.rights_case, core.restriction, core.objection, core.mail, core.consent cascade`.execute(house.owner)
})

const hands = (): Hands => ({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') })
const office = sampleOffice()
const claim = (differs: Partial<Incoming> = {}): Incoming => ({
  kind: 'access',
  channel: 'web',
  address: kari.email,
  text: 'Hva har dere om meg?',
  language: 'nb',
  receivedAt: now,
  ...differs,
})
const received = async (differs: Partial<Incoming> = {}) => {
  const opened = await receiveClaim(hands(), now, claim(differs), office)
  if (refused(opened)) throw new Error(opened.refused)
  return opened
}
const letters = () => house.owner.selectFrom('core.mail').select(['to_address', 'subject', 'body']).execute()

it('counts from the day the letter came, not from the day it was typed', async () => {
  const receivedAt = new Date('2026-11-10T11:00:00Z')
  expect(await received({ kind: 'erasure', channel: 'letter', receivedAt })).toMatchObject({ dueOn: '2026-12-10' })
})

it('takes no claim from tomorrow', async () => {
  const answer = await receiveClaim(hands(), now, claim({ receivedAt: new Date('2026-11-24T11:00:00Z') }), office)
  expect(refused(answer) && answer.refused).toBe('not received yet')
})

it('counts a Saturday night in Oslo as that Saturday, a minute before midnight and a minute after', async () => {
  const at = async (receivedAt: string) => (await received({ receivedAt: new Date(receivedAt) })).dueOn
  expect(await at('2026-01-31T22:59:00Z')).toBe('2026-02-28')
  expect(await at('2026-01-31T23:01:00Z')).toBe('2026-03-01')
  // The night the clocks go forward, and the night they go back.
  expect(await at('2026-03-29T00:59:00Z')).toBe('2026-04-28')
  expect(await at('2026-10-24T22:30:00Z')).toBe('2026-11-24')
})

it.each([
  // The last second of a day in Oslo, and the first of the next.
  ['2028-01-30T22:59:59Z', '2028-02-29'],
  ['2028-01-31T22:59:59Z', '2028-02-29'],
  ['2028-02-28T22:59:59Z', '2028-03-28'],
  ['2028-02-28T23:00:00Z', '2028-03-29'],
  ['2028-02-29T22:59:59Z', '2028-03-29'],
  // The hour that comes twice in October, both times, and the moment on either side of the one missing in March.
  ['2026-10-25T00:30:00Z', '2026-11-24'],
  ['2026-10-25T01:30:00Z', '2026-11-24'],
  ['2027-03-28T00:59:59Z', '2027-04-27'],
  ['2027-03-28T01:00:00Z', '2027-04-27'],
  // A deadline on a Saturday, on Christmas Day and on New Year’s Day stays there.
  ['2026-11-05T11:00:00Z', '2026-12-05'],
  ['2026-11-25T11:00:00Z', '2026-12-25'],
  ['2026-12-02T11:00:00Z', '2027-01-01'],
] as const)('is answered by the day that the clock in Oslo says: received %s, due %s', async (receivedAt, dueOn) => {
  const at = new Date(receivedAt)
  const opened = await receiveClaim(hands(), at, claim({ receivedAt: at }), office)
  expect(opened).toMatchObject({ dueOn })
})

it('is a case of its own each time, with a number without gaps', async () => {
  const numbers = [await received(), await received({ kind: 'erasure' })].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(2)
  expect(numbers.every((number) => /^K-2026-\d{5}$/.test(number))).toBe(true)
})

it('acknowledges to the sending address only, with number, day and the way to complain, and nothing we know besides', async () => {
  const { number } = await received()
  const [letter, ...more] = await letters()
  expect(more).toEqual([])
  expect(letter!.to_address).toBe(kari.email)
  expect(letter!.subject).toContain(number)
  expect(letter!.body).toContain('23.12.2026')
  expect(letter!.body).toContain('datatilsynet.no')
  expect(kari.needles.filter(({ needle }) => needle !== kari.email && letter!.body.includes(needle))).toEqual([])
})

it('says the same to an address we know as to one we do not', async () => {
  await received()
  await received({ address: 'ukjent@firma.example' })
  const [known, unknown] = (await letters()).map(({ body }) => body.replace(/K-2026-\d+/, 'K').replace(/krav\/\S+/, 'krav/…'))
  expect(unknown).toBe(known)
})

it('starts a clock also for somebody we do not find, and for a call without an address', async () => {
  expect(await received({ address: 'ukjent@firma.example' })).toMatchObject({ dueOn: '2026-12-23', identity: 'unknown' })
  expect(await received({ address: undefined, channel: 'phone' })).toMatchObject({ dueOn: '2026-12-23', identity: 'unknown' })
})

it('finds the person also while restricted, and restricts contested accuracy in the same transaction', async () => {
  await received({ kind: 'rectification' })
  const seen = () => house.for('deliver').selectFrom('person').select('id').where('id', '=', kari.personId).execute()
  expect(await seen()).toEqual([])
  expect(await received()).toMatchObject({ identity: 'unproven' })
})

it('stops what is objected to before anybody has weighed it', async () => {
  await received({ kind: 'objection' })
  const { rows } =
    await sql`select r.ground, o.scope from core.restriction r join core.objection o using (account_id, person_id)`.execute(
      house.owner,
    )
  expect(rows).toEqual([{ ground: 'objection_pending', scope: 'particular_situation' }])
})

it('never makes one person of a shared mailbox, and does not restrict either of them', async () => {
  const pal = await plantPerson(house.owner, now, inventory)
  await house.owner.deleteFrom('core.restriction').execute()
  await house.owner
    .updateTable('core.person')
    .set({ email: 'post@firma.example' })
    .where('id', 'in', [kari.personId, pal.personId])
    .execute()
  expect(await received({ kind: 'rectification', address: 'POST@firma.example' })).toMatchObject({ identity: 'shared_mailbox' })
  expect(await house.owner.selectFrom('core.restriction').selectAll().execute()).toEqual([])
})

it('knows that whoever left does not read that mailbox any more', async () => {
  await house.owner.updateTable('core.person').set({ left_on: '2026-10-01' }).where('id', '=', kari.personId).execute()
  expect(await received()).toMatchObject({ identity: 'left_company' })
})

it('withdraws at once and without knowing who asks: consent, waiting letters and address, and twice is once', async () => {
  await sql`insert into core.consent select ${kari.accountId}, gen_random_uuid(), ${kari.personId}, p, 'email', 'x', 'x', 'nb', 1, 'own_page', 'click', ${now}, ${now}, null from unnest(array['marketing', 'survey']) p`.execute(
    house.owner,
  )
  await sql`insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at)
    select ${kari.accountId}, gen_random_uuid(), ${kari.personId}, p, p, ${kari.email}, 'x', 'x', ${now} from unnest(array['marketing', 'invoice']) p`.execute(
    house.owner,
  )
  await received({ kind: 'withdrawal', channel: 'email', text: 'slutt' })
  const standing = () => house.owner.selectFrom('core.consent').select('id').where('withdrawn_at', 'is', null).execute()
  const waiting = () => house.owner.selectFrom('core.mail').select('kind').orderBy('kind').execute()
  expect(await standing()).toEqual([])
  expect(await waiting()).toEqual([{ kind: 'claim received' }, { kind: 'invoice' }])
  await received({ kind: 'withdrawal', channel: 'phone', text: '' })
  expect(await house.owner.selectFrom('core.suppression').select('kind').execute()).toHaveLength(1)
  expect(await house.owner.selectFrom('core.objection').select('scope').execute()).toEqual([{ scope: 'marketing' }])
})

it('lists what waits first, the soonest due on top, and keeps what was written in the case', async () => {
  const first = await received({ receivedAt: new Date('2026-11-20T10:00:00Z') })
  await received()
  const list = await claimList(house.for('legal_obligation'), { shelf: 'waiting', page: 1, pageSize: 50 })
  expect(list.rows.map(({ due_on }) => due_on)).toEqual(['2026-12-20', '2026-12-23'])
  const whole = await oneClaim(house.for('legal_obligation'), { accountId: first.accountId, id: first.id })
  expect(whole!.messages.map(({ body }) => body)).toEqual(['Hva har dere om meg?'])
  expect(whole!.events.map(({ what }) => what)).toEqual(['received', 'acknowledged'])
})

it('knows the same person in another relationship by address and name, and never a shared mailbox by address alone', async () => {
  const again = await plantPerson(house.owner, now, inventory)
  const shared = await plantPerson(house.owner, now, inventory)
  // A planted person has a row in every table, a name that was set aside too.
  await house.owner.deleteFrom('core.set_aside').execute()
  const named = (id: string, first_name: string | null) =>
    house.owner
      .updateTable('core.person')
      .set({ email: 'Post@firma.example', first_name, last_name: null })
      .where('id', '=', id)
      .execute()
  await named(kari.personId, 'Per')
  await named(again.personId, null)
  await named(shared.personId, 'Pål')
  expect(await samePerson(house.for('legal_obligation'), kari)).toEqual([
    { accountId: again.accountId, personId: again.personId },
  ])
})

it('writes to one address ten times an hour by the form, known or not, and still hears a no to advertising; other ways stay open', async () => {
  for (const address of [kari.email, 'ukjent@vestkant.example']) {
    for (let n = 0; n < 10; n++) await received({ address: n % 2 ? address.toUpperCase() : address })
    const eleventh = await receiveClaim(hands(), now, claim({ address }), office)
    expect(refused(eleventh) && eleventh).toEqual({ refused: 'asked too often', field: 'email' })
    await received({ address, kind: 'withdrawal' })
    await received({ address, channel: 'phone' })
    await sql`update core.mail set queued_at = queued_at - interval '1 hour'`.execute(house.owner)
    await received({ address })
  }
})
