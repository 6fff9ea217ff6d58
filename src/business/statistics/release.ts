import { measureNames, measures, type Measure } from './measure.ts'

export type Cell = { readonly value: string; readonly n: number }

/** Each measure's cells in one calendar bucket: a day, or a week. */
export type Tables = Partial<Record<Measure, readonly Cell[]>>

/** Nobody can set the threshold lower (section 5.8). */
export const floor = 6
const base = 5
const roundedBy = 2

/**
 * What may be seen of one bucket: cells of at least `threshold`, rounded to the nearest five, and never a total. A measure whose hidden
 * cells the others would give away is withheld whole. `atLeast`: how many were opened for certain, by figures already shown
 * (for a week, its days).
 *
 * Every figure anywhere is a sum of these cells, so no choice of dates, measures or comparison tells more than they do.
 */
export function release(tables: Tables, threshold: number, atLeast = 0): Tables {
  const least = Math.max(floor, threshold)
  const shown = Object.fromEntries(
    measureNames.flatMap((measure) => {
      const cells = tables[measure]?.filter(({ n }) => n >= least).map(({ value, n }) => ({ value, n: rounded(n) }))
      return cells && cells.length > 0 ? [[measure, cells]] : []
    }),
  ) as Tables
  return Object.fromEntries(
    Object.entries(shown).filter(([measure]) => !givenAway(measure as Measure, tables, shown, least, atLeast)),
  )
}

/** How many were opened for certain, by the figures shown: the most that any measure accounts for. */
export function openedAtLeast(shown: Tables): number {
  return certain(shown, ['opened', 'agreed'])
}

function rounded(n: number): number {
  return Math.round(n / base) * base
}

// Whoever knows the total from another measure subtracts what this one shows. What is left is spread over its hidden cells; each
// stays anywhere from 0 to the threshold only while the others together could have taken all of it.
function givenAway(measure: Measure, tables: Tables, shown: Tables, least: number, atLeast: number): boolean {
  const { of } = measures[measure]
  if (of !== 'opened' && of !== 'agreed') return false
  const total = of === 'opened' ? Math.max(atLeast, certain(shown, ['opened', 'agreed'])) : certain(shown, ['agreed'])
  const visible = shown[measure]!
  const left = total - sum(visible) - roundedBy * visible.length
  return left > (least - 1) * Math.max(0, hidden(measure, tables, visible) - 1)
}

function hidden(measure: Measure, tables: Tables, visible: readonly Cell[]): number {
  const { values } = measures[measure] as { readonly values?: number }
  return (values ?? tables[measure]!.length) - visible.length
}

function certain(shown: Tables, of: readonly string[]): number {
  const sums = measureNames.filter((measure) => of.includes(measures[measure].of)).map((measure) => shown[measure] ?? [])
  return Math.max(0, ...sums.map((cells) => sum(cells) - roundedBy * cells.length))
}

export function sum(cells: readonly Cell[]): number {
  return cells.reduce((all, { n }) => all + n, 0)
}
