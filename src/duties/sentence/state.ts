import type { AnySentence } from './a-sentence.ts'
import type { Period } from './period.ts'

export type State = 'kept' | 'broken' | 'stale' | 'unproven'

/** What a control found last. */
export type Result = {
  readonly sentence: string
  readonly control: string
  readonly found: number
  readonly of: number | null
  readonly state: 'kept' | 'broken'
  readonly at: Date
}

/** The worst of its controls. No control, or one that has never run: unproven, never green (promise 0-c). */
export function stateOf(sentence: AnySentence, latest: readonly Result[], now: Date): State {
  const states = sentence.controls.map((control) => {
    const result = latest.find((each) => each.sentence === sentence.id && each.control === control.name)
    if (!result) return 'unproven'
    if (result.state === 'broken') return 'broken'
    return now.getTime() > lastMoment(result.at, control.every) ? 'stale' : 'kept'
  })
  return states.length === 0 ? 'unproven' : worst(states)
}

/** A promise is as good as the worst of the sentences that bear it. */
export function promiseState(bearing: readonly State[]): State {
  return bearing.length === 0 ? 'unproven' : worst(bearing)
}

const worstFirst: readonly State[] = ['broken', 'unproven', 'stale', 'kept']

function worst(states: readonly State[]): State {
  return worstFirst.find((state) => states.includes(state)) ?? 'unproven'
}

/** Until when, in milliseconds, none of the states changes by itself, because a look becomes too old. */
export function unchangedUntil(sentences: readonly AnySentence[], latest: readonly Result[], now: Date): number {
  const every = new Map(sentences.flatMap(({ id, controls }) => controls.map((each) => [`${id} ${each.name}`, each.every])))
  return latest.reduce((first, { sentence, control, at }) => {
    const length = every.get(`${sentence} ${control}`)
    const last = length ? lastMoment(at, length) : Number.POSITIVE_INFINITY
    return last >= now.getTime() ? Math.min(first, last) : first
  }, Number.POSITIVE_INFINITY)
}

// No deadline of a person hangs on this: it only says when a look is too long ago, so a month may be counted as 31 days.
function lastMoment(at: Date, every: Period): number {
  const length = 'months' in every ? every.months * 31 : every.days
  return at.getTime() + length * 86_400_000
}
