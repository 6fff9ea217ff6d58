import type { AnySentence } from '#sentence'

/** A section of the statement: its number there, its title, and its sentences in reading order. */
export type Clause = {
  readonly id: string
  readonly number: string
  readonly title: { readonly nb: string; readonly en: string }
  readonly sentences: readonly AnySentence[]
}
