import { createHash } from 'node:crypto'
import { canonical } from '#evidence'
import type { Controller } from '#merchant'
import type { AnySentence } from '#sentence'
import { clauses } from './clauses/clauses.ts'

/** A sentence as it is published: its words in both languages, with the merchant's terms filled in. */
export type PrintedSentence = {
  readonly id: string
  readonly clause: string
  readonly promises: readonly string[]
  readonly nb: string
  readonly en: string
}

export type Printed = {
  readonly texts: readonly PrintedSentence[]
  readonly terms: Readonly<Record<string, Json>>
  /** SHA-256 of the canonical JSON of texts and terms, in hex. */
  readonly contentHash: string
}

type Json = Parameters<typeof canonical>[0]

/** What a merchant changed: the terms of a sentence, by its id. Kept as the setting `terms`. */
export type ChangedTerms = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** The sentence's terms as they are for this merchant. */
export function termsOf(sentence: AnySentence, controller: Controller, changed: ChangedTerms = {}): Record<string, Json> {
  const terms = { ...sentence.terms, ...changed[sentence.id] }
  return 'controller' in terms ? { ...terms, controller } : terms
}

/** The whole statement as the running code would publish it. */
export function printed(controller: Controller, changed: ChangedTerms = {}): Printed {
  const texts: PrintedSentence[] = []
  const terms: Record<string, Json> = {}
  for (const clause of clauses) {
    for (const sentence of clause.sentences) {
      const own = termsOf(sentence, controller, changed)
      texts.push({
        id: sentence.id,
        clause: clause.id,
        promises: sentence.promises,
        nb: sentence.says.nb(own),
        en: sentence.says.en(own),
      })
      if (Object.keys(own).length > 0) terms[sentence.id] = own
    }
  }
  return { texts, terms, contentHash: contentHash(texts, terms) }
}

function contentHash(texts: readonly PrintedSentence[], terms: Readonly<Record<string, Json>>): string {
  return createHash('sha256')
    .update(canonical({ texts, terms } as Json))
    .digest('hex')
}
