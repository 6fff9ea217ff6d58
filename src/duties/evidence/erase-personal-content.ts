import { type QueryExecutorProvider, sql } from 'kysely'

/** What becomes of an entry whose content is destroyed. */
export const emptiedEntry = 'salt = null, body = null, subject = null'

/**
 * Destroys salt, content and subject of one entry, or of all entries about a person. The commitment stays, and so does
 * every proof; what it committed to can no longer be guessed (promise 2.1-i). Answers how many entries were emptied.
 */
export async function erasePersonalContent(
  tx: QueryExecutorProvider,
  which: { readonly entry: string } | { readonly subject: string },
): Promise<number> {
  const where = 'entry' in which ? sql`id = ${which.entry}` : sql`subject = ${which.subject}`
  const result = await sql`update evidence.entry set ${sql.raw(emptiedEntry)} where ${where}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}
