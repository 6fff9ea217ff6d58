import { writtenDay } from '#clock'
import type { Language } from '#languages'
import type { For } from '#purposes'
import { figures, type Figures, type Row } from '../figures.ts'
import { measureNames, measures, type Measure } from '../measure.ts'
import { stays } from '../stay.ts'
import { askedRange, length, steps, type Range, type Step } from '../period.ts'
import { bucketWord, figure, measureWord, valueWord } from './value-words.ts'

type ShownRow = {
  readonly word: string
  readonly n: number
  readonly written: string
  readonly before: string
  readonly change: string
}
export type ShownMeasure = {
  readonly measure: Measure
  readonly title: string
  readonly rows: readonly ShownRow[]
  readonly weekly: boolean
  readonly inOrder: boolean
}

/** Everything the page writes, in words and figures, so that server and browser write the same. */
export async function shown(db: For<'web_statistics'>, query: URLSearchParams, now: Date, language: Language) {
  const range = askedRange(query, now)
  const step =
    steps.find((each) => each === query.get('per')) ?? (length(range) > 200 ? 'month' : length(range) > 45 ? 'week' : 'day')
  const found = await figures(db, range, step)
  return {
    language,
    range,
    step,
    threshold: found.threshold,
    period: writtenRange(range, language),
    previous: writtenRange(found.previous, language),
    weeks: found.weeks && writtenRange(found.weeks, language),
    opened: { n: figure(found.opened.n, language), before: figure(found.opened.before, language), change: change(found.opened) },
    any: found.opened.n > 0 || measureNames.some((measure) => found.by.get(measure)!.length > 0),
    axis: axisOf(found.overTime).map((n) => ({ n, written: figure(n, language) })),
    overTime: found.overTime.map(({ from, n }) => ({ word: bucketWord(from, step, language), n, written: figure(n, language) })),
    measures: measureNames.map((measure) => shownMeasure(measure, found, language)),
  }
}

export type Shown = Awaited<ReturnType<typeof shown>>

/** Nought, a round figure that no column is taller than and that halves well, and its half. */
function axisOf(columns: readonly { readonly n: number }[]): readonly number[] {
  const most = Math.max(10, ...columns.map(({ n }) => n))
  const unit = 10 ** Math.floor(Math.log10(most))
  const top = [1, 2, 4, 6, 8, 10].map((times) => times * unit).find((each) => each >= most) ?? 10 * unit
  return [0, top / 2, top]
}

function shownMeasure(measure: Measure, { by }: Figures, language: Language): ShownMeasure {
  return {
    measure,
    title: measureWord(measure, language),
    weekly: measures[measure].kept === 'week',
    inOrder: measure in inOrder,
    rows: ordered(measure, by.get(measure)!).map(({ value, n, before }) => ({
      word: valueWord(measure, value, language),
      n,
      written: n === 0 ? '–' : figure(n, language),
      before: before === 0 ? '–' : figure(before, language),
      change: change({ n, before }),
    })),
  }
}

/** Most read best with the largest first; these have an order of their own. */
const inOrder: Partial<Record<Measure, (value: string) => number>> = {
  hour: Number,
  stay: (value) => stays.findIndex((stay) => stay === value),
}

function ordered(measure: Measure, rows: readonly Row[]): readonly Row[] {
  const place = inOrder[measure]
  return place ? rows.toSorted((a, b) => place(a.value) - place(b.value)) : rows
}

// No change is told of what is hidden: a dash is neither a nought nor a figure.
function change({ n, before }: { readonly n: number; readonly before: number }): string {
  if (n === 0 || before === 0) return '–'
  const percent = Math.round(((n - before) / before) * 100)
  return percent > 0 ? `+${percent} %` : percent < 0 ? `−${-percent} %` : '0 %'
}

function writtenRange({ from, to }: Range, language: Language): string {
  return `${writtenDay(from, language)} – ${writtenDay(to, language)}`
}

export function stepWord(step: Step, language: Language): string {
  return { nb: { day: 'Dag', week: 'Uke', month: 'Måned' }, en: { day: 'Day', week: 'Week', month: 'Month' } }[language][step]
}
