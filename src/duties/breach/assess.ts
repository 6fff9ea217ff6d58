import { screenFreeText } from '#http'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import type { Risk } from './breach-words.ts'

export type Assessed = {
  readonly estimatedPersons: number | null
  readonly dataNow: string
  readonly consequences: string
  readonly measures: string
  readonly risk: Risk | null
  readonly notNotifiedBecause: string
  readonly toldNb: string
  readonly toldEn: string
  readonly notToldBecause: string
}
export type NotAssessed = Refusal<
  'closed' | 'only without risk' | 'national identity number' | 'payment card number' | 'special category'
>

/** What is known so far, and what it means for the people. May be written again until the breach is closed. */
export async function assess(
  db: For<'legal_obligation'>,
  id: string,
  assessed: Assessed,
): Promise<{ readonly id: string } | NotAssessed> {
  for (const [field, text] of Object.entries(assessed)) {
    const unlawful = typeof text === 'string' ? screenFreeText(text) : undefined
    if (refused(unlawful)) return { ...unlawful, field }
  }
  // Whoever sees a risk must notify: a reason for not doing so is only for where none is likely (art. 33(1)).
  if (assessed.notNotifiedBecause && assessed.risk !== 'unlikely') return refuse('only without risk', 'notNotifiedBecause')
  const text = (value: string) => value.trim() || null
  const changed = await db
    .updateTable('core.breach')
    .set({
      estimated_persons: assessed.estimatedPersons,
      data_now: text(assessed.dataNow),
      consequences: text(assessed.consequences),
      measures: text(assessed.measures),
      harm: assessed.risk,
      not_notified_because: text(assessed.notNotifiedBecause),
      told_nb: text(assessed.toldNb),
      told_en: text(assessed.toldEn),
      not_told_because: text(assessed.notToldBecause),
    })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return changed ?? refuse('closed')
}
