import { dayOf, daysAfter } from '#clock'
import { enqueue } from '#jobs'
import { controllerShape } from '#merchant'
import type { For } from '#purposes'
import { assessments, unassessed } from '#records'
import { refuse, type Refusal } from '#refusal'
import { printed, termsOf, type Printed } from '../printed.ts'
import { sentenceOf } from '../clauses/clauses.ts'
import { changedSentences } from './changes.ts'
import { discardDraft, type Draft } from './draft.ts'
import { missingElements } from './elements.ts'
import { insertRevision, publishAlone } from './insert-revision.ts'
import { departures } from './departures.ts'
import { revisions, inForceOn, type Kind, type Revision } from './revision-in-force.ts'

export type Scheduled = { readonly revision: number; readonly effectiveOn: string; readonly kind: Kind }
export type NotScheduled = Refusal<
  | 'a mandatory element is empty'
  | 'nothing changed'
  | 'no day'
  | 'the day is past'
  | 'another is scheduled'
  | 'no summary'
  | 'too soon'
  | 'no reason'
  | 'a purpose is not judged'
>

/**
 * Publishes what the draft says, to take effect on its day; whoever is concerned is written to from this moment on.
 * Until that day the text and the settings in force stay as they are (promises 0-b, 8-a, 8-c).
 */
export function scheduleRevision(db: For<'legal_obligation'>, now: Date, draft: Draft): Promise<Scheduled | NotScheduled> {
  return db.transaction().execute(async (tx) => {
    await publishAlone(tx)
    const all = await revisions(tx)
    const today = dayOf(now)
    const text = controllerShape.safeParse(draft.settings.controller).success
      ? printed(draft.settings.controller, draft.settings.changed)
      : undefined
    if (!text || missingElements(text.texts).length > 0) return refuse('a mandatory element is empty', 'controller')
    const changed = changedSentences(inForceOn(all, today), text)
    const no = objection(all, today, draft, text, changed)
    if (no) return no
    if (changed.includes('purposes.closed-set') && unassessed(await assessments(tx)).length > 0)
      return refuse('a purpose is not judged')

    const revision = (all[0]?.revision ?? 0) + 1
    const { kinds, kind } = kindsOf(draft, changed)
    const { settings, summary, hurriedBecause } = draft
    const effectiveOn = draft.effectiveOn!
    await insertRevision(tx, now, {
      revision,
      printed: text,
      settings,
      effectiveOn,
      kinds,
      kind,
      summary,
      hurriedBecause: hurriedBecause || undefined,
    })
    await discardDraft(tx)
    await enqueue(tx, 'tell-of-revision', { revision }, { key: `tell of revision ${revision}` })
    if (effectiveOn === today) await enqueue(tx, 'take-effect', {}, { key: 'take effect' })
    return { revision, effectiveOn, kind }
  })
}

function objection(
  all: readonly Revision[],
  today: string,
  draft: Draft,
  text: Printed,
  changed: readonly string[],
): NotScheduled | undefined {
  const last = all[0]
  if (last?.contentHash === text.contentHash) return refuse('nothing changed')
  if (!draft.effectiveOn) return refuse('no day', 'effectiveOn')
  if (draft.effectiveOn < today) return refuse('the day is past', 'effectiveOn')
  // One that took effect before a waiting one would be undone by it; on the same day it replaces it.
  if (last && draft.effectiveOn < last.effectiveOn) return refuse('another is scheduled', 'effectiveOn')
  if (!draft.summary.nb.trim()) return refuse('no summary', 'summaryNb')
  if (!draft.summary.en.trim()) return refuse('no summary', 'summaryEn')
  const soon = draft.effectiveOn < daysAfter(today, noticeDays(draft))
  if (kindsOf(draft, changed).kind === 'material' && changed.length > 0 && soon && !draft.hurriedBecause?.trim())
    return refuse('too soon', 'effectiveOn')
  const unexplained = departures(draft.settings).find(({ reason }) => !reason)
  return unexplained && refuse('no reason', `reason ${unexplained.sentence}`)
}

/** How long before it applies a material change is told, as the sentence about it says. */
export function noticeDays({ settings }: Pick<Draft, 'settings'>): number {
  const own = termsOf(sentenceOf('revisions.changes-are-visible'), settings.controller, settings.changed) as {
    readonly told: { readonly days: number }
  }
  return own.told.days
}

/** A change is material until somebody has looked at it and found that it says the same as before. */
function kindsOf({ kinds }: Draft, changed: readonly string[]): { kinds: Record<string, Kind>; kind: Kind } {
  const own = Object.fromEntries(changed.map((id) => [id, kinds[id] ?? 'material']))
  // Calling a revision off changes no sentence, and is told to those who had been told of it.
  const material = changed.length === 0 || Object.values(own).includes('material')
  return { kinds: own, kind: material ? 'material' : 'editorial' }
}
