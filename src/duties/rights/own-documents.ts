import { sql } from 'kysely'
import { viewName, type Declared } from '#personal-data'
import type { For } from '#purposes'
import { plannedForAnybody, quoted } from './own-rows.ts'

/** A paper of the person's: what it is, and the number they know it by. */
export type OwnDocument = { readonly id: string; readonly table: string; readonly number: string }

/** What can be restricted by itself, of the person fixed in the transaction; newest first, for our ids tell the time. */
export async function ownDocuments(tx: For<'rights_handling'>): Promise<OwnDocument[]> {
  const { rows } = await sql<OwnDocument>`select * from house.own_documents() order by id desc`.execute(tx)
  return rows
}

/** One of them; undefined when it is none of theirs, or is gone. */
export async function ownDocument(tx: For<'rights_handling'>, id: string): Promise<OwnDocument | undefined> {
  const { rows } = await sql<OwnDocument>`select * from house.own_documents() where id = ${id}`.execute(tx)
  return rows[0]
}

/** What it is, as our codes say it: `core.sales_order` → `order`. */
export function paperKind({ table }: OwnDocument): string {
  return viewName(table).replace('sales_', '')
}

/** The same as a function of the database, from the declarations. */
export function ownDocumentsSql(inventory: readonly Declared[]): string {
  const each = inventory.flatMap(({ table, document }) =>
    document === undefined ? [] : [`select id, '${table}', ${quoted(document)} from ${quoted(viewName(table))}`],
  )
  return `drop function if exists house.own_documents();
create function house.own_documents() returns table (id uuid, "table" text, number text)
language sql stable set search_path = rights_handling, pg_temp ${plannedForAnybody} as $papers$
  ${each.join(' union all ')} $papers$`
}
