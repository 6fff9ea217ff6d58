/**
 * A person's rights among very many: the access package of a median person and of the heaviest against hand-written SQL
 * that fetches the same rows, and erasure (case, rows, evidence, search, certificate) against hand-written SQL that deletes
 * the same rows, in turn.
 *   npm run bench -- access-and-erase --persons 1000000 --json
 * Ratio wanted: at most 2, at the median, at the 95th percentile and for the heaviest. Each person has ten rows
 * besides their own; the heaviest have thirty thousand more. The nightly search is not timed here.
 */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { sql } from 'kysely'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import type { Subject } from '#purposes'
import { erasePerson, giveAccess } from '#rights'
import type { House } from '../src/open-house.ts'
import { inAHouse, interleaved, median, p95, persons, print, rounded, rounds, say, timed } from './measure.ts'
import { heaviest, populate, settled, subjectNumber, withHistory } from './population.ts'

const packed = promisify<string, Buffer>(deflateRaw)
const count = persons(10_000)
const more = Math.min(10_000, count)
const times = rounds(40)
// Before anything is measured, each side has run often enough for the server to have settled on its plans.
const warming = 8
const heavies = 6

await inAHouse(async (house) => {
  say(`making ${count} persons and ${count * 10} rows about them …`)
  await saveController(house.owner, new Date(), sampleController)
  await populate(house.owner, count)
  await withHistory(house.owner, count)
  await heaviest(
    house.owner,
    count,
    more,
    Array.from({ length: heavies }, (_, at) => at + 1),
  )
  await settled(house.owner)
  const access = await accessTimes(house)
  const ordinary = await erasureTimes(house, times, warming, (n) => 1000 + n * 7)
  const heavy = await erasureTimes(house, heavies / 2, 0, (n) => n + 1)
  print({
    benchmark: 'access-and-erase',
    persons: count,
    rowsAboutThem: count * 10 + more * 3 * heavies,
    wanted: 'each ratio <= 2',
    access,
    erasure: ordinary,
    heaviestErasure: heavy,
  })
})

async function accessTimes(house: House) {
  say('access …')
  const one = async (n: number) => {
    const subject = await subjectNumber(house.owner, n)
    let [rows, theirs] = [0, 0]
    const { a, b } = await interleaved(
      9,
      async () => (rows = await rowsGiven(house, subject)),
      async () => (theirs = await givenByHand(house, subject)),
    )
    return {
      ms: rounded(median(a), 1),
      byHandMs: rounded(median(b), 1),
      ratio: rounded(median(a) / median(b), 2),
      rows,
      byHandRows: theirs,
    }
  }
  return { median: await one(count >> 1), heaviest: await one(1) }
}

async function rowsGiven(house: House, subject: Subject): Promise<number> {
  const { found } = await giveAccess(house.for('rights_handling'), new Date(), subject, {
    inventory,
    controller: sampleController,
    language: 'nb',
  })
  return found.data.reduce((sum, { rows }) => sum + rows.length, 0)
}

/**
 * What a careful colleague would send who knows which tables hold something about these persons: the same rows, as JSON,
 * packed. No page to read, no purposes, no dates of erasure, no case and no evidence.
 */
async function givenByHand({ owner }: House, { accountId, personId }: Subject): Promise<number> {
  const theirs = sql`account_id = ${accountId} and person_id = ${personId}`
  const asked = [
    sql`select * from core.account where account_id = ${accountId}`,
    sql`select * from core.person where account_id = ${accountId} and id = ${personId}`,
    ...['inquiry', 'reading', 'statement_shown', 'provenance', 'objection', 'restriction', 'rights_case'].map(
      (table) => sql`select * from ${sql.table(`core.${table}`)} where ${theirs}`,
    ),
    sql`select * from core.inquiry_message where (account_id, inquiry_id) in (select account_id, id from core.inquiry where ${theirs})`,
    sql`select * from core.rights_event where (account_id, case_id) in (select account_id, id from core.rights_case where ${theirs})`,
  ]
  const data: unknown[][] = []
  for (const question of asked) data.push((await question.execute(owner)).rows)
  await packed(JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2))
  return data.reduce((sum, rows) => sum + rows.length, 0)
}

/** Ours and by hand in turn, each on persons of its own; whoever goes first changes every round. */
async function erasureTimes(house: House, rounds: number, warming: number, person: (n: number) => number) {
  const [ours, byHand] = [[] as number[], [] as number[]]
  for (let round = -warming; round < rounds; round++) {
    const n = (round + warming) * 2
    const [one, other] = [await subjectNumber(house.owner, person(n)), await subjectNumber(house.owner, person(n + 1))]
    const erase = async () =>
      timed(() => erasePerson(house.for('rights_handling'), new Date(), one, { inventory, channel: 'my_page' }))
    const byHandToo = async () => timed(() => deleted(house, other))
    const [first, second] = round % 2 === 0 ? [erase, byHandToo] : [byHandToo, erase]
    const [a, b] = [await first(), await second()]
    if (round < 0) continue
    ours.push(round % 2 === 0 ? a : b)
    byHand.push(round % 2 === 0 ? b : a)
  }
  say(`  ${rounded(median(ours), 1)} ms, by hand ${rounded(median(byHand), 1)} ms`)
  return {
    persons: rounds,
    erasureMs: rounded(median(ours), 2),
    byHandMs: rounded(median(byHand), 2),
    ratio: rounded(median(ours) / median(byHand), 2),
    p95: { erasureMs: rounded(p95(ours), 2), byHandMs: rounded(p95(byHand), 2), ratio: rounded(p95(ours) / p95(byHand), 2) },
  }
}

/**
 * What a careful colleague who knows these persons would type: the same rows as ours and no others, children before
 * parents, in one transaction. A consent once given stays as its own proof (R-14).
 */
async function deleted({ owner }: House, { accountId, personId }: Subject): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    const theirs = sql`account_id = ${accountId} and person_id = ${personId}`
    await sql`delete from core.inquiry_message where (account_id, inquiry_id) in (select account_id, id from core.inquiry where ${theirs})`.execute(
      tx,
    )
    for (const table of ['inquiry', 'reading', 'statement_shown', 'provenance', 'objection', 'restriction']) {
      await sql`delete from ${sql.table(`core.${table}`)} where ${theirs}`.execute(tx)
    }
    await sql`delete from core.person where account_id = ${accountId} and id = ${personId}`.execute(tx)
  })
}
