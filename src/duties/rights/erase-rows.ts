import { sql } from 'kysely'
import type { For } from '#purposes'
import type { Count } from './erasure-plan.ts'
import type { Known } from './identifiers.ts'

/**
 * Locks the person fixed in the transaction, and what may outlive them, and says what they can be recognised by.
 * Undefined: there is nobody, or nobody any more.
 */
export async function heldStill(tx: For<'rights_handling'>): Promise<Known | undefined> {
  const { rows } = await sql<{ known: Known | null }>`select house.hold_person() as known`.execute(tx)
  return rows[0]!.known ?? undefined
}

/**
 * Deletes and detaches the rows of the person fixed in the transaction, and strikes out of the rows that stay whatever
 * names them (`pattern`); what is declared as kept is only counted. See erasure-sql.ts.
 */
export async function eraseRows(tx: For<'rights_handling'>, now: Date, pattern: string): Promise<readonly Count[]> {
  const { rows } = await sql<{ steps: Count[] }>`select house.erase_rows(${pattern}, ${now}) as steps`.execute(tx)
  return rows[0]!.steps
}
