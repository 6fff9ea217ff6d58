import { type QueryExecutorProvider, sql } from 'kysely'

/** Letters that a stranger can cause, and how many of them an hour may go to one address. */
type Allowance = { readonly kinds: readonly string[]; readonly perHour: number }

/**
 * Whether one more such letter may be written to the address. Whoever asks holds the address until the transaction ends, so that
 * many at once are counted one after the other. A form that only some addresses get letters from must answer the same either way.
 */
export async function mayWriteTo(
  tx: QueryExecutorProvider,
  now: Date,
  address: string,
  { kinds, perHour }: Allowance,
): Promise<boolean> {
  const to = address.trim().toLowerCase()
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${kinds[0]} ${to}`}, 0))`.execute(tx)
  const { rows } = await sql<{ n: bigint }>`
    select house.letters_lately(${to}, ${[...kinds]}, ${now}::timestamptz - interval '1 hour') as n`.execute(tx)
  return rows[0]!.n < perHour
}
