import type { Control, Said } from './control.ts'

export type Language = 'nb' | 'en'

type Sentence<Terms> = {
  /** Words, stable: 'retention.inquiries-are-erased'. It is the anchor on the page. */
  readonly id: string
  /** Ids in the list of promises: ['2.6-e']. */
  readonly promises: readonly string[]
  /** What a merchant may change. */
  readonly terms: Terms
  readonly says: Record<Language, (terms: Terms) => string>
  /** How we do it, for the reader who opens the proof. */
  readonly how?: Said
  readonly does?: (now: Date, terms: Terms) => Promise<unknown>
  /** How we would be caught. None: the sentence is unproven. */
  readonly controls: readonly Control<Terms>[]
}

/** A sentence whose terms are its own business. */
// oxlint-disable-next-line no-explicit-any
export type AnySentence = Sentence<any>

type Written<Terms> = Omit<Sentence<Terms>, 'terms' | 'says' | 'controls'> & {
  readonly terms?: Terms
  readonly says: Record<Language, string | ((terms: Terms) => string)>
  readonly controls?: readonly Control<Terms>[]
}

/** Terms and controls may be left out; words without terms may be given as they stand. */
export function sentence<Terms = Record<never, never>>(written: Written<Terms>): Sentence<Terms> {
  const spoken = (words: string | ((terms: Terms) => string)) => (typeof words === 'string' ? () => words : words)
  return {
    ...written,
    terms: written.terms ?? ({} as Terms),
    says: { nb: spoken(written.says.nb), en: spoken(written.says.en) },
    controls: written.controls ?? [],
  }
}
