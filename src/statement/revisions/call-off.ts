import { dayOf, writtenDay } from '#clock'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { settingsOf } from '../settings.ts'
import { revisionHeads, standingOf } from './revision-in-force.ts'
import { scheduleRevision, type NotScheduled, type Scheduled } from './schedule-revision.ts'

/**
 * Calls off the revision whose day has not come: the present text is published anew for that same day, so that it replaces
 * the other and nothing that was published is ever taken away. Whoever was told is told again.
 */
export async function callOff(
  db: For<'legal_obligation'>,
  now: Date,
): Promise<Scheduled | NotScheduled | Refusal<'nothing is waiting'>> {
  const all = await revisionHeads(db)
  const waiting = all.find((head) => standingOf(all, head, dayOf(now)) === 'waiting')
  if (!waiting) return refuse('nothing is waiting')
  return scheduleRevision(db, now, {
    settings: await settingsOf(db),
    kinds: {},
    summary: {
      nb: `Endringen vi varslet fra ${writtenDay(waiting.effectiveOn, 'nb')} (versjon ${waiting.revision}), er avlyst. Teksten blir som den er.`,
      en: `The change we announced from ${writtenDay(waiting.effectiveOn, 'en')} (version ${waiting.revision}) is called off. The text stays as it is.`,
    },
    effectiveOn: waiting.effectiveOn,
    hurriedBecause: null,
  })
}
