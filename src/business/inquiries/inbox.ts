import { sql } from 'kysely'
import type { For } from '#purposes'

export const shelves = ['waiting', 'mine', 'answered', 'closed', 'all'] as const
export type Shelf = (typeof shelves)[number]

export type Asked = {
  readonly shelf: Shelf
  readonly search: string
  /** Whose are "mine". */
  readonly userId: string
  readonly newestFirst: boolean
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export type InboxRow = {
  readonly account_id: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly channel: string
  readonly subject: string
  readonly received_at: Date
  readonly answered_at: Date | null
  readonly closed_at: Date | null
  readonly last_message_at: Date
  readonly owner_user_id: string | null
  readonly person_id: string | null
  readonly company: string | null
  readonly person_name: string | null
}

/** The inquiries on a shelf, those that have waited longest on top, and how many there are. */
export async function inbox(
  db: For<'case_documentation'>,
  asked: Asked,
): Promise<{ readonly rows: readonly InboxRow[]; readonly total: number }> {
  // The first page is asked again and again: with a value in it, and how much it shows written out, its plan is kept (decision 92).
  const fits = sql`${onShelf[asked.shelf](asked.userId)} and ${found(asked.search)} and ${true}::boolean`
  const from = sql`from inquiry i join account a on a.account_id = i.account_id left join person p on p.account_id = i.account_id and p.id = i.person_id`
  const [rows, counted] = await Promise.all([
    sql<InboxRow>`
      select i.account_id, i.id, i.number, i.kind, i.channel, i.subject, i.received_at, i.answered_at, i.closed_at, i.last_message_at,
        i.owner_user_id, i.person_id, a.name as company,
        coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email, p.phone) as person_name
      ${from} where ${fits}
      order by i.received_at ${asked.newestFirst ? sql`desc` : sql`asc`}, i.id
      limit ${sql.lit(asked.pageSize)} ${asked.page > 1 ? sql`offset ${(asked.page - 1) * asked.pageSize}` : sql``}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total ${from} where ${fits}`.execute(db),
  ])
  return { rows: rows.rows, total: counted.rows[0]?.total ?? 0 }
}

/** How many wait for us: what the side bar and the start page show. */
export async function inquiriesWaiting(db: For<'case_documentation'>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total from inquiry i where ${onShelf.waiting('')}`.execute(db)
  return rows[0]?.total ?? 0
}

const onShelf: Record<Shelf, (userId: string) => ReturnType<typeof sql>> = {
  waiting: () => sql`(i.closed_at is null and (i.answered_at is null or i.answered_at < i.last_message_at))`,
  mine: (userId) => sql`(i.closed_at is null and i.owner_user_id = ${userId})`,
  answered: () => sql`(i.closed_at is null and i.answered_at >= i.last_message_at)`,
  closed: () => sql`(i.closed_at is not null)`,
  all: () => sql`true`,
}

function found(search: string) {
  const text = search.trim()
  if (text === '') return sql`true`
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(i.number ilike ${like} or i.subject ilike ${like} or a.name ilike ${like} or p.email ilike ${like}
    or concat_ws(' ', p.first_name, p.last_name) ilike ${like})`
}
