import type { QueryExecutorProvider } from 'kysely'
import { stateOf, unchangedUntil, type AnySentence, type Language, type Result, type Said, type State } from '#sentence'
import { clauses, sentences } from '../clauses/clauses.ts'
import { latestResults } from '../latest-results.ts'
import { revisionInForce } from '../revisions/revision-in-force.ts'
import { score, type Score } from '../score.ts'

export type ShownControl = {
  readonly name: string
  readonly kind: 'query' | 'probe' | 'test' | 'attestation'
  readonly finds: string
  readonly word?: string
  readonly state: State
  readonly found?: number
  readonly of?: number | null
  readonly at?: Date
}
export type ShownSentence = {
  readonly id: string
  readonly says: string
  readonly how?: string
  readonly promises: readonly string[]
  readonly state: State
  readonly controls: readonly ShownControl[]
}
export type ShownClause = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly sentences: readonly ShownSentence[]
}
export type ShownStatement = {
  readonly revision: number
  readonly effectiveOn: string
  readonly contentHash: string
  readonly clauses: readonly ShownClause[]
  readonly score: Score
  /** Until when it stays as it is if nothing is published or found, in milliseconds. */
  readonly until: number
}

/** The statement in force with what the controls found last, or undefined before the first is published. */
export async function readStatement(
  db: QueryExecutorProvider,
  now: Date,
  language: Language,
): Promise<ShownStatement | undefined> {
  const [revision, latest] = await Promise.all([revisionInForce(db, now), latestResults(db)])
  if (!revision) return undefined
  const { revision: number, effectiveOn, contentHash } = revision
  const texts = new Map(revision.texts.map((text) => [text.id, text[language]]))
  return {
    revision: number,
    effectiveOn,
    contentHash,
    clauses: shown(texts, latest, now, language),
    score: score(sentences, latest, now),
    until: unchangedUntil(sentences, latest, now),
  }
}

function shown(texts: ReadonlyMap<string, string>, latest: readonly Result[], now: Date, language: Language): ShownClause[] {
  const results = Map.groupBy(latest, ({ sentence }) => sentence)
  return clauses.map(({ id, number, title, sentences: own }) => ({
    id,
    number,
    title: title[language],
    sentences: own
      .filter((sentence) => texts.has(sentence.id))
      .map((sentence) => ({
        id: sentence.id,
        says: texts.get(sentence.id)!,
        ...inWords('how', sentence.how, language),
        promises: sentence.promises,
        ...asFound(sentence, results.get(sentence.id) ?? [], now, language),
      })),
  }))
}

function asFound(sentence: AnySentence, results: readonly Result[], now: Date, language: Language) {
  return {
    state: stateOf(sentence, results, now),
    controls: sentence.controls.map((control) => {
      const result = results.find((each) => each.control === control.name)
      return {
        name: control.name,
        kind: control.kind,
        finds: control.finds[language],
        ...(control.kind === 'attestation' && { word: control.word[language] }),
        state: stateOf({ ...sentence, controls: [control] }, results, now),
        ...(result && { found: result.found, of: result.of, at: result.at }),
      }
    }),
  }
}

function inWords<Name extends string>(name: Name, said: Said | undefined, language: Language): { readonly [N in Name]?: string } {
  return (said ? { [name]: said[language] } : {}) as { readonly [N in Name]?: string }
}
