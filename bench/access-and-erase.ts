/**
 * A person's rights among very many: the access package of a median person and of the heaviest against hand-written SQL
 * that fetches the same rows, and erasure (case, rows, evidence, search, certificate) against hand-written SQL that deletes
 * the same rows; and both against hand-written SQL that besides searches what is left and writes the same papers, in turn
 * (decision 93).
 *   npm run bench -- access-and-erase --persons 1000000 --json
 * Ratio wanted: at most 2, at the median, at the 95th percentile and for the heaviest. Each person has ten rows
 * besides their own; the twenty-one heaviest have thirty thousand more. The nightly search is not timed here.
 */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type DB, newId } from '#database'
import { entry } from '#evidence'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import type { Subject } from '#purposes'
import { erasePerson, giveAccess } from '#rights'
import type { House } from '../src/opening/open-house.ts'
import { inAHouse, median, p95, persons, print, rounded, rounds, say, timed } from './measure.ts'
import { heaviest, populate, settled, subjectNumber, withHistory } from './population.ts'

const packed = promisify<string, Buffer>(deflateRaw)
const count = persons(10_000)
const more = Math.min(10_000, count)
const times = rounds(40)
// Before anything is measured, each side has run often enough for the server to have settled on its plans.
const warming = 8
// Seven for each way of erasing, so that the slowest of them says something too.
const heavies = 21
const hers = ['inquiry', 'reading', 'statement_shown', 'provenance', 'objection', 'restriction']

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
  const heavy = await erasureTimes(house, heavies / 3, 0, (n) => n + 1)
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

type Way = (subject: Subject) => Promise<unknown>

/** Of persons each asked once, and of the heaviest; ours, by hand, and by hand with papers. */
async function accessTimes(house: House) {
  say('access …')
  const rows = [0, 0]
  const ways: readonly Way[] = [
    async (subject) => (rows[0] = await rowsGiven(house, subject)),
    async (subject) => (rows[1] = (await givenByHand(house.owner, subject)).rows),
    (subject) => givenWithPapers(house, subject),
  ]
  const one = async (rounds: number, person: (n: number) => number) => {
    const took = await inTurn(house, ways, rounds, warming, person)
    return { ...compared(took, median), rows: rows[0], byHandRows: rows[1] }
  }
  return { median: await one(times, (n) => (count >> 1) + n), heaviest: await one(7, () => 1) }
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
async function givenByHand(db: Kysely<DB>, { accountId, personId }: Subject): Promise<{ rows: number; archive: Buffer }> {
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
  for (const question of asked) data.push((await question.execute(db)).rows)
  const archive = await packed(JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2))
  return { rows: data.reduce((sum, rows) => sum + rows.length, 0), archive }
}

/** The same, and what else an answer owes: a case that is filed and closed, and evidence of what was handed over. */
async function givenWithPapers({ owner }: House, subject: Subject): Promise<void> {
  const now = new Date()
  const claim = newId(now)
  await owner.transaction().execute(async (tx) => {
    await filed(tx, now, subject, claim, 'access')
    const { archive } = await givenByHand(tx, subject)
    const sha256 = createHash('sha256').update(archive).digest('hex')
    await entry(now, { kind: 'access given', subject: subject.personId, body: { case: claim, sha256 } }).sql.execute(tx)
    await sql`update core.rights_case set closed_at = ${now} where account_id = ${subject.accountId} and id = ${claim}`.execute(
      tx,
    )
  })
}

async function filed(tx: Kysely<DB>, now: Date, { accountId, personId }: Subject, claim: string, kind: string): Promise<void> {
  await sql`insert into core.rights_case (account_id, id, person_id, number, kind, channel, language, identity, received_at, due_on)
    values (${accountId}, ${claim}, ${personId}, ${`H-${claim}`}, ${kind}, 'my_page', 'nb', 'session', ${now}, ${now}::timestamptz + interval '30 days')`.execute(
    tx,
  )
}

async function erasureTimes(house: House, rounds: number, warming: number, person: (n: number) => number) {
  const ways: readonly Way[] = [
    (subject) => erasePerson(house.for('rights_handling'), new Date(), subject, { inventory, channel: 'my_page' }),
    (subject) => house.owner.transaction().execute((tx) => deleted(tx, subject)),
    (subject) => deletedWithPapers(house, subject),
  ]
  const took = await inTurn(house, ways, rounds, warming, person)
  return { persons: rounds, ...compared(took, median), p95: compared(took, p95) }
}

/** Each way in turn, each on persons of its own; who goes first changes every round. */
async function inTurn(house: House, ways: readonly Way[], rounds: number, warming: number, person: (n: number) => number) {
  const took: number[][] = ways.map(() => [])
  for (let round = -warming; round < rounds; round++) {
    for (let turn = 0; turn < ways.length; turn++) {
      const way = (turn + round + warming) % ways.length
      const subject = await subjectNumber(house.owner, person((round + warming) * ways.length + turn))
      const ms = await timed(() => ways[way]!(subject))
      if (round >= 0) took[way]!.push(ms)
    }
  }
  return took
}

function compared([ours, byHand, withPapers]: readonly number[][], of: (ms: readonly number[]) => number) {
  const [ms, byHandMs, withPapersMs] = [of(ours!), of(byHand!), of(withPapers!)]
  say(`  ${rounded(ms, 1)} ms, by hand ${rounded(byHandMs, 1)} ms, with papers ${rounded(withPapersMs, 1)} ms`)
  return {
    ms: rounded(ms, 2),
    byHandMs: rounded(byHandMs, 2),
    ratio: rounded(ms / byHandMs, 2),
    withPapersMs: rounded(withPapersMs, 2),
    ratioWithPapers: rounded(ms / withPapersMs, 2),
  }
}

/**
 * What a careful colleague who knows these persons would type: the same rows as ours and no others, children before
 * parents, in one transaction. A consent once given stays as its own proof (R-14).
 */
async function deleted(tx: Transaction<DB>, { accountId, personId }: Subject): Promise<void> {
  const theirs = sql`account_id = ${accountId} and person_id = ${personId}`
  await sql`delete from core.inquiry_message where (account_id, inquiry_id) in (select account_id, id from core.inquiry where ${theirs})`.execute(
    tx,
  )
  for (const table of hers) await sql`delete from ${sql.table(`core.${table}`)} where ${theirs}`.execute(tx)
  await sql`delete from core.person where account_id = ${accountId} and id = ${personId}`.execute(tx)
}

/** The same, and what else an erasure owes: a case, a look for what is left, a certificate, evidence, and a line on disk before it is done. */
async function deletedWithPapers({ owner, dataDir }: House, subject: Subject): Promise<void> {
  const now = new Date()
  const { accountId, personId } = subject
  const [claim, certificate] = [newId(now), newId(now)]
  await owner.transaction().execute(async (tx) => {
    const person = await sql<{
      email: string
    }>`select email from core.person where account_id = ${accountId} and id = ${personId}`
    const { email } = (await person.execute(tx)).rows[0]!
    await filed(tx, now, subject, claim, 'erasure')
    await deleted(tx, subject)
    const left = [...hers, 'inquiry_message', 'account', 'person'].map(
      (table) =>
        sql`select 1 from ${sql.table(`core.${table}`)} t where account_id = ${accountId} and position(${email} in t::text) > 0`,
    )
    await sql.join(left, sql` union all `).execute(tx)
    await sql`with certified as (insert into evidence.erasure_certificate (id, case_id, erased, kept, residual_found, searched, at)
        values (${certificate}, ${claim}, '{}', '{}', 0, '{}', ${now})),
      sought as (insert into core.erasure_search (account_id, case_id, certificate_id, erased_at, sought)
        values (${accountId}, ${claim}, ${certificate}, ${now}, '[]'))
      ${entry(now, { kind: 'erasure', body: { certificate, case: claim } }).sql}`.execute(tx)
    const file = await open(join(dataDir, 'by-hand.jsonl'), 'a')
    await file.appendFile(`${JSON.stringify({ at: now, what: 'erasure', case: claim, accountId, personId })}\n`)
    await file.sync()
    await file.close()
  })
}
