import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { register } from '#processors'
import type { For } from '#purposes'
import { registerTerms } from '../clauses/recipients.ts'
import { settingsOf } from '../settings.ts'
import { isSample } from './does-it-fit.ts'
import { draft, saveDraft } from './draft.ts'
import { publishIfChanged } from './publish-if-changed.ts'

/**
 * The register of recipients has changed: the draft of the next revision says so, and waits for somebody to give it a day
 * (promises 5-h, 8-a). At the sample merchant, whose customers nobody has to tell, it applies at once.
 */
export async function followRegister(owner: Kysely<DB>, db: For<'legal_obligation'>, now: Date): Promise<void> {
  const terms = registerTerms(await register(db))
  if (await isSample(owner)) {
    const { changed } = await settingsOf(owner, 'core')
    await sql`insert into core.setting (key, value, changed_at) values ('terms', ${JSON.stringify({ ...changed, ...terms })}::jsonb, ${now})
      on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`.execute(owner)
    await publishIfChanged(owner, now)
    return
  }
  const { settings, ...begun } = await draft(db)
  await saveDraft(db, now, { ...begun, settings: { ...settings, changed: { ...settings.changed, ...terms } } })
}
