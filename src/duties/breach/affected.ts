import { sql } from 'kysely'
import type { Category } from '#personal-data'
import type { For } from '#purposes'

export type Affected = {
  readonly persons: number
  readonly told: number
  /** Those we have no address of. */
  readonly withoutAddress: number
  readonly categories: readonly { readonly category: Category; readonly persons: number }[]
  readonly looks: readonly {
    readonly source: string
    readonly what: string | null
    readonly persons: number
    readonly drawnAt: Date
  }[]
}

/** How many were affected, by kind of data, and how we know. */
export async function affected(db: For<'legal_obligation'>, breachId: string): Promise<Affected> {
  const [counts, categories, looks] = await Promise.all([
    sql<{ persons: number; told: number; reachable: number }>`select count(*)::int as persons, count(b.told_at)::int as told,
      count(p.email)::int as reachable from breach_person b
      left join person p on p.account_id = b.account_id and p.id = b.person_id where b.breach_id = ${breachId}`.execute(db),
    sql<{
      category: Category
      persons: number
    }>`select category, count(*)::int as persons from breach_person, unnest(categories) category
      where breach_id = ${breachId} group by category order by persons desc, category`.execute(db),
    sql<Affected['looks'][number]>`select source, coalesce(recipient, about_table) as what, persons, drawn_at as "drawnAt"
      from breach_scope where breach_id = ${breachId} order by drawn_at desc`.execute(db),
  ])
  const { persons, told, reachable } = counts.rows[0]!
  return { persons, told, withoutAddress: persons - reachable, categories: categories.rows, looks: looks.rows }
}
