import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

/** The next number of the series, from 1 (or from where the series was set to begin). Call it inside the act's transaction. */
export async function nextNumber(tx: QueryExecutorProvider, series: string): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`${nextNumberSql(series)}`.execute(tx)
  return BigInt(rows[0]!.number)
}

/** The same as one part of a larger statement: takes the number and returns it as `number`. */
export function nextNumberSql(series: string): RawBuilder<unknown> {
  return sql`insert into core.number_series as kept (series, next) values (${series}, 2)
    on conflict (series) do update set next = kept.next + 1
    returning next - 1 as number`
}
