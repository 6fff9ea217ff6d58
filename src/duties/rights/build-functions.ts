import { createHash } from 'node:crypto'
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { Declared } from '#personal-data'
import { fieldCategorySql } from '#processors'
import { roleOf } from '#purposes'
import { erasureSql } from './erasure-sql.ts'
import { holdingsSql } from './holdings-sql.ts'
import { ownDocumentsSql } from './own-documents.ts'
import { catalogueSql, remainsSql, type CatalogueColumn } from './remains-sql.ts'

// Any number would do, as long as it is ours.
const advisoryLock = 7_239_014_556

/**
 * Writes the functions that access and erasure run by, from the declarations and one from the catalogue, unless they stand
 * there already. At every start, after the purpose layer.
 */
export async function buildRights(owner: Kysely<any>, inventory: readonly Declared[]): Promise<boolean> {
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(tx)
    const text = await functionsText(tx, inventory)
    const hash = hashOf(text)
    const { rows } = await sql<{ said: string | null }>`
      select obj_description(to_regprocedure('house.erase_rows(text, text[], timestamptz)'), 'pg_proc') as said`.execute(tx)
    if (rows[0]?.said === hash) return false
    await sql.raw(`${text};\n${granted(hash)}`).execute(tx)
    return true
  })
}

/** Changes exactly when what those functions would be written from changes. */
export async function rightsHash(db: QueryExecutorProvider, inventory: readonly Declared[]): Promise<string> {
  return hashOf(await functionsText(db, inventory))
}

async function functionsText(db: QueryExecutorProvider, inventory: readonly Declared[]): Promise<string> {
  const { rows: columns } = await sql.raw<CatalogueColumn>(catalogueSql).execute(db)
  return [
    holdingsSql(inventory),
    erasureSql(inventory, textsOf(columns)),
    remainsSql(columns),
    ownDocumentsSql(inventory),
    fieldCategorySql(inventory),
  ].join(';\n')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function textsOf(columns: readonly CatalogueColumn[]): Map<string, string[]> {
  const plain = columns.filter(({ kind }) => kind === 'text')
  return new Map(
    [...Map.groupBy(plain, ({ table }) => table)].map(([table, all]) => [table, all.map(({ column }) => column)] as const),
  )
}

const functions = [
  'holdings()',
  'erase_rows(text, text[], timestamptz)',
  'hold_person(uuid, uuid)',
  'remains(text, text[], uuid[], uuid[], text[])',
  'own_documents()',
  'field_category(text)',
]

function granted(hash: string): string {
  return [
    ...functions.flatMap((each) => [
      `revoke execute on function house.${each} from public`,
      `grant execute on function house.${each} to ${roleOf('rights_handling')}`,
    ]),
    `comment on function house.erase_rows(text, text[], timestamptz) is '${hash}'`,
  ].join(';\n')
}
