import { sql, type QueryExecutorProvider } from 'kysely'
import { expirySql, type RuleId } from '#retention'

export type What = 'stopped' | 'contact' | 'dialogue without trade' | 'dialogue' | 'invoices'
export type Moment = { readonly what: What; readonly on: string }

/** What goes when, counted from an end: the day from which it is not there any longer (YYYY-MM-DD, Europe/Oslo). */
export async function whatHappensWhen(db: QueryExecutorProvider, endedAt: Date): Promise<Moment[]> {
  const began = `timestamptz '${endedAt.toISOString()}'`
  const day = (expiry: string) => `to_char((${expiry}) at time zone 'Europe/Oslo', 'YYYY-MM-DD')`
  const lines = order.map(
    ({ what, rule }, n) => `select ${n} as n, '${what}' as what, ${day(rule === null ? began : expirySql(rule, began))} as on`,
  )
  const { rows } = await sql.raw<Moment & { n: number }>(`${lines.join(' union all ')} order by n`).execute(db)
  return rows.map(({ what, on }) => ({ what, on }))
}

/** The latest, if the last thing between us was on the day it ended. */
const order: readonly { readonly what: What; readonly rule: RuleId | null }[] = [
  { what: 'stopped', rule: null },
  { what: 'contact', rule: 'R-01' },
  { what: 'dialogue without trade', rule: 'R-04' },
  { what: 'dialogue', rule: 'R-10' },
  { what: 'invoices', rule: 'R-07' },
]
