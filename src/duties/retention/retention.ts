/**
 * The retention schedule as dated data: what starts the clock, how long, under which law, and what then (promises 0-e, 4-a).
 * Expiry is computed by the database: months and years are never counted in JavaScript.
 */
export { deleteOverdue, type Deleted, type Deleters } from './delete-overdue.ts'
export { rules, type Rule, type RuleId } from './rules.ts'
import { rules, type RuleId } from './rules.ts'

/**
 * SQL for the moment a row expires, from SQL for the moment its rule counts from; null where the rule has no end.
 * A rule that counts from the end of the accounting year counts from 1 January after it, Europe/Oslo.
 */
export function expirySql(rule: RuleId, since: string): string {
  const { period, from } = rules[rule]
  if (period === null) return 'null::timestamptz'
  const start =
    from === 'accounting year end'
      ? `(date_trunc('year', (${since})::timestamptz at time zone 'Europe/Oslo') + interval '1 year') at time zone 'Europe/Oslo'`
      : `(${since})::timestamptz`
  return `((${start}) at time zone 'Europe/Oslo' + interval '${period}') at time zone 'Europe/Oslo'`
}

/** What is told to the person: how long, from what, under which law. */
export function writtenRule(rule: RuleId, language: 'nb' | 'en'): string {
  const { [language]: text, ground } = rules[rule]
  return `${text} (${ground})`
}
