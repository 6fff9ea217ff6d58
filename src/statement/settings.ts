import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { controllerShape, type Controller } from '#merchant'
import { register } from '#processors'
import { registerTerms } from './clauses/recipients.ts'
import type { ChangedTerms } from './printed.ts'

export type Settings = { readonly controller: Controller; readonly changed: ChangedTerms }

/** The list of suppliers is the register's rows (promise 5-h). Throws when the controller is missing or not whole: nothing may be said in nobody's name (promise X-2). */
export async function settingsOf(owner: Kysely<DB>): Promise<Settings> {
  const rows = await owner
    .selectFrom('core.setting')
    .select(['key', 'value'])
    .where('key', 'in', ['controller', 'terms'])
    .execute()
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  const changed = (value('terms') ?? {}) as ChangedTerms
  return {
    controller: controllerShape.parse(value('controller')),
    changed: { ...changed, ...registerTerms(await register(owner, 'core')) },
  }
}
