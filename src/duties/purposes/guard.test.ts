/** The truth table of purposes and stops for writing, against the database: every purpose, every table, every act. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personalColumn, type Declared } from '#personal-data'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { may } from './may.ts'
import { guardsOf, leftAloneCode } from './guard.ts'
import { purposeNames, roleOf, type Purpose } from './purpose.ts'
import { stops, type Stop } from './stops.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted
let colleague: Planted
beforeAll(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
  for (const statement of [
    sql`update core.relationship_end set reopened_at = ${now}`,
    sql`update core.restriction set lifted_at = ${now}`,
    sql`update core.objection set lifted_at = ${now}`,
    sql`update core.consent set purpose = 'marketing', confirmed_at = now(), withdrawn_at = null`,
  ])
    await statement.execute(house.owner)
})
afterAll(() => house.close())

const scopes = ['no', 'all', 'dialogue', 'trade', 'a paper', 'a value'] as const
type State = { readonly restricted: (typeof scopes)[number]; readonly objection: 'marketing' | 'contact' | null }

const declared = new Map(inventory.map((table) => [table.table as string, table]))
const holdsOf = ({ columns }: Declared) => Object.values(columns).flatMap((column) => personalColumn(column)?.holds ?? [])

/** A write that some purpose may do to a row of a person's, or to a part of one. */
type Path = {
  readonly purpose: Purpose
  readonly act: 'insert' | 'update' | 'delete'
  readonly table: Declared
  readonly whole: Declared | undefined
}
const paths: readonly Path[] = purposeNames.flatMap((purpose) =>
  inventory
    // What the person may not be shown is planted for nobody.
    .filter((table) => table.scope === 'account' && !table.table.startsWith('archive.') && may(table, 'read', 'rights_handling'))
    .flatMap((table) => {
      const whole = table.person === undefined && table.through ? declared.get(table.through.table) : undefined
      if (table.person === undefined && whole?.person === undefined) return []
      return (['insert', 'update', 'delete'] as const)
        .filter((act) => may(table, act, purpose))
        .map((act) => ({ purpose, act, table, whole }))
    }),
)

/** Written apart from the SQL: does anything forbid that purpose to write there now? */
function forbidden({ restricted, objection }: State, { purpose, act, table, whole }: Path): boolean {
  if (table.stops === false && !(table.table === 'core.mail' && act === 'insert')) return false
  const holds = new Set([...holdsOf(table), ...(whole ? holdsOf(whole) : [])])
  const paper = [table, ...(whole ? [whole] : [])].some((each) => each.table === 'core.inquiry')
  const restrictedHere =
    restricted === 'all' ||
    (restricted === 'a paper' && paper) ||
    (restricted === 'a value' && table.table === 'core.provenance') ||
    holds.has(restricted as never)
  const inForce: Stop[] = [
    ...(restrictedHere ? (['restricted'] as const) : []),
    ...(objection ? (['objected'] as const) : []),
    ...(objection === 'contact' ? (['no contact'] as const) : []),
  ]
  return stops[purpose].some((stop) => inForce.includes(stop))
}

const ours = '01890000-0000-7000-8000-00000000beef'

async function put({ restricted, objection }: State): Promise<void> {
  const { accountId, personId } = kari
  // What was planted stops nothing; what is put here has an id of its own.
  await house.owner.deleteFrom('core.restriction').where('id', '=', ours).execute()
  await house.owner.deleteFrom('core.objection').where('id', '=', ours).execute()
  const inquiry = await house.owner
    .selectFrom('core.inquiry')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const part = {
    category: restricted === 'dialogue' || restricted === 'trade' ? restricted : null,
    fields: restricted === 'a value' ? [await provenanceField()] : null,
    document: restricted === 'a paper' ? inquiry.id : null,
  }
  if (restricted !== 'no')
    await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at, category, fields, document)
      values (${accountId}, ${ours}, ${personId}, 'unlawful_keep', ${now}, ${part.category}, ${part.fields}, ${part.document})`.execute(
      house.owner,
    )
  if (objection)
    await sql`insert into core.objection values (${accountId}, ${ours}, ${personId}, ${objection}, 'phone', ${now}, null)`.execute(
      house.owner,
    )
}

async function provenanceField(): Promise<string> {
  const row = await house.owner
    .selectFrom('core.provenance')
    .select('field')
    .where('person_id', '=', kari.personId)
    .executeTakeFirstOrThrow()
  return row.field
}

class Undone extends Error {}

/** What came of it: written, passed by in silence, or refused. Nothing of it stays. */
async function tried({ purpose, act, table, whole }: Path, whose: Planted): Promise<'written' | 'passed by' | 'refused'> {
  const by = table.person ?? table.through!.by
  const owner = whole ? await idOf(whole, whose) : whose.personId
  const theirs = sql`account_id = ${whose.accountId} and ${sql.ref(by)} = ${owner}`
  const found = await sql<{
    row: Record<string, unknown>
  }>`select to_jsonb(t) as row from ${sql.table(table.table)} t where ${theirs} limit 1`.execute(house.owner)
  if (found.rows.length === 0) throw new Error(`nothing of ${table.table} was planted`)
  const { row } = found.rows[0]!
  const column = act === 'update' ? changeable(table, purpose, row) : 'account_id'
  const statement = {
    insert: sql`insert into ${sql.table(table.table)}
      select * from jsonb_populate_record(null::${sql.table(table.table)}, ${JSON.stringify(row)}::jsonb)`,
    update: sql`update ${sql.table(table.table)} set ${sql.ref(column)} = ${row[column]} where ${theirs}`,
    delete: sql`delete from ${sql.table(table.table)} where ${theirs}`,
  }[act]
  let answer: 'written' | 'passed by' | 'refused' = 'written'
  const attempt = house.owner.transaction().execute(async (tx) => {
    await sql.raw(`set local role ${roleOf(purpose)}`).execute(tx)
    const { numAffectedRows = 0n } = await statement.execute(tx)
    answer = numAffectedRows > 0n ? 'written' : 'passed by'
    throw new Undone()
  })
  await attempt.catch((error: { code?: string }) => {
    if (error.code === leftAloneCode) answer = 'refused'
    // There is such a row already, or something hangs on it: the guard had let it through by then.
    else if (!(error instanceof Undone) && !['23505', '23503'].includes(error.code ?? '')) throw error
  })
  return answer
}

/** A column that the purpose may write, to be set to what it is. */
function changeable({ table, columns }: Declared, purpose: Purpose, row: Record<string, unknown>): string {
  const column = Object.entries(columns).find(
    ([name, said]) =>
      (row[name] === null || typeof row[name] !== 'object') && (said === 'nobody' || personalColumn(said)?.for.includes(purpose)),
  )
  if (column === undefined) throw new Error(`${purpose} may change ${table}, and no column of it`)
  return column[0]
}

async function idOf({ table, person }: Declared, { accountId, personId }: Planted): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(table)} where account_id = ${accountId} and ${sql.ref(person!)} = ${personId}`.execute(
    house.owner,
  )
  return rows[0]!.id
}

it('lets nobody write what the truth table forbids, and everybody what it leaves open, in every table', async () => {
  expect(paths.length).toBeGreaterThan(120)
  const guarded = inventory.filter((table) => guardsOf(table).length > 0 && (table.person ?? table.through) !== undefined)
  const reached = new Set(paths.map(({ table }) => table.table))
  expect(guarded.map(({ table }) => table).filter((table) => !reached.has(table))).toEqual([])
  expect(guarded.length).toBeGreaterThan(12)
  let refusals = 0
  await fc.assert(
    fc.asyncProperty(
      fc.record({ restricted: fc.constantFrom(...scopes), objection: fc.constantFrom('marketing', 'contact', null) }),
      async (state: State) => {
        await put(state)
        for (const path of paths) {
          const no = forbidden(state, path)
          const said = `${path.purpose}: ${path.act} ${path.table.table} in ${JSON.stringify(state)}`
          expect(await tried(path, kari), said).toBe(!no ? 'written' : path.act === 'delete' ? 'passed by' : 'refused')
          if (no) refusals += 1
        }
      },
    ),
    { numRuns: scopes.length, seed: 1, examples: scopes.map((restricted): [State] => [{ restricted, objection: null }]) },
  )
  expect(refusals).toBeGreaterThan(60)
}, 120_000)

it('leaves a colleague of whoever is restricted as they were', async () => {
  await put({ restricted: 'all', objection: 'contact' })
  for (const path of paths)
    expect(await tried(path, colleague), `${path.purpose}: ${path.act} ${path.table.table}`).toBe('written')
}, 60_000)

it('lets no purpose that a stop concerns change whose a row is', async () => {
  const stopped = purposeNames.filter((purpose) => stops[purpose].length > 0)
  const owned = inventory.filter(({ person, scope }) => person !== undefined && scope === 'account')
  const { rows } = await sql<{ column: string }>`select table_schema || '.' || table_name || '.' || column_name as column
    from information_schema.column_privileges where privilege_type = 'UPDATE' and grantee = any (${stopped.map(roleOf)})`.execute(
    house.owner,
  )
  const columns = new Set(rows.map(({ column }) => column))
  expect(columns.size).toBeGreaterThan(40)
  expect(owned.map(({ table, person }) => `${table}.${person}`).filter((column) => columns.has(column))).toEqual([])
})
