import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureNames, measures, type Measure } from './measure.ts'
import { release, seenOf, sum, type Cell, type Tables } from './release.ts'

const cells = (counts: Readonly<Record<string, number>>): Cell[] => Object.entries(counts).map(([value, n]) => ({ value, n }))

describe('what is shown of a bucket', () => {
  it('is nothing under the threshold, and the rest to the nearest five', () => {
    expect(release({ language: cells({ nb: 112, en: 10, de: 9 }), hour: cells({ '09': 131 }) }, 10)).toEqual({
      language: cells({ nb: 110, en: 10 }),
      hour: cells({ '09': 130 }),
    })
  })

  it('keeps the floor of six whatever the setting says', () => {
    expect(release({ language: cells({ nb: 6, en: 5 }) }, 1)).toEqual({ language: cells({ nb: 5 }) })
  })

  it('withholds a measure whose one hidden value the others would give away', () => {
    // 109 were opened, says the language; the devices shown are 100 and four more at most by rounding: the rest is the ninth cell.
    const devices = { desktop: 40, mobile: 30, tablet: 30 }
    expect(release({ language: cells({ nb: 109 }), device: cells({ ...devices, other: 9 }) }, 10)).toEqual({
      language: cells({ nb: 110 }),
    })
    expect(release({ language: cells({ nb: 103 }), device: cells({ ...devices, other: 3 }) }, 10).device).toEqual(cells(devices))
    // With two kinds hidden, each of them may be all of the rest.
    const two = cells({ desktop: 108, mobile: 9 })
    expect(release({ language: cells({ nb: 117 }), device: two }, 10).device).toEqual(cells({ desktop: 110 }))
  })

  it('withholds what would say that almost nobody is hidden', () => {
    // At most 188 were opened, say all the devices there are; 185 or more of them in Norwegian leaves three for all other languages.
    const devices = { desktop: 102, mobile: 52, tablet: 22, other: 12 }
    const shown = release({ language: cells({ nb: 188 }), device: cells(devices) }, 10)
    expect(shown).toEqual({ device: cells({ desktop: 100, mobile: 50, tablet: 20, other: 10 }) })
  })

  it('lets the hours, where all are shown, not give away the one device that is not', () => {
    const hours = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [String(hour).padStart(2, '0'), 10]))
    const device = cells({ desktop: 127, mobile: 72, tablet: 32, other: 9 })
    expect(Object.keys(release({ hour: cells(hours), device }, 10))).toEqual(['hour'])
  })

  it('lets the days not say of a week what its pages hide, nor a week of its days', () => {
    const devices = cells({ desktop: 102, mobile: 52, tablet: 22, other: 12 })
    const full = release({ device: devices }, 10)
    expect(release({ page: cells({ '/': 188, '/om-oss': 3 }) }, 10, [seenOf(full, 10)])).toEqual({})
    const quiet = release({ device: cells({ desktop: 102, mobile: 52, tablet: 22, other: 9 }) }, 10)
    const page = cells({ '/': 373 })
    expect(release({ page }, 10, [seenOf(full, 10), seenOf(quiet, 10)])).toEqual({})
    expect(release({ page }, 10)).toEqual({ page: cells({ '/': 375 }) })
    // Nobody agreed who did not open: a campaign says how many a page has lost.
    expect(Object.keys(release({ page: cells({ '/': 40, '/om-oss': 9 }), campaign: cells({ host: 49 }) }, 10))).toEqual(['page'])
  })
})

/** A quiet or busy day at random: every visit has one language, one device and one hour; some agreed to more. */
const day = fc
  .array(
    fc.record({
      language: fc.constantFrom('nb', 'nb', 'nb', 'en', 'sv', 'de'),
      device: fc.constantFrom('desktop', 'desktop', 'desktop', 'mobile', 'mobile', 'tablet', 'other'),
      hour: fc.constantFrom('09', '10', '11', '12', '21'),
      agreed: fc.boolean(),
      browser: fc.constantFrom('Chrome', 'Chrome', 'Firefox', 'Safari', 'Edge', 'Opera', 'Samsung Internet', 'other'),
      region: fc.constantFrom('NO', 'NO', 'SE', 'other'),
    }),
    { maxLength: 220 },
  )
  .map((visits) => {
    const tables: Partial<Record<Measure, Cell[]>> = {}
    for (const measure of ['language', 'device', 'hour', 'browser', 'region'] as const) {
      const counts: Record<string, number> = {}
      for (const visit of visits) {
        if (measures[measure].needs === 'choice' && !visit.agreed) continue
        counts[visit[measure]] = (counts[visit[measure]] ?? 0) + 1
      }
      if (Object.keys(counts).length > 0) tables[measure] = cells(counts)
    }
    return tables as Tables
  })

describe('an attack', () => {
  it('gives away no hidden cell to whoever asks for everything', () => {
    let hidden = 0
    fc.assert(
      fc.property(day, fc.constantFrom(6, 10), (tables, threshold) => {
        const shown = release(tables, threshold)
        for (const measure of measureNames) {
          for (const { value, n } of tables[measure] ?? []) {
            if (shown[measure]?.some((cell) => cell.value === value)) continue
            hidden++
            const { least, most } = bounds(shown, measure, value, threshold)
            expect(least).toBeLessThanOrEqual(0)
            expect(most).toBeGreaterThanOrEqual(threshold - 1)
            expect(n).toBeGreaterThanOrEqual(least)
          }
        }
      }),
      { seed: 20261123, numRuns: 400 },
    )
    expect(hidden).toBeGreaterThan(500)
  })

  it('would be found: without the withholding, hidden cells are given away', () => {
    const careless = (tables: Tables, threshold: number): Tables =>
      Object.fromEntries(
        Object.entries(tables).map(([measure, all]) => [
          measure,
          all.filter(({ n }) => n >= threshold).map(({ value, n }) => ({ value, n: Math.round(n / 5) * 5 })),
        ]),
      )
    const given = { language: cells({ nb: 134 }), device: cells({ desktop: 100, mobile: 9, tablet: 9, other: 9 }) }
    expect(bounds(careless(given, 10), 'device', 'tablet', 10).least).toBeGreaterThan(0)
    expect(release(given, 10).device).toBeUndefined()
  })
})

/** All values there can be, as far as anybody outside knows; of languages and countries there is always one more. */
const universe: Partial<Record<Measure, readonly string[]>> = {
  device: ['desktop', 'mobile', 'tablet', 'other'],
  hour: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
  browser: ['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari', 'Samsung Internet', 'other'],
}

/**
 * What an attacker concludes of one hidden cell: each shown cell is true within two, each hidden one is below the threshold unless its
 * whole measure is missing, and measures of the same visits have the same sum. Interval propagation until nothing moves.
 */
function bounds(shown: Tables, of: Measure, value: string, threshold: number): { least: number; most: number } {
  const groups = (['opened', 'agreed'] as const).map((kind) => measureNames.filter((measure) => measures[measure].of === kind))
  const parts = (measure: Measure) => {
    const visible = shown[measure]
    if (!visible) return undefined
    const names = new Set([
      ...(universe[measure] ?? ['nb', 'en', 'sv', 'de', 'xx', 'yy', 'NO', 'SE']),
      ...visible.map((cell) => cell.value),
    ])
    return [...names].map((name) => {
      const cell = visible.find((each) => each.value === name)
      return { name, low: cell ? cell.n - 2 : 0, high: cell ? cell.n + 2 : threshold - 1 }
    })
  }
  const tables = new Map(groups.flat().map((measure) => [measure, parts(measure)]))
  let totals = { opened: { low: 0, high: Infinity }, agreed: { low: 0, high: Infinity } }
  const add = (cells: readonly { low: number; high: number }[], end: 'low' | 'high') =>
    cells.reduce((all, cell) => all + cell[end], 0)
  for (let round = 0; round < 20; round++) {
    for (const [measure, cells] of tables) {
      if (!cells) continue
      const kind = measures[measure].of as 'opened' | 'agreed'
      const open = universe[measure] === undefined ? Infinity : add(cells, 'high')
      totals = {
        ...totals,
        [kind]: { low: Math.max(totals[kind].low, add(cells, 'low')), high: Math.min(totals[kind].high, open) },
      }
      totals.opened.low = Math.max(totals.opened.low, totals.agreed.low)
      totals.agreed.high = Math.min(totals.agreed.high, totals.opened.high)
      for (const cell of cells) {
        const others = cells.filter((each) => each !== cell)
        if (open !== Infinity) cell.low = Math.max(cell.low, totals[kind].low - add(others, 'high'))
        cell.high = Math.min(cell.high, totals[kind].high - add(others, 'low'))
      }
    }
  }
  const cell = tables.get(of)?.find((each) => each.name === value)
  return { least: cell?.low ?? 0, most: cell?.high ?? Infinity }
}

it('adds cells up', () => expect(sum(cells({ a: 1, b: 2 }))).toBe(3))
