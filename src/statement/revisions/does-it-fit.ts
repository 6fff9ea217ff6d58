import type { Kysely } from 'kysely'
import { dayOf } from '#clock'
import type { DB } from '#database'
import { sampleController } from '#merchant'
import { printed } from '../printed.ts'
import { settingsOf } from '../settings.ts'
import { changedSentences } from './changes.ts'
import { publishIfChanged } from './publish-if-changed.ts'
import { revisionInForce } from './revision-in-force.ts'
import { takeEffect } from './take-effect.ts'

/** unsaid: no revision says what this program does. early: one does, and its day has not come. old: it was said earlier. */
export type Fit =
  | { readonly fits: true }
  | {
      readonly fits: false
      readonly because: 'unsaid' | 'early' | 'old'
      readonly revision?: number
      readonly effectiveOn?: string
      /** The sentences that differ from those in force. */
      readonly changed: readonly string[]
    }

/**
 * Whether this program does what the text in force says, and no more: asked at every start, before anybody is let in
 * (promise 8-a, decision 0029). The first text, and the sample merchant's, are published at once.
 */
export async function doesItFit(owner: Kysely<DB>, now: Date): Promise<Fit> {
  await takeEffect(owner, now)
  const inForce = await revisionInForce(owner, now, 'core')
  if (!inForce || (await isSample(owner))) {
    await publishIfChanged(owner, now)
    return { fits: true }
  }
  const settings = await settingsOf(owner, 'core')
  const text = printed(settings.controller, settings.changed)
  if (text.contentHash === inForce.contentHash) return { fits: true }
  const changed = changedSentences(inForce, text)
  const said = await owner
    .selectFrom('core.statement_revision')
    .select(['revision', 'effective_on'])
    .where('content_hash', '=', text.contentHash)
    .orderBy('revision', 'desc')
    .executeTakeFirst()
  if (!said) return { fits: false, because: 'unsaid', changed }
  const because = said.effective_on > dayOf(now) ? 'early' : 'old'
  return { fits: false, because, revision: said.revision, effectiveOn: said.effective_on, changed }
}

// Nobody has to be told of changes at a merchant that does not exist.
export async function isSample(owner: Kysely<DB>): Promise<boolean> {
  const rows = await owner
    .selectFrom('core.setting')
    .select(['key', 'value'])
    .where('key', 'in', ['samples', 'controller'])
    .execute()
  const number = (rows.find(({ key }) => key === 'controller')?.value as { organisationNumber?: string } | undefined)
    ?.organisationNumber
  return rows.some(({ key }) => key === 'samples') && number === sampleController.organisationNumber
}
