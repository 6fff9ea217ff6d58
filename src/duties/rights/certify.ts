import { sql } from 'kysely'
import { newId } from '#database'
import { entry } from '#evidence'
import { enqueueSql } from '#jobs'
import type { Erasing } from './erase-person.ts'
import type { Step } from './erasure-plan.ts'
import type { Residue } from './remains.ts'

/**
 * The paper on it, in one statement: the certificate says what went, what stayed and under which law, and what was searched, without
 * a name; the evidence log says the same, for a receipt that anybody may check, and is sealed as soon as this is over. The
 * case stays open until the night's search has found nothing; what it recognises them by is kept that long, and no longer.
 */
export async function certify(
  { tx, now, claim, records, known }: Erasing,
  steps: readonly Step[],
  found: Residue,
): Promise<{ readonly certificateId: string; readonly receipt: string }> {
  const certificateId = newId(now)
  const [erased, kept] = [erasedOf(steps), keptOf(steps)]
  const searched = { ...found.searched, left: found.left, keptByLaw: found.keptByLaw, others: found.others }
  const leftRows = found.left.reduce((total, { rows }) => total + rows, 0)
  const body = { certificate: certificateId, case: claim.id, erased, kept, left: found.left.length, searched: found.searched }
  const witnessed = entry(now, { kind: 'erasure', body })
  await sql`with certified as (
      insert into evidence.erasure_certificate (id, case_id, erased, kept, residual_found, searched, at)
      values (${certificateId}, ${claim.id}, ${JSON.stringify(erased)}::jsonb, ${JSON.stringify(kept)}::jsonb, ${leftRows},
        ${JSON.stringify(searched)}::jsonb, ${now})),
    witnessed as (${witnessed.sql}),
    sought as (
      insert into core.erasure_search (account_id, case_id, certificate_id, erased_at, sought)
      values (${records[0].accountId}, ${claim.id}, ${certificateId}, ${now}, ${JSON.stringify(known.prints)}::jsonb)
      on conflict do nothing)
    ${enqueueSql('seal', {}, { key: 'seal' })}`.execute(tx)
  return { certificateId, receipt: witnessed.id }
}

function erasedOf(steps: readonly Step[]): Record<string, number> {
  return Object.fromEntries(steps.filter(({ erased }) => erased > 0).map(({ table, erased }) => [table, erased]))
}

function keptOf(steps: readonly Step[]) {
  return steps
    .filter(({ kept, detached }) => kept + detached > 0)
    .map(({ table, kept, detached, rule, until }) => ({ table, rows: kept + detached, rule, until }))
}
