import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestHouse } from '#testing'
import { callOff } from './call-off.ts'
import { scheduleRevision } from './schedule-revision.ts'
import { tellOfRevisions } from './tell-of-revision.ts'
import { answersWithin, customer, openStatedHouse } from './testing.ts'

const now = new Date('2026-11-23T09:00:00Z')
const website = 'https://ntcprofil.example'
let house: TestHouse
beforeEach(async () => {
  house = await openStatedHouse()
})
afterEach(() => house.close())

const tell = (at = now) => tellOfRevisions(house.for('legal_obligation'), at, website)
const schedule = (differs = {}) =>
  scheduleRevision(house.for('legal_obligation'), now, answersWithin(14, { effectiveOn: '2026-12-24', ...differs }))
const letters = async () =>
  await house.owner
    .selectFrom('core.mail')
    .select(['to_address', 'subject', 'body', 'purpose'])
    .where('kind', '=', 'statement revision')
    .orderBy('to_address')
    .execute()

it('writes once to each active customer, also who wants no advertising or is restricted, and to nobody else', async () => {
  await customer(house.owner, 'kari@fjord.example', 1)
  const fatima = await customer(house.owner, 'fatima@skole.example', 2)
  const per = await customer(house.owner, 'per@verft.example', 3)
  await customer(house.owner, 'Kari@Fjord.example', 4)
  await customer(house.owner, 'ola@bare-spurte.example', 5, { kind: 'inquirer' })
  await customer(house.owner, 'siri@sluttet.example', 6, { leftOn: '2026-11-01' })
  await customer(house.owner, 'anne@avsluttet.example', 7, { endedAt: '2026-11-01T00:00:00Z' })
  await customer(house.owner, null, 8)
  await sql`insert into core.objection values (${fatima.accountId}, gen_random_uuid(), ${fatima.personId}, 'contact', 'web', ${now}, null)`.execute(
    house.owner,
  )
  await sql`insert into core.restriction values (${per.accountId}, gen_random_uuid(), ${per.personId}, 'accuracy_contested', ${now}, null)`.execute(
    house.owner,
  )
  await schedule()
  expect(await tell()).toEqual({ told: 3 })
  expect(await tell()).toEqual({ told: 0 })
  expect((await letters()).map(({ to_address }) => to_address.toLowerCase())).toEqual([
    'fatima@skole.example',
    'kari@fjord.example',
    'per@verft.example',
  ])
  const [fatimas, karis] = await letters()
  expect(karis!.body).toContain('Vi svarer innen 14 dager.')
  expect(karis!.body).toContain(`${website}/personvern/versjoner/2`)
  expect(fatimas!.subject).toBe('Our privacy statement changes on 24 December 2026')
  expect(new Set((await letters()).map(({ purpose }) => purpose))).toEqual(new Set(['legal_obligation']))
})

it('goes on where it was stopped, and writes to nobody twice, also when two run at once', async () => {
  for (let number = 0; number < 450; number += 1) await customer(house.owner, `kunde${number}@fjord.example`, number)
  await schedule()
  await sql`create function core.stop_at_250() returns trigger language plpgsql as $$ begin
    if (select count(*) from core.mail where kind = 'statement revision') > 250 then raise exception 'the power went'; end if;
    return new; end $$`.execute(house.owner)
  await sql`create trigger stop before insert on core.mail for each row execute function core.stop_at_250()`.execute(house.owner)
  await expect(tell()).rejects.toThrow('the power went')
  expect((await letters()).length).toBe(200)
  await sql`drop function core.stop_at_250() cascade`.execute(house.owner)
  await Promise.all([tell(), tell()])
  const to = (await letters()).map(({ to_address }) => to_address)
  expect([to.length, new Set(to).size]).toEqual([450, 450])
})

it('writes to who became a customer before its day, and not after it', async () => {
  await schedule()
  await tell()
  await customer(house.owner, 'kari@fjord.example', 1, { createdAt: '2026-12-10T08:00:00Z' })
  expect(await tell(new Date('2026-12-11T06:20:00Z'))).toEqual({ told: 1 })
  await customer(house.owner, 'ola@fjord.example', 3, { createdAt: '2026-12-28T08:00:00Z' })
  expect(await tell(new Date('2026-12-28T09:00:00Z'))).toEqual({ told: 0 })
})

it('says nothing about a misprint, says why when it hurries, and tells again when it is called off', async () => {
  await customer(house.owner, 'kari@fjord.example', 1)
  await schedule({ kinds: { 'contact.questions-are-answered': 'editorial' } })
  expect(await tell()).toEqual({ told: 0 })
  await schedule({ ...answersWithin(12, { effectiveOn: '2026-12-24', hurriedBecause: 'Loven krever det nå.' }) })
  expect(await tell()).toEqual({ told: 1 })
  expect((await letters())[0]!.body).toContain('fordi: Loven krever det nå.')
  await callOff(house.for('legal_obligation'), now)
  expect(await tell()).toEqual({ told: 1 })
  expect((await letters()).map(({ subject }) => subject)).toContain('Personvernerklæringen vår endres ikke 24.12.2026')
})
