import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { For } from '#purposes'
import { stateOf, type State } from './quote.ts'

export type Wish = {
  readonly search?: string | undefined
  readonly state?: State | 'expiring' | undefined
  readonly sort?: 'newest' | 'number' | 'customer' | 'sum' | 'validity' | undefined
  readonly page?: number | undefined
}

const quotesPerPage = 50

/** The quotes with the newest version's sum, or the draft's day while none was sent. */
export async function quoteList(db: For<'deliver'>, now: Date, { search = '', state, sort = 'newest', page = 1 }: Wish) {
  const today = dayOf(now)
  let query = quotes(db)
  if (search.trim() !== '') {
    const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((or) => or.or([or('q.number', 'ilike', like), or('a.name', 'ilike', like)]))
  }
  if (state) query = query.where(inState(state, today))
  const rows = await query
    .orderBy(sorting[sort])
    .orderBy('q.id', 'desc')
    .limit(quotesPerPage + 1)
    .offset((page - 1) * quotesPerPage)
    .execute()
  const list = rows.slice(0, quotesPerPage).map((row) => ({ ...row, state: stateOf(factsOf(row), today) }))
  return { quotes: list, more: rows.length > quotesPerPage }
}

function quotes(db: For<'deliver'>) {
  return db
    .selectFrom('quote as q')
    .innerJoin('account as a', 'a.account_id', 'q.account_id')
    .leftJoin('quote_acceptance as y', (join) => join.onRef('y.account_id', '=', 'q.account_id').onRef('y.quote_id', '=', 'q.id'))
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('quote_version as v')
          .select(['v.version', 'v.valid_until', 'v.net', 'v.sent_at'])
          .whereRef('v.account_id', '=', 'q.account_id')
          .whereRef('v.quote_id', '=', 'q.id')
          .orderBy('v.version', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .select([
      'q.id',
      'q.account_id',
      'q.number',
      'q.currency',
      'q.created_at',
      'q.viewed_at',
      'q.declined_at',
      'q.withdrawn_at',
      'a.name',
      'y.accepted_at',
    ])
    .select(['n.version', 'n.valid_until', 'n.net', 'n.sent_at'])
}

type Row = {
  valid_until: string | null
  viewed_at: Date | null
  accepted_at: Date | null
  declined_at: Date | null
  withdrawn_at: Date | null
}

function factsOf(row: Row) {
  return {
    validUntil: row.valid_until,
    viewedAt: row.viewed_at,
    acceptedAt: row.accepted_at,
    declinedAt: row.declined_at,
    withdrawnAt: row.withdrawn_at,
  }
}

/** The same order of questions as stateOf, in SQL; quote-list.test.ts holds the two together. */
function inState(state: State | 'expiring', today: string) {
  const offered = sql`y.accepted_at is null and q.withdrawn_at is null and n.version is not null`
  const standing = sql`${offered} and q.declined_at is null and n.valid_until >= ${today}::date`
  return {
    accepted: sql<boolean>`y.accepted_at is not null`,
    withdrawn: sql<boolean>`y.accepted_at is null and q.withdrawn_at is not null`,
    draft: sql<boolean>`y.accepted_at is null and q.withdrawn_at is null and n.version is null`,
    declined: sql<boolean>`${offered} and q.declined_at is not null`,
    expired: sql<boolean>`${offered} and q.declined_at is null and n.valid_until < ${today}::date`,
    viewed: sql<boolean>`${standing} and q.viewed_at is not null`,
    sent: sql<boolean>`${standing} and q.viewed_at is null`,
    expiring: sql<boolean>`${standing} and n.valid_until <= ${today}::date + 5`,
  }[state]
}

const sorting = {
  newest: sql`q.created_at desc`,
  number: sql`q.number desc`,
  customer: sql`a.name`,
  sum: sql`n.net desc nulls last`,
  validity: sql`n.valid_until nulls last`,
} as const

/** How many drafts wait for us, how many quotes for the customer, and how many of those run out within five days. */
export async function quotesWaiting(db: For<'deliver'>, now: Date) {
  const today = dayOf(now)
  const count = (state: State | 'expiring') => sql<number>`count(*) filter (where ${inState(state, today)})::int`
  return quotes(db)
    .clearSelect()
    .select([
      count('draft').as('drafts'),
      sql<number>`(${count('sent')} + ${count('viewed')})`.as('awaiting'),
      count('expiring').as('expiring'),
    ])
    .executeTakeFirstOrThrow()
}
