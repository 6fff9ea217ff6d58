import { type QueryExecutorProvider, sql } from 'kysely'

/** The next number of the series, from 1 (or from where the series was set to begin). Call it inside the act's transaction. */
export async function nextNumber(tx: QueryExecutorProvider, series: string): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`
    insert into core.number_series as kept (series, next) values (${series}, 2)
    on conflict (series) do update set next = kept.next + 1
    returning next - 1 as number`.execute(tx)
  return BigInt(rows[0]!.number)
}
