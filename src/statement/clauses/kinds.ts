import { type RawBuilder, sql } from 'kysely'

/**
 * Logs have many rows and few kinds of them. A control asks of each kind whether it may be, and only then for the rows: the kinds are
 * found by leaps, each the next one in an index that begins with these columns (migrations 210 and 280, decision 72). None of them may be null.
 */
function kindsOf(table: string, columns: readonly string[]): RawBuilder<unknown> {
  const names = (alias: string) => sql.raw(columns.map((name) => `${alias}.${name}`).join(', '))
  return sql`(with recursive kind as (
      (select ${names('t')} from ${sql.table(table)} t order by ${names('t')} limit 1)
      union all
      select n.* from kind k cross join lateral
        (select ${names('t')} from ${sql.table(table)} t where (${names('t')}) > (${names('k')}) order by ${names('t')} limit 1) n)
    select * from kind)`
}

const transfer = ['recipient', 'purpose', 'ground', 'fields']
const mail = ['purpose', 'kind']
const reading = ['staff_user_id', 'purpose']
const consent = ['purpose', 'channel', 'source', 'statement_revision']

/** The lines of the log of transfers that are of such a kind: a condition over recipient, purpose, ground and fields. */
export function transfersThat(are: RawBuilder<unknown>): RawBuilder<unknown> {
  return rowsThat('core.transfer', transfer, are)
}

/** The letters that are of such a kind: a condition over purpose and kind. */
export function lettersThat(are: RawBuilder<unknown>): RawBuilder<unknown> {
  return rowsThat('core.mail', mail, are)
}

/** The consents that are of such a kind: a condition over purpose, channel, source and statement_revision. */
export function consentsThat(are: RawBuilder<unknown>): RawBuilder<unknown> {
  return rowsThat('core.consent', consent, are)
}

/** The look-ups of such a kind: a condition over staff_user_id and purpose. */
export function readingsThat(are: RawBuilder<unknown>): RawBuilder<unknown> {
  return rowsThat('core.reading', reading, are)
}

/** Who looked people up for what: rows of staff_user_id and purpose. */
export const kindsOfReadings = kindsOf('core.reading', reading)

/** What was shown of the statement in such a revision. */
export function shownThat(are: RawBuilder<unknown>): RawBuilder<unknown> {
  return rowsThat('core.statement_shown', ['revision'], are)
}

/** From what follows `select …`: so that a control can ask more of those few rows, as `r`. */
function rowsThat(table: string, columns: readonly string[], are: RawBuilder<unknown>): RawBuilder<unknown> {
  const same = sql.raw(columns.map((name) => `r.${name} = k.${name}`).join(' and '))
  const kinds = sql`(select * from ${kindsOf(table, columns)} a where ${are})`
  // The server cannot know how few they are: it is told to ask for the rows of each kind by itself.
  return sql`from ${kinds} k cross join lateral (select * from ${sql.table(table)} r where ${same} offset 0) r`
}
