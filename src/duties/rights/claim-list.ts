import { sql } from 'kysely'
import type { For } from '#purposes'

export const shelves = ['waiting', 'pending', 'closed', 'all'] as const
export type Shelf = (typeof shelves)[number]

// Erased and answered; what is left is the night's, until its search finds something that somebody must look at.
const leftToTheNight = sql<boolean>`exists (select 1 from erasure_search s
  where s.account_id = c.account_id and s.case_id = c.id and s.finds = '[]'::jsonb)`

const onShelf: Record<Shelf, ReturnType<typeof sql<boolean>>> = {
  waiting: sql<boolean>`(c.closed_at is null and not ${leftToTheNight})`,
  pending: sql<boolean>`((c.closed_at is null and ${leftToTheNight})
    or exists (select 1 from rights_pending p where p.account_id = c.account_id and p.case_id = c.id and p.done_at is null))`,
  closed: sql<boolean>`c.closed_at is not null`,
  all: sql<boolean>`true`,
}

/** The claims on a shelf, those that wait first, the soonest due on top; never the person, only the relationship. */
export async function claimList(
  db: For<'legal_obligation'>,
  { shelf, page, pageSize }: { readonly shelf: Shelf; readonly page: number; readonly pageSize: number },
) {
  const fits = onShelf[shelf]
  const rows = await db
    .selectFrom('rights_case as c')
    .leftJoin('account as a', 'a.account_id', 'c.account_id')
    .leftJoin('erasure_search as s', (join) => join.onRef('s.account_id', '=', 'c.account_id').onRef('s.case_id', '=', 'c.id'))
    .select(['c.account_id', 'c.id', 'c.number', 'c.person_id', 'c.kind', 'c.channel', 'c.identity', 'c.received_at'])
    .select(['c.due_on', 'c.triage_by', 'c.closed_at', 'a.name', 'a.customer_number', 's.erased_at', 's.finds'])
    .where(fits)
    .orderBy(sql`c.closed_at is not null`)
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from rights_case c where ${fits}`.execute(
    db,
  )
  return { rows, total: counted[0]?.total ?? 0 }
}

/** How many wait for us, and the day on which the first must be answered: `2026-12-30`. */
export async function claimsWaiting(db: For<'legal_obligation'>) {
  const { rows } = await sql<{ open: number; first: string | null }>`select count(*)::int as open, min(due_on)::text as first
    from rights_case c where ${onShelf.waiting}`.execute(db)
  return rows[0]!
}
