import { measureNames, measures, type Measure } from './measure.ts'

export type Cell = { readonly value: string; readonly n: number }

/** Each measure's cells in one calendar bucket: a day, or a week. */
export type Tables = Partial<Record<Measure, readonly Cell[]>>

/** Nobody can set the threshold lower (section 5.8). */
export const floor = 6
const base = 5
const roundedBy = 2

type Kind = (typeof measures)[Measure]['of']

/** What each kind is among: nobody arrived, agreed or left who did not open. */
const among: Readonly<Record<Kind, readonly Kind[]>> = {
  opened: ['opened'],
  arrived: ['arrived', 'opened'],
  agreed: ['agreed', 'opened'],
  campaign: ['campaign', 'agreed', 'opened'],
  left: ['left', 'agreed', 'opened'],
  dropped: ['dropped'],
}
const kinds = Object.keys(among) as Kind[]

/** A total, as far as anybody can tell: at least so many, and at most. */
type Total = { readonly least: number; readonly most: number }
type Totals = Readonly<Record<Kind, Total>>

/** What is known of a day by the figures shown, and how much more may be known before a hidden cell is. */
export type Day = { readonly known: Totals; readonly bears: Totals }

/**
 * What may be seen of one bucket: cells of at least `threshold`, rounded to the nearest five, and never a total. A measure whose hidden
 * cells the others would give away is withheld whole. `days`: what is seen of the days, when the bucket is their week.
 *
 * Every figure anywhere is a sum of these cells, so no choice of dates, measures or comparison tells more than they do.
 */
export function release(tables: Tables, threshold: number, days: readonly Day[] = []): Tables {
  const least = limit(threshold)
  const large = measureNames.flatMap((measure) => {
    const cells = tables[measure]?.filter(({ n }) => n >= least).map(({ value, n }) => ({ value, n: rounded(n) })) ?? []
    return cells.length > 0 ? [[measure, cells]] : []
  })
  return withheld(Object.fromEntries(large) as Tables, tables, least, days)
}

// One at a time: a measure that is gone gives nothing away any more.
function withheld(shown: Tables, tables: Tables, least: number, days: readonly Day[]): Tables {
  const parts = partsOf(shown, tables, least)
  const given = parts.findLast((part) => {
    const byOthers = together(totals(parts.filter((other) => other !== part)), days)
    return !bearable(byOthers[part.kind], part.bears) || tellsOfADay(part, days)
  })
  if (given === undefined) return shown
  const { [given.measure]: _, ...rest } = shown
  return withheld(rest, tables, least, days)
}

/** How many were opened for certain, by the figures shown: the most that any measure accounts for. */
export function openedAtLeast(shown: Tables, threshold: number): number {
  const parts = partsOf(shown, shown, limit(threshold))
  return Math.max(0, ...parts.filter(({ kind }) => kind === 'opened' || kind === 'agreed').map(({ total }) => total.least))
}

/** What is seen of a day, for the release of its week. */
export function seenOf(shown: Tables, threshold: number): Day {
  const parts = partsOf(shown, shown, limit(threshold))
  const bears = (kind: Kind) => {
    const own = parts.filter((part) => part.kind === kind).map((part) => part.bears)
    return { least: Math.min(...own.map(({ least }) => least)), most: Math.max(...own.map(({ most }) => most)) }
  }
  return { known: totals(parts), bears: byKind(bears) }
}

/** One measure that is shown: what it says of its total, and what may be known of that before one of its hidden cells is. */
type Part = { readonly measure: Measure; readonly kind: Kind; readonly total: Total; readonly bears: Total }

function partsOf(shown: Tables, tables: Tables, least: number): readonly Part[] {
  return measureNames.flatMap((measure) => {
    const visible = shown[measure]
    if (!visible) return []
    const { of: kind, values } = measures[measure] as { readonly of: Kind; readonly values?: number }
    const there = tables[measure]!.length
    const total = {
      // Rounding takes two at most, and nothing that is shown was below the threshold.
      least: add(visible.map(({ n }) => Math.max(least, n - roundedBy))),
      most: sum(visible) + roundedBy * visible.length,
    }
    const below = least - 1
    // Whoever looks may know all pages there are; of other sites there is always one more.
    const hidden = (values ?? (kind === 'opened' ? there : Infinity)) - visible.length
    // Each hidden cell may be nothing while the others could have taken all that is left, and anything below the threshold while so many are.
    const others = (values ?? there) - visible.length - 1
    const bears = {
      least: total.most + below * Math.max(0, others),
      most: values === visible.length ? -Infinity : total.least + below,
    }
    return { measure, kind, total: { least: total.least, most: total.most + below * hidden }, bears }
  })
}

/** A measure says that there were at least so many of all that its kind is among, and at most so many of all that is among its own. */
function totals(parts: readonly Part[]): Totals {
  return byKind((kind) => ({
    least: Math.max(0, ...parts.filter((part) => among[part.kind].includes(kind)).map(({ total }) => total.least)),
    most: Math.min(...parts.filter((part) => among[kind].includes(part.kind)).map(({ total }) => total.most)),
  }))
}

function together(own: Totals, days: readonly Day[]): Totals {
  if (days.length === 0) return own
  return byKind((kind) => ({
    least: Math.max(own[kind].least, add(days.map(({ known }) => known[kind].least))),
    most: Math.min(own[kind].most, add(days.map(({ known }) => known[kind].most))),
  }))
}

function bearable(known: Partial<Total>, bears: Total): boolean {
  return (known.least ?? 0) <= bears.least && (known.most ?? Infinity) >= bears.most
}

// A week's figure, less what the other days can have had.
function tellsOfADay({ kind, total }: Part, days: readonly Day[]): boolean {
  return days.some((day) => {
    const others = days.filter((other) => other !== day).map(({ known }) => known[kind])
    const least = total.least - add(others.map(({ most }) => most))
    const most = total.most - add(others.map(({ least }) => least))
    return kinds.some(
      (each) =>
        (among[kind].includes(each) && !bearable({ least }, day.bears[each])) ||
        (among[each].includes(kind) && !bearable({ most }, day.bears[each])),
    )
  })
}

function limit(threshold: number): number {
  return Math.max(floor, threshold)
}

function rounded(n: number): number {
  return Math.round(n / base) * base
}

function byKind(of: (kind: Kind) => Total): Totals {
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Totals
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0)
}

export function sum(cells: readonly Cell[]): number {
  return add(cells.map(({ n }) => n))
}
