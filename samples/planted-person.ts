/**
 * For tests: one person with one row in every declared table that can hold anything about a person, and a unique needle in
 * every personal column that can hold text. Made from the declarations and the catalogue, so a new table is planted too.
 */
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { newId, type DB } from '#database'
import { personalColumn, type Declared } from '#personal-data'
import type { Subject } from '#purposes'
import { baseName, quoted, shownOf } from '../src/duties/rights/own-rows.ts'

export type Needle = { readonly table: string; readonly column: string; readonly needle: string; readonly secret: boolean }
export type Planted = Subject & { readonly userId: string; readonly email: string; readonly needles: readonly Needle[] }

type CatalogueColumn = {
  table: string
  column: string
  type: string
  required: boolean
  allowed: string | null
  length: number | null
}

/** `account`: the relationship to plant into; a new one unless given. */
export async function plantPerson(
  owner: Kysely<DB>,
  now: Date,
  inventory: readonly Declared[],
  accountId = newId(now),
): Promise<Planted> {
  const person = { accountId, personId: newId(now), userId: `user-${newId(now)}`, ids: new Map<string, string>() }
  const email = `kari.${randomBytes(4).toString('hex')}@firma.example`
  const needles: Needle[] = []
  const catalogue = await columnsOf(owner)
  await owner.transaction().execute(async (tx) => {
    // Foreign keys are not what is tried here; a row in each table is.
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const table of inventory.filter((each) => shownOf(each, inventory) !== undefined)) {
      if (table.table === 'core.account' && (await hasAccount(tx, accountId))) continue
      const columns = catalogue.filter((each) => each.table === table.table)
      const values = columns.map((column) => [column.column, valueOf(table, column, person, email, needles)] as const)
      const filled = values.filter(([, value]) => value !== undefined)
      await sql`insert into ${sql.raw(baseName(table.table))} (${sql.raw(filled.map(([name]) => quoted(name)).join(', '))})
        values (${sql.join(filled.map(([, value]) => value))})`.execute(tx)
    }
  })
  return { accountId, personId: person.personId, userId: person.userId, email, needles }
}

async function hasAccount(tx: Kysely<DB>, accountId: string): Promise<boolean> {
  return (await tx.selectFrom('core.account').select('account_id').where('account_id', '=', accountId).execute()).length > 0
}

type Somebody = Subject & { readonly userId: string; readonly ids: Map<string, string> }

function valueOf(table: Declared, column: CatalogueColumn, person: Somebody, email: string, needles: Needle[]): unknown {
  const declared = personalColumn(table.columns[column.column])
  const theirs = identity(table, column, person)
  if (theirs !== undefined) return theirs
  if (declared?.for.includes('rights_handling') && column.allowed === null) {
    const needle = needleFor(table, column, email)
    if (needle !== undefined) {
      needles.push({ table: table.table, column: column.column, needle: needle.text, secret: declared.secret === true })
      return needle.value
    }
  }
  return column.required ? plain(column) : undefined
}

function identity({ table, person, through, user }: Declared, { column, type }: CatalogueColumn, somebody: Somebody): unknown {
  if (column === 'account_id') return somebody.accountId
  if (column === person) return somebody.personId
  if (column === user || column === 'user_id') return somebody.userId
  if (column === through?.by) return somebody.ids.get(through.table)
  if (column !== 'id') return undefined
  const id = type === 'uuid' ? newId() : `id-${newId()}`
  somebody.ids.set(table, id)
  return id
}

function needleFor(
  { table, address }: Declared,
  { column, type, length }: CatalogueColumn,
  email: string,
): { text: string; value: unknown } | undefined {
  const text = `needle-${table}-${column}-${randomBytes(4).toString('hex')}`.replaceAll('.', '-')
  if (table === 'core.person' && column === 'email') return { text: email, value: email }
  if (table === 'core.person' && column === 'language') return undefined
  if (column === address) return { text, value: JSON.stringify({ email, text }) }
  if (type === 'bpchar') return { text: text.slice(-length!), value: text.slice(-length!) }
  if (type === 'text') return { text, value: text }
  if (type === 'jsonb') return { text, value: JSON.stringify({ text }) }
  if (type === '_text') return { text, value: [text] }
  return undefined
}

function plain({ column, type, allowed }: CatalogueColumn): unknown {
  if (allowed !== null) return allowed
  if (column === 'gross') return 2
  // A hold that has lapsed: one in force would keep what the test wants gone.
  if (column === 'lapses_on') return '2020-01-01'
  const values: Record<string, unknown> = {
    text: 'x',
    bpchar: 'NOK',
    uuid: newId(),
    int4: 1,
    int8: 1,
    bool: false,
    jsonb: '{}',
    _text: [],
    date: '2026-11-23',
    timestamptz: new Date('2026-11-23T10:00:00Z'),
    bytea: Buffer.alloc(32),
  }
  return values[type]
}

async function columnsOf(owner: Kysely<DB>): Promise<CatalogueColumn[]> {
  const { rows } = await sql<CatalogueColumn>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column", y.typname as "type", a.attnotnull as required,
      nullif(a.atttypmod - 4, -5) as length,
      (select coalesce((regexp_match(pg_get_constraintdef(k.oid), 'ARRAY\\[''(\\w+)'''))[1], (regexp_match(pg_get_constraintdef(k.oid), 'ARRAY\\[(\\d+)'))[1])
         from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
           and pg_get_constraintdef(k.oid) like '%ARRAY[%' limit 1) as allowed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type y on y.oid = a.atttypid
    where c.relkind in ('r', 'p') and n.nspname in ('core', 'auth', 'evidence', 'archive') and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`.execute(owner)
  return rows
}
