/**
 * Everything the figures say of a few days and their week, as equations and bounds, and a linear program that looks for what each hidden
 * cell can be at least and at most (section 5.8, rule 5). It knows how figures are rounded and hidden, and nothing of how they are chosen.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { solve, type Program } from './linear-program.ts'
import { measureNames, measures, type Measure } from './measure.ts'
import { release, seenOf, type Tables } from './release.ts'

const values = {
  language: ['nb', 'en', 'sv'],
  device: ['desktop', 'mobile', 'tablet', 'other'],
  hour: ['09', '10', '21'],
  region: ['NO', 'SE'],
  browser: ['Chrome', 'Safari', 'Firefox'],
  page: ['/', '/produkter', '/om-oss'],
  referrer: ['direct', 'sok.example', undefined],
  campaign: ['host-2026', undefined],
  stay: ['0–10 s', '> 5 min', undefined],
} as const

/** Most are alike in most: where one value takes nearly all, the few others are easily laid bare. */
const mostly = <Value>([first, ...rest]: readonly Value[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(first!) }, { weight: 1, arbitrary: fc.constantFrom(first!, ...rest) })

/** So many alike came; counts around the threshold, and such as all round the same way. */
const several = fc.record({
  n: fc.oneof(fc.integer({ min: 5, max: 12 }), fc.constantFrom(3, 8, 12, 13, 17, 22, 48, 52, 92, 103)),
  device: fc.constantFrom(...values.device),
  agreed: mostly([true, false]),
  language: mostly(values.language),
  hour: mostly(values.hour),
  region: mostly(values.region),
  browser: mostly(values.browser),
  page: mostly(values.page),
  referrer: mostly(values.referrer),
  campaign: mostly(values.campaign),
  stay: mostly(values.stay),
})
type Several = typeof several extends fc.Arbitrary<infer Value> ? Value : never
const day = fc.array(several, { maxLength: 7 })

const byDay = ['language', 'device', 'hour', 'browser', 'region', 'stay'] as const
const byWeek = ['page', 'referrer', 'campaign'] as const

function tables(came: readonly Several[], names: readonly Measure[]): Tables {
  const found: Record<string, Record<string, number>> = {}
  for (const each of came) {
    for (const measure of names) {
      const value = (each as unknown as Record<string, string | undefined>)[measure]
      if (value === undefined || (measures[measure].needs === 'choice' && !each.agreed)) continue
      const cells = (found[measure] ??= {})
      cells[value] = (cells[value] ?? 0) + each.n
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([measure, cells]) => [measure, Object.entries(cells).map(([value, n]) => ({ value, n }))]),
  )
}

type Seen = { readonly days: readonly Tables[]; readonly week: Tables }

/** Each hidden cell of a measure that is shown, and the limits of what it can be. */
function attack({ days, week }: Seen, threshold: number, allPages = true) {
  const program: Program = { bounds: [], equal: [] }
  const variable = (low: number, high: number) => program.bounds.push([low, high]) - 1
  const hidden: { readonly name: string; readonly at: number }[] = []
  /** The sum of a measure's cells, as an expression. */
  const total = (shown: Tables, measure: Measure, where: string): readonly number[] => {
    const cells = shown[measure]
    const known = values[measure as keyof typeof values].filter((name) => name !== undefined)
    const closed = (measures[measure] as { readonly values?: number }).values
    // Whoever looks may know every page there is; of sites and campaigns there is always one more.
    const others = measure === 'page' && allPages ? 0 : closed === undefined ? 1 : Math.max(0, closed - known.length)
    const parts = known.map((name) => {
      const cell = cells?.find(({ value }) => value === name)
      const at = cell ? variable(Math.max(cell.n - 2, threshold), cell.n + 2) : variable(0, cells ? threshold - 1 : Infinity)
      if (cells && !cell) hidden.push({ name: `${where} ${measure} ${name}`, at })
      return at
    })
    return others === 0 ? parts : [...parts, variable(0, cells && closed !== undefined ? (threshold - 1) * others : Infinity)]
  }
  const same = (a: readonly number[], b: readonly number[]) => program.equal.push({ plus: a, minus: b })
  const atMost = (a: readonly number[], b: readonly number[]) => same([...a, variable(0, Infinity)], b)
  const opened = days.map((shown, at) => {
    const all = total(shown, 'language', `day ${at}`)
    const agreed = total(shown, 'browser', `day ${at}`)
    same(all, total(shown, 'device', `day ${at}`))
    same(all, total(shown, 'hour', `day ${at}`))
    same(agreed, total(shown, 'region', `day ${at}`))
    atMost(agreed, all)
    atMost(total(shown, 'stay', `day ${at}`), agreed)
    return { all, agreed }
  })
  same(
    total(week, 'page', 'week'),
    opened.flatMap(({ all }) => all),
  )
  atMost(
    total(week, 'referrer', 'week'),
    opened.flatMap(({ all }) => all),
  )
  atMost(
    total(week, 'campaign', 'week'),
    opened.flatMap(({ agreed }) => agreed),
  )
  const { extremes } = solve(program)
  return hidden.map(({ name, at }) => ({ name, ...extremes(at) }))
}

function seen(came: readonly (readonly Several[])[], threshold: number): Seen {
  const days = came.map((each) => release(tables(each, byDay), threshold))
  const known = days.map((shown) => seenOf(shown, threshold))
  return { days, week: release(tables(came.flat(), byWeek), threshold, known) }
}

const narrow = (threshold: number) => (cell: { readonly least: number; readonly most: number }) =>
  cell.least > 0.001 || cell.most < threshold - 1.001

it('leaves each hidden cell free to be anything below the threshold, whatever is solved from the days and their week', () => {
  let looked = 0
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 3 }), fc.constantFrom(6, 10), (came, threshold) => {
      const cells = [true, false].flatMap((allPages) => attack(seen(came, threshold), threshold, allPages))
      looked += cells.length
      expect(cells.filter(narrow(threshold))).toEqual([])
    }),
    { seed: 20261201, numRuns: Number(process.env.ATTACKS ?? 150) },
  )
  expect(looked).toBeGreaterThan(500)
})

it('would find a hidden cell that is given away', () => {
  const cells = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([value, n]) => ({ value, n }))
  const given = (days: readonly Tables[], week: Tables = {}) =>
    attack({ days, week }, 10)
      .filter(narrow(10))
      .map(({ name }) => name)
  const three = cells({ desktop: 100, mobile: 50, tablet: 20 })
  expect(given([{ language: cells({ nb: 180 }), device: three }])).toContain('day 0 device other')
  expect(given([{ language: cells({ nb: 185 }), device: [...three, ...cells({ other: 10 })] }])).toContain('day 0 language en')
  expect(given([{ device: three }], { referrer: cells({ direct: 180 }) })).toContain('day 0 device other')
  expect(given([{ device: three }, { device: [...three, ...cells({ other: 10 })] }], { page: cells({ '/': 375 }) })).toContain(
    'day 0 device other',
  )
})

it('looks at every measure that has anything to do with another', () => {
  const related = measureNames.filter((measure) => measures[measure].of !== 'dropped')
  expect([...byWeek, ...byDay].toSorted()).toEqual(related.toSorted())
})
