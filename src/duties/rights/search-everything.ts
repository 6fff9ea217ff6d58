import { type Kysely, sql } from 'kysely'
import { type Bulk, openBulk, type DB } from '#database'
import { witness } from '#evidence'
import type { Declared } from '#personal-data'
import type { Print } from './fingerprint.ts'
import { searchKey } from './fingerprint.ts'
import { filesNaming } from './files-naming.ts'
import { lookedThrough, type Sighting } from './look-through.ts'
import { recogniser } from './recognise.ts'
import type { Found } from './remains.ts'
import { strike } from './strike.ts'

export type House = {
  readonly owner: Kysely<DB>
  readonly ownerUrl: string
  readonly inventory: readonly Declared[]
  readonly dataDir: string
}

export type Searched = { readonly searched: number; readonly passed: number; readonly struck: number; readonly left: number }

type Waiting = {
  readonly account_id: string
  readonly case_id: string
  readonly certificate_id: string
  readonly sought: Print[]
}

/**
 * Searches everything for everybody erased since the last time: every text and id of every table the catalogue knows, and
 * every file of the data folder, once for all of them (promises 2.1-i, 4-l). What names only them in somebody else's words
 * is struck out; what a machine cannot decide keeps the case open, is shown to staff, and turns the statement's control red.
 */
export async function searchEverything(house: House, now: Date): Promise<Searched> {
  await forgotten(house.owner, now)
  const bulk = await openBulk(house.ownerUrl)
  try {
    // Two at once would do the same work twice; the second leaves it to the first.
    const [{ mine }] = (await bulk.query<{ mine: boolean }>('select pg_try_advisory_lock(7239014557) as mine')) as [
      { mine: boolean },
    ]
    const waiting = mine ? await waitingIn(house.owner) : []
    if (waiting.length === 0) return { searched: 0, passed: 0, struck: 0, left: 0 }
    return await passedThrough(house, bulk, waiting, now)
  } finally {
    await bulk.close()
  }
}

async function passedThrough(house: House, bulk: Bulk, waiting: readonly Waiting[], now: Date): Promise<Searched> {
  const recognise = recogniser(
    searchKey(house.dataDir),
    waiting.flatMap(({ sought }) => sought),
  )
  const rows = await lookedThrough(bulk, house.inventory, recognise, now)
  const files = filesNaming(house.dataDir, recognise)
  const { struck, left } = await strike(house.owner, rows.sightings, recognise)
  const told = { tables: rows.tables, columns: rows.columns, rows: rows.rows, files: files.looked }
  let passed = 0
  for (const each of waiting) {
    const theirs = new Set(each.sought.map(({ print }) => print))
    const finds = [...grouped(left.filter(({ prints }) => prints.some((print) => theirs.has(print)))), ...files.naming(theirs)]
    const strikes = struck.filter(({ prints }) => prints.some((print) => theirs.has(print))).length
    await conclude(house.owner, now, each, { ...told, struck: strikes, finds })
    if (finds.length === 0) passed += 1
  }
  return { searched: waiting.length, passed, struck: struck.length, left: left.length }
}

async function waitingIn(owner: Kysely<DB>): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select account_id, case_id, certificate_id, sought from core.erasure_search
    where passed_at is null and sought is not null order by erased_at`.execute(owner)
  return rows
}

// After thirty days nobody is recognised any more, found or not; the control stays red for what never passed.
async function forgotten(owner: Kysely<DB>, now: Date): Promise<void> {
  await sql`update core.erasure_search set sought = null where sought is not null and erased_at + interval '30 days' < ${now}`.execute(
    owner,
  )
}

type Told = {
  readonly tables: number
  readonly columns: number
  readonly rows: number
  readonly files: number
  readonly struck: number
  readonly finds: readonly Found[]
}

/** Nothing left: the case is closed and the fingerprints are destroyed, in one transaction with its evidence. */
async function conclude(
  owner: Kysely<DB>,
  now: Date,
  { account_id, case_id, certificate_id }: Waiting,
  told: Told,
): Promise<void> {
  const { finds, struck, ...looked } = told
  const isClean = finds.length === 0
  await owner.transaction().execute(async (tx) => {
    await sql`update core.erasure_search set searched_at = ${now}, tables = ${looked.tables}, columns = ${looked.columns}, rows = ${looked.rows},
        files = ${looked.files}, struck = struck + ${struck}, finds = ${JSON.stringify(finds)}::jsonb,
        passed_at = ${isClean ? now : null}::timestamptz, sought = case when ${isClean} then null else sought end
      where account_id = ${account_id} and case_id = ${case_id}`.execute(tx)
    if (isClean)
      await sql`update core.rights_case set closed_at = ${now}, outcome = ${JSON.stringify({ certificate: certificate_id, searched: { ...looked, struck } })}::jsonb
        where account_id = ${account_id} and id = ${case_id} and closed_at is null`.execute(tx)
    await witness(tx, now, {
      kind: 'erasure searched',
      body: { case: case_id, certificate: certificate_id, ...looked, struck, left: finds.length },
    })
  })
}

function grouped(sightings: readonly Sighting[]): Found[] {
  return [...Map.groupBy(sightings, ({ table, column }) => `${table}.${column}`)].map(([where, all]) => ({
    where,
    rows: all.length,
  }))
}
