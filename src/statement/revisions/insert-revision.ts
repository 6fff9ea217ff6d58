import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'
import { witness } from '#evidence'
import type { Printed } from '../printed.ts'
import type { Settings } from '../settings.ts'
import type { Kind } from './revision-in-force.ts'

type Summary = { readonly nb: string; readonly en: string }

type Fresh = {
  readonly revision: number
  readonly printed: Printed
  readonly settings: Settings
  readonly effectiveOn?: string
  /** By sentence, for those that changed. */
  readonly kinds?: Readonly<Record<string, Kind>>
  readonly kind?: Kind
  readonly summary: Summary
  readonly hurriedBecause?: string | undefined
}

/** Held until commit by whoever publishes: two at once publish one after the other. */
export async function publishAlone(tx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(7_239_014_554)})`.execute(tx)
}

/** A revision is inserted and witnessed in one breath, and never touched again (promise 0-b). */
export async function insertRevision(tx: QueryExecutorProvider, now: Date, fresh: Fresh): Promise<void> {
  const { revision, printed, settings, effectiveOn = dayOf(now), kinds = {}, kind = 'material', summary, hurriedBecause } = fresh
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`insert into core.statement_revision
      (revision, effective_on, content_hash, texts, terms, kind, published_at, kinds, summary, settings, hurried_because)
    values (${revision}, ${effectiveOn}::date, ${printed.contentHash}, ${json(printed.texts)}, ${json(printed.terms)}, ${kind}, ${now},
      ${json(kinds)}, ${json(summary)}, ${json(settings)}, ${hurriedBecause ?? null})`.execute(tx)
  await witness(tx, now, { kind: 'statement published', body: { revision, contentHash: printed.contentHash, effectiveOn } })
}
