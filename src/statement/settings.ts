import { type QueryExecutorProvider, sql } from 'kysely'
import { controllerShape, type Controller } from '#merchant'
import type { ChangedTerms } from './printed.ts'

/** Why a merchant departed from the term we set out with, by sentence (promise X-6). */
export type Reasons = Readonly<Record<string, string>>

export type Settings = { readonly controller: Controller; readonly changed: ChangedTerms; readonly reasons: Reasons }

/** What the sentences are filled in with, under the keys they are kept by. */
export const settingKeys = ['controller', 'terms', 'reasons'] as const

/**
 * The settings as they are now; pass 'core' on the owner's handle, a purpose's handle needs none. Throws when the
 * controller is missing or not whole: nothing may be said in nobody's name (promise X-2).
 */
export async function settingsOf(db: QueryExecutorProvider, schema?: 'core'): Promise<Settings> {
  const { rows } = await sql<{ key: string; value: unknown }>`select key, value
    from ${sql.table(schema ? `${schema}.setting` : 'setting')} where key in ('controller', 'terms', 'reasons')`.execute(db)
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  return {
    controller: controllerShape.parse(value('controller')),
    changed: (value('terms') ?? {}) as ChangedTerms,
    reasons: (value('reasons') ?? {}) as Reasons,
  }
}
