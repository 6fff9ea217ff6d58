import { type QueryExecutorProvider, sql } from 'kysely'
import type { For } from '#purposes'
import { settingsOf, type Settings } from '../settings.ts'
import type { Kind } from './revision-in-force.ts'

/** What the next revision is going to be, as far as anybody has written it. */
export type Draft = {
  readonly settings: Settings
  readonly kinds: Readonly<Record<string, Kind>>
  readonly summary: { readonly nb: string; readonly en: string }
  readonly effectiveOn: string | null
  readonly hurriedBecause: string | null
}

/** The draft; one that changes nothing when nobody has begun. */
export async function draft(db: QueryExecutorProvider): Promise<Draft & { readonly begun: boolean }> {
  const { rows } =
    await sql<Draft>`select settings, kinds, summary, effective_on as "effectiveOn", hurried_because as "hurriedBecause"
    from statement_draft`.execute(db)
  if (rows[0]) return { ...rows[0], begun: true }
  const settings = await settingsOf(db)
  return { settings, kinds: {}, summary: { nb: '', en: '' }, effectiveOn: null, hurriedBecause: null, begun: false }
}

export async function saveDraft(db: For<'legal_obligation'>, now: Date, written: Draft): Promise<void> {
  const row = {
    settings: JSON.stringify(written.settings),
    kinds: JSON.stringify(written.kinds),
    summary: JSON.stringify(written.summary),
    effective_on: written.effectiveOn,
    hurried_because: written.hurriedBecause,
    changed_at: now,
  }
  await db
    .insertInto('core.statement_draft')
    .values({ one: true, ...row })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute()
}

export async function discardDraft(db: For<'legal_obligation'>): Promise<void> {
  await db.deleteFrom('core.statement_draft').execute()
}
