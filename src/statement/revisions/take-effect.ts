import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { canonical, witness } from '#evidence'
import { settingKeys, settingsOf, type Settings } from '../settings.ts'
import { publishAlone } from './insert-revision.ts'
import { revisionInForce } from './revision-in-force.ts'

/**
 * On a revision's day its settings go live, and whatever was set behind its back goes out again: a setting that is the term
 * of a sentence changes with its sentence or not at all (promise 8-a). Does nothing when all is as it should be.
 */
export function takeEffect(owner: Kysely<DB>, now: Date): Promise<{ readonly changed: boolean }> {
  return owner.transaction().execute(async (tx) => {
    await publishAlone(tx)
    const inForce = await revisionInForce(tx, now, 'core')
    if (!inForce?.settings) return { changed: false }
    const [published, live] = [inForce.settings, await settingsOf(tx, 'core')]
    if (same(published, live)) return { changed: false }
    const values = { controller: published.controller, terms: published.changed, reasons: published.reasons }
    for (const key of settingKeys) {
      await sql`insert into core.setting (key, value, changed_at) values (${key}, ${JSON.stringify(values[key])}::jsonb, ${now})
        on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`.execute(tx)
    }
    await witness(tx, now, { kind: 'settings took effect', body: { revision: inForce.revision } })
    return { changed: true }
  })
}

export function same(one: Settings, other: Settings): boolean {
  return canonical(one as never) === canonical(other as never)
}
