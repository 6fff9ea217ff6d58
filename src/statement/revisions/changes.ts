import type { PrintedSentence } from '../printed.ts'
import type { Kind } from './revision-in-force.ts'

type Texts = { readonly texts: readonly PrintedSentence[]; readonly kinds?: Readonly<Record<string, Kind>> }

export type Change = { readonly id: string; readonly kind?: Kind; readonly before?: string; readonly after?: string }

/** What one revision says otherwise than another, sentence by sentence, in that language. */
export function changes(before: Texts | undefined, after: Texts, language: 'nb' | 'en'): Change[] {
  const old = new Map(before?.texts.map((text) => [text.id, text[language]]))
  const current = new Map(after.texts.map((text) => [text.id, text[language]]))
  const ids = [...new Set([...current.keys(), ...old.keys()])]
  return ids
    .filter((id) => old.get(id) !== current.get(id))
    .map((id) => ({
      id,
      ...(after.kinds?.[id] && { kind: after.kinds[id] }),
      ...(old.has(id) && { before: old.get(id)! }),
      ...(current.has(id) && { after: current.get(id)! }),
    }))
}

/** The sentences whose words, in either language, or whose terms differ. */
export function changedSentences(
  before: (Texts & { readonly terms: object }) | undefined,
  after: Texts & { readonly terms: object },
): string[] {
  const printed = ({ texts, terms }: Texts & { readonly terms: object }) =>
    new Map(texts.map(({ id, nb, en }) => [id, JSON.stringify([nb, en, sorted((terms as Record<string, unknown>)[id])])]))
  const [old, current] = [before ? printed(before) : new Map<string, string>(), printed(after)]
  return [...new Set([...current.keys(), ...old.keys()])].filter((id) => old.get(id) !== current.get(id))
}

// jsonb forgets the order of names, so terms that were stored compare only when both are put in order.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}
