import type { Revision } from './revision-in-force.ts'

export type Change = { readonly id: string; readonly before?: string; readonly after?: string }

/** What one revision says otherwise than the one before it, sentence by sentence, in that language. */
export function changes(before: Revision | undefined, after: Revision, language: 'nb' | 'en'): Change[] {
  const old = new Map(before?.texts.map((text) => [text.id, text[language]]))
  const current = new Map(after.texts.map((text) => [text.id, text[language]]))
  const ids = [...new Set([...current.keys(), ...old.keys()])]
  return ids
    .filter((id) => old.get(id) !== current.get(id))
    .map((id) => ({ id, ...(old.has(id) && { before: old.get(id)! }), ...(current.has(id) && { after: current.get(id)! }) }))
}
