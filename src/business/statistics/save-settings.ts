import type { For } from '#purposes'
import { witness } from '#evidence'
import type { StatisticsSettings } from './settings.ts'

/** Keeps the settings whole, and witnesses what they became: what is counted and shown must be provable afterwards. */
export async function saveStatisticsSettings(db: For<'administer'>, now: Date, settings: StatisticsSettings): Promise<void> {
  const setting = { value: JSON.stringify(settings), changed_at: now }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('core.setting')
      .values({ key: 'statistics', ...setting })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(setting))
      .execute()
    const { threshold, public: open, script, campaigns, sites } = settings
    const body = { threshold, public: open, script, campaigns, sites: sites.map(({ host }) => host) }
    await witness(tx, now, { kind: 'statistics settings changed', body })
  })
}
