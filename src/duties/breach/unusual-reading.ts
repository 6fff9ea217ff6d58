import { sql } from 'kysely'
import type { For } from '#purposes'

export type Unusual = {
  readonly staffUserId: string
  readonly name: string
  readonly role: string
  readonly persons: number
  readonly lookUps: number
  readonly why: readonly ('many' | 'same name' | 'again and again')[]
}

type Count = {
  readonly staff_user_id: string
  readonly name: string
  readonly role: string
  readonly persons: number
  readonly look_ups: number
  readonly most: number
}

/**
 * Who among staff looked up unusually many, somebody of their own surname, or the same person again and again, in the last
 * days (promise 4-f). It is a list to ask about, not a verdict. Nobody's look-ups are in it unless something stands out.
 */
export async function unusualReading(
  { security, legal }: { readonly security: For<'security'>; readonly legal: For<'legal_obligation'> },
  now: Date,
  days = 30,
): Promise<Unusual[]> {
  const since = sql`${now}::timestamptz - make_interval(days => ${days}::int)`
  const { rows } = await sql<Count>`with one as (
      select staff_user_id, account_id, person_id, max(staff_role) as role, count(*)::int as times from reading
      where at > ${since} and at <= ${now} group by staff_user_id, account_id, person_id)
    select o.staff_user_id, coalesce(u.name, o.staff_user_id) as name, max(o.role) as role, count(*)::int as persons,
      sum(times)::int as look_ups, max(times)::int as most
    from one o left join auth."user" u on u.id = o.staff_user_id group by o.staff_user_id, u.name`.execute(security)
  const related = await ofTheirOwnName(security, legal, now, days)
  const usual = median(rows.map(({ persons }) => persons))
  return rows
    .map((row) => ({ ...row, why: reasons(row, usual, related) }))
    .filter(({ why }) => why.length > 0)
    .map(({ staff_user_id: staffUserId, name, role, persons, look_ups: lookUps, why }) => ({
      staffUserId,
      name,
      role,
      persons,
      lookUps,
      why,
    }))
    .toSorted((a, b) => b.why.length - a.why.length || b.persons - a.persons)
}

const fewest = 20
const timesUsual = 3
const sameTooOften = 10

function reasons({ staff_user_id, persons, most }: Count, usual: number, related: ReadonlySet<string>): Unusual['why'] {
  return [
    ...(persons >= fewest && persons > timesUsual * usual ? (['many'] as const) : []),
    ...(related.has(staff_user_id) ? (['same name'] as const) : []),
    ...(most >= sameTooOften ? (['again and again'] as const) : []),
  ]
}

/** Security knows who looked, and legal obligation knows what people are called: neither role sees both. */
async function ofTheirOwnName(
  security: For<'security'>,
  legal: For<'legal_obligation'>,
  now: Date,
  days: number,
): Promise<ReadonlySet<string>> {
  const { rows: looks } = await sql<{ staff: string; surname: string; person: string }>`
    select distinct r.staff_user_id as staff, lower(regexp_replace(trim(u.name), '^.*\\s', '')) as surname, r.person_id as person
    from reading r join auth."user" u on u.id = r.staff_user_id
    where r.at > ${now}::timestamptz - make_interval(days => ${days}::int) and r.at <= ${now} and trim(u.name) ~ '\\s'`.execute(
    security,
  )
  if (looks.length === 0) return new Set()
  const { rows: people } = await sql<{ id: string; surname: string }>`select id, lower(last_name) as surname from person
    where id = any(${[...new Set(looks.map(({ person }) => person))]}::uuid[])
      and lower(last_name) = any(${[...new Set(looks.map(({ surname }) => surname))]}::text[])`.execute(legal)
  const called = new Map(people.map(({ id, surname }) => [id, surname]))
  return new Set(looks.filter(({ person, surname }) => called.get(person) === surname).map(({ staff }) => staff))
}

function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
