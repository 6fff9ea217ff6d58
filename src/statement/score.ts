import { promiseState, stateOf, type AnySentence, type Result, type State } from '#sentence'
import { promiseIds } from './promise-ids.ts'

export type Score = Readonly<Record<State, number>> & { readonly promises: number; readonly lastChecked: Date | undefined }

/** How many of the promises are in each state; a promise is as good as the worst sentence that bears it. */
export function score(sentences: readonly AnySentence[], latest: readonly Result[], now: Date): Score {
  const results = Map.groupBy(latest, ({ sentence }) => sentence)
  const states = sentences.map((sentence) => stateOf(sentence, results.get(sentence.id) ?? [], now))
  const counted = { kept: 0, broken: 0, stale: 0, unproven: 0 }
  for (const promise of promiseIds) {
    counted[promiseState(states.filter((_, at) => sentences[at]!.promises.includes(promise)))] += 1
  }
  const lastChecked = latest.map(({ at }) => at).toSorted((a, b) => b.getTime() - a.getTime())[0]
  return { ...counted, promises: promiseIds.length, lastChecked }
}
