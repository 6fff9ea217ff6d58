import type { For } from '#purposes'
import { witness } from '#evidence'
import { refuse, type Refusal } from '#refusal'
import type { Condition } from './google.ts'
import { statisticsSettings, type StatisticsSettings } from './settings.ts'

/**
 * Keeps the settings whole, and witnesses what they became: what is counted, shown and told must be provable afterwards. Google is not
 * switched on while anything is missing for it; what is on stays on, and the door out refuses by itself (promises 2.3-f, 8-a).
 */
export async function saveStatisticsSettings(
  db: For<'administer'>,
  now: Date,
  settings: StatisticsSettings,
  missing: readonly Condition[],
): Promise<undefined | Refusal<'something is missing for Google'>> {
  const setting = { value: JSON.stringify(settings), changed_at: now }
  return db.transaction().execute(async (tx) => {
    const before = await statisticsSettings(tx)
    if (settings.google && !before.google && missing.length > 0) return refuse('something is missing for Google', 'google')
    await tx
      .insertInto('core.setting')
      .values({ key: 'statistics', ...setting })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(setting))
      .execute()
    const { threshold, public: open, script, google, campaigns, sites } = settings
    const body = { threshold, public: open, script, google, campaigns, sites: sites.map(({ host }) => host) }
    await witness(tx, now, { kind: 'statistics settings changed', body })
    return undefined
  })
}

/** Google is told nothing more and nobody is asked about it, at once: leaving them switches it off (promise 2.3-f). */
export async function stopTellingGoogle(db: For<'administer'>, now: Date): Promise<void> {
  const settings = await statisticsSettings(db)
  if (settings.google) await saveStatisticsSettings(db, now, { ...settings, google: false }, [])
}
