import { dayOf } from '#clock'
import type { Bulk } from '#database'
import { personalColumn, type Declared } from '#personal-data'
import { wordsOf } from './fingerprint.ts'
import { quoted } from './own-rows.ts'
import { meaningOf } from './remains.ts'
import { catalogueSql, type CatalogueColumn } from './remains-sql.ts'
import type { Hit, Recogniser } from './recognise.ts'

/** A value in which somebody erased is recognised, and whether a machine may strike it out. Where and who, never what. */
export type Sighting = {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly prints: readonly string[]
  readonly canBeStruck: boolean
}

export type LookedThrough = {
  readonly tables: number
  readonly columns: number
  readonly rows: number
  readonly sightings: readonly Sighting[]
}

/**
 * Every row of every table, once. Those who say who they are come first: an address or a name that somebody else has too is
 * theirs in their own relationship, and elsewhere a person must decide whose it is.
 */
export async function lookedThrough(
  bulk: Bulk,
  inventory: readonly Declared[],
  recognise: Recogniser,
  now: Date,
): Promise<LookedThrough> {
  const catalogue = await bulk.query<CatalogueColumn>(catalogueSql)
  const tables = [...Map.groupBy(catalogue, ({ table }) => table)].toSorted(
    ([a], [b]) => Number(isSomebody(b, inventory)) - Number(isSomebody(a, inventory)),
  )
  const held = await accountsHeld(bulk, now)
  const shared = new Map<string, Set<string | null>>()
  const sightings: Sighting[] = []
  let rows = 0
  for (const [table, columns] of tables) {
    rows += await bulk.read(rowsOf(table, columns), (cells) => {
      const [row, account] = cells
      for (const [at, column] of columns.entries()) {
        const value = cells[at + 2]
        if (value === null || value === undefined || value === '') continue
        const hits = hitsIn(value, column, recognise)
        if (hits.length > 0) sight({ table, column: column.column, row: row! }, account ?? null, value, hits)
      }
      for (const hit of namesake(columns, cells, inventory, table, recognise)) noteShared(hit.print, account ?? null)
    })
  }
  return { tables: tables.length, columns: catalogue.length, rows, sightings }

  function sight(
    place: Pick<Sighting, 'table' | 'column' | 'row'>,
    account: string | null,
    value: string,
    hits: readonly Hit[],
  ): void {
    const meaning = isLeftInArchive(place, account, hits) ? 'left' : meaningOf(place.table, place.column, inventory)
    if (meaning === "another's") for (const { print } of hits) noteShared(print, account)
    if (meaning !== 'left') return
    const others = hits.filter(({ print }) => !shared.get(print)?.has(account))
    if (others.length === 0) return
    const canBeStruck = mayStrike(place, inventory) && others.every((hit) => !shared.has(hit.print) && !isWhole(hit, value))
    sightings.push({ ...place, prints: [...new Set(others.map(({ print }) => print))], canBeStruck })
  }

  // Their own id in the locked archive, where nobody holds anything: the act forgot it. A name in another's claim stays as the claim's.
  function isLeftInArchive({ table }: Pick<Sighting, 'table'>, account: string | null, hits: readonly Hit[]): boolean {
    return table.startsWith('archive.') && hits.some(({ kind }) => kind === 'id') && !held.has(account ?? '')
  }

  function noteShared(print: string, account: string | null): void {
    shared.set(print, (shared.get(print) ?? new Set()).add(account))
  }
}

async function accountsHeld(bulk: Bulk, now: Date): Promise<ReadonlySet<string>> {
  const holds = await bulk.query<{ account: string }>(`select distinct account_id::text as account from core.hold
    where released_at is null and lapses_on >= date '${dayOf(now)}'`)
  return new Set(holds.map(({ account }) => account))
}

function rowsOf(table: string, columns: readonly CatalogueColumn[]): string {
  const values = columns.map(({ column }) => `t.${quoted(column)}::text`)
  const account = columns.some(({ column }) => column === 'account_id') ? 't.account_id::text' : 'null'
  const [schema, ...name] = table.split('.')
  return `select t.ctid::text, ${account}, ${values.join(', ')} from ${quoted(schema!)}.${quoted(name.join('.'))} t`
}

function hitsIn(value: string, { kind }: CatalogueColumn, recognise: Recogniser): readonly Hit[] {
  if (kind !== 'uuid') return recognise.inText(value)
  const hit = recognise.isId(value)
  return hit ? [hit] : []
}

function isSomebody(table: string, inventory: readonly Declared[]): boolean {
  const declared = inventory.find((each) => each.table === table)
  return declared?.person === 'id' || declared?.user === 'id'
}

// A name stands in two columns where a person says who they are.
function namesake(
  columns: readonly CatalogueColumn[],
  cells: readonly (string | null)[],
  inventory: readonly Declared[],
  table: string,
  recognise: Recogniser,
): readonly Hit[] {
  if (!isSomebody(table, inventory)) return []
  const value = (name: string) => cells[columns.findIndex(({ column }) => column === name) + 2] ?? ''
  const name = wordsOf(`${value('first_name')} ${value('last_name')}`).join(' ')
  return name.includes(' ') ? recognise.inText(name) : []
}

const freeText: readonly string[] = ['dialogue', 'trade', 'messages']

/** In words that people wrote to each other. A document that bears its own hash is changed by nobody, and so not by us. */
function mayStrike({ table, column }: Pick<Sighting, 'table' | 'column'>, inventory: readonly Declared[]): boolean {
  const declared = inventory.find((each) => each.table === table)
  if (declared === undefined || declared.erasure === undefined || declared.erasure === 'keep') return false
  if (Object.keys(declared.columns).some((name) => name.endsWith('_hash') && name !== 'link_hash')) return false
  return freeText.includes(personalColumn(declared.columns[column])?.holds ?? '')
}

function isWhole({ from, to }: Hit, value: string): boolean {
  return value.slice(0, from).trim() === '' && value.slice(to).trim() === ''
}
