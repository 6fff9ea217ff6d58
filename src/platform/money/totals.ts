import type { Øre } from './amount.ts'

export type Line = {
  readonly quantity: number
  /** 1/100 of a minor unit: four decimals of a krone. */
  readonly unitPriceE4: bigint
  /** Basis points: 500 is 5 %. */
  readonly discountBp: number
  /** Basis points: 2500 is 25 %. */
  readonly vatRate: number
}

/** The most pieces of one line. Nobody orders more, and every sum of such lines fits where it is kept. */
export const mostPieces = 10_000_000

export type VatGroup = { readonly vatRate: number; readonly base: Øre; readonly vat: Øre }
export type Totals = { readonly net: Øre; readonly vat: Øre; readonly gross: Øre; readonly groups: readonly VatGroup[] }

/** What a line costs, in minor units: rounded once, halves away from zero. */
export function lineNet({ quantity, unitPriceE4, discountBp }: Omit<Line, 'vatRate'>): Øre {
  return divideHalfUp(BigInt(quantity) * unitPriceE4 * BigInt(10_000 - discountBp), 1_000_000n)
}

/** VAT is computed once per rate, on the rate's sum; never per line (EN 16931, BR-CO-17). */
export function totals(lines: readonly Line[]): Totals {
  const bases = new Map<number, bigint>()
  for (const line of lines) bases.set(line.vatRate, (bases.get(line.vatRate) ?? 0n) + lineNet(line))
  const groups = [...bases]
    .toSorted(([a], [b]) => b - a)
    .map(([vatRate, base]) => ({ vatRate, base, vat: divideHalfUp(base * BigInt(vatRate), 10_000n) }))
  const net = groups.reduce((sum, group) => sum + group.base, 0n)
  const vat = groups.reduce((sum, group) => sum + group.vat, 0n)
  return { net, vat, gross: net + vat, groups }
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -rounded : rounded
}
