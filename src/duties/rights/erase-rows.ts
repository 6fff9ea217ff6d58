import { sql } from 'kysely'
import type { For, Subject } from '#purposes'
import type { Count } from './erasure-plan.ts'
import type { Identifiers, Known } from './identifiers.ts'

/**
 * Fixes that person in the transaction, locks them and what may outlive them, and says what they can be recognised by.
 * Undefined: there is nobody, or nobody any more.
 */
export async function heldStill(tx: For<'rights_handling'>, { accountId, personId }: Subject): Promise<Known | undefined> {
  const { rows } = await sql<{ known: Known | null }>`select house.hold_person(${accountId}, ${personId}) as known`.execute(tx)
  return rows[0]!.known ?? undefined
}

/**
 * Deletes and detaches the rows of the person fixed in the transaction, and strikes out of the rows that stay whatever
 * names them; what is declared as kept is only counted. See erasure-sql.ts.
 */
export async function eraseRows(
  tx: For<'rights_handling'>,
  now: Date,
  known: Pick<Identifiers, 'pattern' | 'hints'>,
): Promise<readonly Count[]> {
  const { pattern, hints } = known
  const { rows } = await sql<{
    steps: Count[]
  }>`select house.erase_rows(${pattern}, ${[...hints]}::text[], ${now}) as steps`.execute(tx)
  return rows[0]!.steps
}
