import type { QueryExecutorProvider } from 'kysely'
import type { Language } from '#languages'
import { readStatement, type ShownClause, type ShownControl } from './pages/read-statement.ts'

export type Measure = {
  readonly sentence: string
  readonly promises: readonly string[]
  /** What is done. */
  readonly how: string
  /** What it is done for, as the statement says it. */
  readonly says: string
  /** How it would be found out if it were off, and what was found last. */
  readonly controls: readonly ShownControl[]
}

/** The measures in a clause that their own controls have found in place: one that is off is not among them (promise 0-g). */
export function measuresIn({ sentences }: Pick<ShownClause, 'sentences'>): readonly Measure[] {
  return sentences.flatMap(({ id, promises, how, says, state, controls }) =>
    state === 'kept' && how ? [{ sentence: id, promises, how, says, controls }] : [],
  )
}

/** Those of storage and security, which the record of processing names too (art. 30(1)(g), 32). */
export async function measuresInPlace(db: QueryExecutorProvider, now: Date, language: Language): Promise<readonly Measure[]> {
  const statement = await readStatement(db, now, language)
  return (statement?.clauses ?? []).filter(({ id }) => id === 'retention').flatMap(measuresIn)
}
