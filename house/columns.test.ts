import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory } from '#inventory'
import type { Declared } from '#personal-data'
import { openTestHouse, type TestHouse } from '#testing'

const ours = ['core', 'evidence', 'archive', 'auth', 'house', 'statistics', 'graphile_worker']
let house: TestHouse
let catalogue: Set<string>

beforeAll(async () => {
  house = await openTestHouse()
  catalogue = await columnsOf(house)
})
afterAll(() => house.close())

describe('every column of every table is declared', () => {
  it('looked at a whole database', () => {
    expect(catalogue.size).toBeGreaterThan(300)
    expect([...catalogue]).toContain('core.person.email')
  })

  it('has no column in the catalogue that no room declares', () => {
    expect([...catalogue].filter((column) => !declaredColumns(inventory).has(column))).toEqual([])
  })

  it('declares no column that the catalogue does not have', () => {
    expect([...declaredColumns(inventory)].filter((column) => !catalogue.has(column))).toEqual([])
  })

  it('catches a column added in SQL only', async () => {
    await sql`alter table core.person add column birth_date date`.execute(house.owner)
    const found = [...(await columnsOf(house))].filter((column) => !declaredColumns(inventory).has(column))
    await sql`alter table core.person drop column birth_date`.execute(house.owner)
    expect(found).toEqual(['core.person.birth_date'])
  })

  it('declares each table once', () => {
    const names = inventory.map(({ table }) => table)
    expect(names).toEqual([...new Set(names)])
  })
})

describe('a table about customers can be spread over machines', () => {
  const spread = inventory.filter(({ scope }) => scope === 'account')

  it('has account_id first in its primary key', async () => {
    const first = await firstKeyColumns(house)
    expect(spread.filter(({ table }) => first.get(table) !== 'account_id').map(({ table }) => table)).toEqual([])
    expect(spread.length).toBeGreaterThan(15)
  })

  it('has neither triggers nor sequences', async () => {
    const { rows } = await sql<{ name: string }>`
      select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not tgisinternal and n.nspname in ('core', 'evidence', 'archive', 'statistics')
      union all select sequence_name from information_schema.sequences where sequence_schema in ('core', 'evidence', 'archive')
    `.execute(house.owner)
    expect(rows).toEqual([])
  })
})

describe('money', () => {
  it('is never a float', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema in ('core', 'archive') and data_type in ('real', 'double precision', 'money', 'numeric')`.execute(
      house.owner,
    )
    expect(rows).toEqual([])
  })
})

function declaredColumns(declarations: readonly Declared[]): Set<string> {
  return new Set(declarations.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)))
}

async function columnsOf({ owner }: TestHouse): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any(${ours}) and a.attnum > 0 and not a.attisdropped`.execute(
    owner,
  )
  return new Set(rows.map(({ name }) => name))
}

async function firstKeyColumns({ owner }: TestHouse): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; column: string }>`
    select n.nspname || '.' || c.relname as name, a.attname as column
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where i.indisprimary`.execute(owner)
  return new Map(rows.map(({ name, column }) => [name, column]))
}
