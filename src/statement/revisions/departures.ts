import { sentences } from '../clauses/clauses.ts'
import type { Settings } from '../settings.ts'

/** A term with a figure in it, that a merchant may set otherwise. */
export type Figure = {
  readonly sentence: string
  readonly term: string
  readonly unit: 'months' | 'days' | 'count'
  readonly setOut: number
}

/** All of them, in the order of the statement. */
export const figures: readonly Figure[] = sentences.flatMap(({ id, terms }) =>
  Object.entries(terms as Record<string, unknown>).flatMap(([term, value]) => {
    const read = readFigure(value)
    return read ? [{ sentence: id, term, ...read }] : []
  }),
)

function readFigure(value: unknown): Pick<Figure, 'unit' | 'setOut'> | undefined {
  if (typeof value === 'number') return { unit: 'count', setOut: value }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { months, days } = value as { months?: unknown; days?: unknown }
  if (typeof months === 'number') return { unit: 'months', setOut: months }
  return typeof days === 'number' ? { unit: 'days', setOut: days } : undefined
}

export function figureNow({ sentence, term, setOut }: Figure, { changed }: Pick<Settings, 'changed'>): number {
  return readFigure(changed[sentence]?.[term])?.setOut ?? setOut
}

/** The value as the sentence's terms hold it. */
export function figureAs({ unit }: Figure, value: number): number | { [unit: string]: number } {
  return unit === 'count' ? value : { [unit]: value }
}

type Departure = Figure & { readonly now: number; readonly reason: string }

/** Where this merchant departs from what we set out with, and why (promise X-6). */
export function departures(settings: Pick<Settings, 'changed' | 'reasons'>): Departure[] {
  return figures
    .map((figure) => ({
      ...figure,
      now: figureNow(figure, settings),
      reason: settings.reasons[figure.sentence]?.trim() ?? '',
    }))
    .filter((figure) => figure.now !== figure.setOut)
}
