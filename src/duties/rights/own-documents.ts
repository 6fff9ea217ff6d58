import { sql } from 'kysely'
import { viewName, type Declared } from '#personal-data'
import type { For } from '#purposes'
import { quoted } from './own-rows.ts'

/** A paper of the person's: what it is, and the number they know it by. */
export type OwnDocument = { readonly id: string; readonly table: string; readonly number: string }

/** What can be restricted by itself, as declared, of the person fixed in the transaction; newest first, for our ids tell the time. */
export async function ownDocuments(tx: For<'rights_handling'>, inventory: readonly Declared[]): Promise<OwnDocument[]> {
  const each = inventory.flatMap(({ table, document }) =>
    document === undefined
      ? []
      : [`select id, '${table}' as "table", ${quoted(document)} as number from ${quoted(viewName(table))}`],
  )
  const { rows } = await sql.raw<OwnDocument>(`${each.join(' union all ')} order by id desc`).execute(tx)
  return rows
}
