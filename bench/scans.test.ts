import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { hearPlans, type Heard } from './plans.ts'
import { needless, scansOf, verdictOf, type Scan } from './scans.ts'

const many = 10_000
let house: TestHouse
let heard: Heard

beforeAll(async () => {
  house = await openTestHouse()
  await sql`create table public.letter (id int primary key, sender int, opened boolean, answers int)`.execute(house.owner)
  await sql`insert into public.letter select n, n % 500, n % 2000 = 0, nullif(n - 1, 0) from generate_series(1, 40000) n`.execute(
    house.owner,
  )
  await sql`create table public.sender (id int, name text)`.execute(house.owner)
  await sql`insert into public.sender values (7, 'Sju'), (8, 'Åtte')`.execute(house.owner)
  heard = hearPlans(house.ownerUrl)
}, 60_000)
afterAll(async () => {
  await heard.db.destroy()
  await house.close()
})

it('flags a scan that reads many rows for the sake of a few, until an index leads to them', async () => {
  const few = `select * from public.letter where opened and answers is not null`
  const [scan] = await ran(few)
  expect(scan).toMatchObject({ table: 'public.letter', way: 'whole', read: 40_000, through: 20 })
  expect(verdictOf([scan!], undefined, many)).toBe('needless')
  await indexed(`create index letter_opened on public.letter (id) where opened`, async () => {
    expect(verdictOf(await ran(few), undefined, many)).toBe('index')
  })
})

it('flags it also where many are read along an index', async () => {
  const scans = await ran(`select * from public.letter where id > 0 and opened`, 'set local enable_seqscan = off')
  expect(scans).toMatchObject([{ way: 'led', read: 40_000, through: 20 }])
  expect(verdictOf(scans, undefined, many)).toBe('needless')
})

it('flags a large table that is joined with a few rows of another', async () => {
  const few = `select * from public.letter l join public.sender s on s.id = l.sender`
  expect(needless(await ran(few), many)).toMatchObject([{ table: 'public.letter', read: 40_000, through: 160 }])
  await indexed(`create index letter_sender on public.letter (sender)`, async () => {
    expect(verdictOf(await ran(few), undefined, many)).toBe('index')
  })
})

it('lets rows be counted, and a look-up be asked a thousand times', async () => {
  const counted = await ran(`select count(*) from public.letter`)
  expect(counted).toMatchObject([{ way: 'counted', read: 40_000, through: 40_000 }])
  expect(verdictOf(counted, undefined, many)).toBe('index')
  const asked = await ran(
    `select n, (select answers from public.letter where id = n and opened) from generate_series(1, 15000) n`,
  )
  expect(asked).toMatchObject([{ way: 'led', times: 15_000 }])
  expect(verdictOf(asked, undefined, many)).toBe('index')
})

it('flags a count of a few among many', async () => {
  expect(verdictOf(await ran(`select count(*) from public.letter where opened`), undefined, many)).toBe('needless')
})

it('asks for a reason where two whole tables are held against each other', async () => {
  const scans = await ran(`select 1 from public.letter l where not exists (select 1 from public.letter a where a.answers = l.id)`)
  expect(needless(scans, many)).toEqual([])
  expect(verdictOf(scans, undefined, many)).toBe('needless')
  expect(verdictOf(scans, 'Each letter is held against the answers.', many)).toBe('everything')
})

/** As it ran, whatever may run beside it. */
async function ran(text: string, ...settings: string[]): Promise<Scan[]> {
  await sql`analyze public.letter, public.sender`.execute(house.owner)
  await heard.db.transaction().execute(async (tx) => {
    for (const setting of settings) await sql.raw(setting).execute(tx)
    heard.heard()
    await sql.raw(text).execute(tx)
  })
  return heard.heard().flatMap(scansOf)
}

async function indexed(index: string, act: () => Promise<void>): Promise<void> {
  await sql.raw(index).execute(house.owner)
  await act()
  await sql.raw(`drop index public.${/index (\w+)/.exec(index)![1]!}`).execute(house.owner)
}
