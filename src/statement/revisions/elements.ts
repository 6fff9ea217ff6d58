import type { PrintedSentence } from '../printed.ts'

/** What art. 13 and 14 demand of the text, and the sentences that say it (promise X-2). */
export const elements = {
  identity: ['controller.named-everywhere'],
  contact: ['contact.a-real-mailbox'],
  purposes: ['purposes.closed-set'],
  'grounds and legitimate interests': ['controller.grounds-and-interests'],
  categories: ['registration.the-eight-fields'],
  source: ['registration.every-value-has-a-source', 'registration.told-when-from-others'],
  recipients: ['processors.only-those-listed'],
  transfers: ['processors.inside-the-eea'],
  retention: ['retention.everything-has-an-end'],
  access: ['rights.access-is-whole'],
  rectification: ['registration.errors-are-corrected'],
  erasure: ['registration.erasure-leaves-nothing'],
  restriction: ['registration.restriction-is-obeyed'],
  portability: ['rights.take-your-data-along'],
  objection: ['rights.objection-stops-first'],
  withdrawal: ['registration.withdrawal-works-at-once'],
  complaint: ['registration.you-can-complain'],
  necessity: ['registration.required-or-optional'],
  'automated decisions': ['purposes.people-decide'],
} as const satisfies Record<string, readonly string[]>

/** What the text lacks; a text that lacks anything is not published. */
export function missingElements(texts: readonly PrintedSentence[]): string[] {
  const said = new Set(texts.filter(({ nb, en }) => nb.trim() !== '' && en.trim() !== '').map(({ id }) => id))
  return Object.entries(elements)
    .filter(([, sentences]) => sentences.some((id) => !said.has(id)))
    .map(([element]) => element)
}
