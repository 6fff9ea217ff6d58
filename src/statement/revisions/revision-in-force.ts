import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'
import type { PrintedSentence } from '../printed.ts'
import type { Settings } from '../settings.ts'

/** material: it means something else for the person. editorial: the same, better said. */
export type Kind = 'material' | 'editorial'

export type RevisionHead = {
  readonly revision: number
  /** YYYY-MM-DD, in Oslo. */
  readonly effectiveOn: string
  readonly contentHash: string
  readonly kind: Kind
  readonly kinds: Readonly<Record<string, Kind>>
  readonly summary: { readonly nb?: string; readonly en?: string }
  readonly hurriedBecause: string | null
  readonly publishedAt: Date
}
export type Revision = RevisionHead & {
  readonly texts: readonly PrintedSentence[]
  readonly terms: Readonly<Record<string, unknown>>
  readonly settings: Settings | null
}

const heads = sql.raw(`revision, effective_on as "effectiveOn", content_hash as "contentHash", kind, kinds, summary,
  hurried_because as "hurriedBecause", published_at as "publishedAt"`)

/** Every published revision, the newest first; on any purpose's handle. */
export async function revisions(db: QueryExecutorProvider): Promise<Revision[]> {
  const { rows } =
    await sql<Revision>`select ${heads}, texts, terms, settings from statement_revision order by revision desc`.execute(db)
  return rows
}

/** The same without the texts, for whoever only wants to know which there are. */
export async function revisionHeads(db: QueryExecutorProvider): Promise<RevisionHead[]> {
  const { rows } = await sql<RevisionHead>`select ${heads} from statement_revision order by revision desc`.execute(db)
  return rows
}

/** The one that applies on the day it is in Oslo, or undefined before the first. Pass 'core' on the owner's handle. */
export async function revisionInForce(db: QueryExecutorProvider, now: Date, schema?: 'core'): Promise<Revision | undefined> {
  const table = sql.table(schema ? `${schema}.statement_revision` : 'statement_revision')
  const { rows } = await sql<Revision>`select ${heads}, texts, terms, settings from ${table}
    where effective_on <= ${dayOf(now)}::date order by revision desc limit 1`.execute(db)
  return rows[0]
}

/**
 * Which of them applied on that day. A later revision never takes effect before an earlier one, so one that was replaced
 * before its day never applied, and there are never two at once.
 */
export function inForceOn<Head extends RevisionHead>(all: readonly Head[], day: string): Head | undefined {
  return all.filter(({ effectiveOn }) => effectiveOn <= day).toSorted((a, b) => b.revision - a.revision)[0]
}

/** waiting: its day has not come. never: another replaced it before its day. */
export type Standing = 'in force' | 'waiting' | 'earlier' | 'never'

export function standingOf(all: readonly RevisionHead[], { revision, effectiveOn }: RevisionHead, day: string): Standing {
  if (all.some((later) => later.revision > revision && later.effectiveOn === effectiveOn)) return 'never'
  if (effectiveOn > day) return 'waiting'
  return inForceOn(all, day)?.revision === revision ? 'in force' : 'earlier'
}

/** The day after its last, or undefined while it is the last that applied or will. */
export function untilOf(all: readonly RevisionHead[], { revision, effectiveOn }: RevisionHead): string | undefined {
  return all
    .filter((later) => later.revision > revision && later.effectiveOn > effectiveOn)
    .toSorted((a, b) => a.revision - b.revision)[0]?.effectiveOn
}
