import { sql } from 'kysely'
import type { For } from '#purposes'

export const kinds = ['customer', 'inquirer', 'imported'] as const
export const sorts = ['name', 'number', 'active'] as const

export type Asked = {
  readonly search: string
  readonly kind: (typeof kinds)[number] | 'all'
  readonly sort: (typeof sorts)[number]
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export type CustomerRow = {
  readonly account_id: string
  readonly kind: string
  readonly customer_number: bigint | null
  readonly name: string | null
  readonly organisation_number: string | null
  readonly country: string
  readonly last_active_at: Date
  readonly people: number
  /** The first contact person, where the relationship has one. */
  readonly person_id: string | null
  readonly person_name: string | null
}

/** Relationships that fit, a page of them, and how many there are in all. */
export async function customerList(
  db: For<'administer'>,
  asked: Asked,
): Promise<{ readonly rows: readonly CustomerRow[]; readonly total: number }> {
  const fits = fitting(asked)
  const [found, counted] = await Promise.all([
    sql<CustomerRow>`
      with page as (
        select a.account_id, a.kind, a.customer_number, a.name, a.organisation_number, a.country, a.last_active_at, ${sortedBy(asked)} as sorted_by
        from account a where ${fits} order by sorted_by ${direction(asked)}, a.account_id
        limit ${asked.pageSize} offset ${(asked.page - 1) * asked.pageSize})
      select a.account_id, a.kind, a.customer_number, a.name, a.organisation_number, a.country, a.last_active_at,
        (select count(*)::int from person p where p.account_id = a.account_id) as people, first.id as person_id, first.person_name
      from page a left join lateral (
        select p.id, ${nameOf()} as person_name from person p where p.account_id = a.account_id ${firstOfAll()}
      ) first on true
      order by a.sorted_by ${direction(asked)}, a.account_id`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from account a where ${fits}`.execute(db),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

function fitting({ search, kind }: Asked) {
  const ofKind = kind === 'all' ? sql`true` : sql`a.kind = ${kind}`
  const text = search.trim()
  if (text === '') return ofKind
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const digits = text.replace(/\s/g, '')
  return sql`${ofKind} and (a.name ilike ${like} or a.organisation_number = ${digits} or a.customer_number::text = ${digits}
    or exists (select 1 from person p where p.account_id = a.account_id
      and (concat_ws(' ', p.first_name, p.last_name) ilike ${like} or p.email ilike ${like} or replace(p.phone, ' ', '') = ${digits})))`
}

// Looked up for the page that is shown, and for those without a company name when names are sorted; never for everybody.
function sortedBy({ sort }: Asked) {
  if (sort === 'number') return sql`a.customer_number`
  if (sort === 'active') return sql`a.last_active_at`
  return sql`lower(coalesce(a.name, (select ${nameOf()} from person p where p.account_id = a.account_id ${firstOfAll()})))`
}

function direction({ descending }: Asked) {
  return descending ? sql`desc nulls last` : sql`asc nulls last`
}

function nameOf() {
  return sql`coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email, p.phone)`
}

function firstOfAll() {
  return sql`order by p.left_on nulls first, p.created_at limit 1`
}
