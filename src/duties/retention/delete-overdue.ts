import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { For } from '#purposes'
import { witness } from '#evidence'
import { rules, type RuleId } from './rules.ts'

export type Deleters = { readonly legal: For<'legal_obligation'>; readonly security: For<'security'> }
export type Deleted = Readonly<Record<string, number>>

/**
 * Deletes what has outlived its rule, and witnesses how much of what (promises 4-k, 2.6-e). Periods are counted by the
 * database. A restriction that keeps the data for the person stops it (art. 18(1)(b), (c)).
 */
export async function deleteOverdue({ legal, security }: Deleters, now: Date): Promise<Deleted> {
  const fromWork = await legal.transaction().execute(async (tx) => {
    const deleted: Deleted = {
      'core.reading': await gone(tx, 'core.reading', overdue('at', 'R-23', now), true),
      'core.mail': await gone(tx, 'core.mail', overdue('queued_at', 'R-16', now), true),
      'core.refused_entry': await gone(tx, 'core.refused_entry', overdue('at', 'R-22', now)),
      'core.inquiry_message': await gone(
        tx,
        'core.inquiry_message',
        sql`t.direction = 'note' and exists (select 1 from core.inquiry i
        where i.account_id = t.account_id and i.id = t.inquiry_id and i.closed_at + ${rules['R-11'].period}::interval < ${now})`,
      ),
      'core.inquiry': await gone(tx, 'core.inquiry', ledNowhere(now), true),
      'core.quote': await gone(tx, 'core.quote', neverAccepted(now), true),
    }
    await tell(tx, now, deleted)
    return deleted
  })
  const fromSecurity = await security.transaction().execute(async (tx) => {
    const deleted: Deleted = { 'auth.session': await gone(tx, 'auth.session', overdue('createdAt', 'R-22', now)) }
    await tell(tx, now, deleted)
    return deleted
  })
  return { ...fromWork, ...fromSecurity }
}

function overdue(since: string, rule: RuleId, now: Date): RawBuilder<unknown> {
  return sql`t.${sql.ref(since)} + ${rules[rule].period}::interval < ${now}`
}

// An inquiry that led to a quote, or whose customer ever ordered, is part of a sale and has other rules.
function ledNowhere(now: Date): RawBuilder<unknown> {
  return sql`t.last_message_at + ${rules['R-04'].period}::interval < ${now}
    and not exists (select 1 from core.quote q where q.account_id = t.account_id and q.inquiry_id = t.id)
    and not exists (select 1 from core.sales_order o where o.account_id = t.account_id)`
}

// What was never sent is a draft, and has no expiry to count from.
function neverAccepted(now: Date): RawBuilder<unknown> {
  return sql`not exists (select 1 from core.quote_acceptance a where a.account_id = t.account_id and a.quote_id = t.id)
    and not exists (select 1 from core.quote_draft d where d.account_id = t.account_id and d.quote_id = t.id)
    and (select max(v.valid_until) from core.quote_version v where v.account_id = t.account_id and v.quote_id = t.id)
      + ${rules['R-05'].period}::interval < ${now}`
}

async function gone(tx: QueryExecutorProvider, table: string, which: RawBuilder<unknown>, aboutPersons = false): Promise<number> {
  const kept = aboutPersons
    ? sql` and not exists (select 1 from restriction r where r.account_id = t.account_id and r.person_id = t.person_id and r.lifted_at is null
        and r.ground in ('unlawful_keep', 'needed_by_subject_for_claim'))`
    : sql``
  const result = await sql`delete from ${sql.table(table)} t where ${which}${kept}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

async function tell(tx: QueryExecutorProvider, now: Date, deleted: Deleted): Promise<void> {
  const some = Object.fromEntries(Object.entries(deleted).filter(([, rows]) => rows > 0))
  if (Object.keys(some).length > 0) await witness(tx, now, { kind: 'overdue deleted', body: some })
}
