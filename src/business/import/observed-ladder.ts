/** How often a product was sold at a price, and the quantity that nine in ten of those lines reached. */
export type Observed = { readonly unitPriceE4: number; readonly lines: number; readonly usualLeast: number }
export type Step = { readonly minQuantity: number; readonly unitPriceE4: number }

/** A price that fewer lines than this were sold at is an agreement with somebody, not a step of the ladder. */
export const fewestLines = 5
const smallestShare = 0.05

/**
 * The ladder that a year of sales shows: the most common price from one piece on, then each lower price that was usual
 * from a greater quantity. Rising in quantity, falling in price; empty when nothing was sold at a price.
 */
export function ladderFrom(observed: readonly Observed[]): Step[] {
  const priced = observed.filter(({ unitPriceE4 }) => unitPriceE4 > 0)
  const most = priced.toSorted((a, b) => b.lines - a.lines || b.unitPriceE4 - a.unitPriceE4)[0]
  if (!most) return []
  const all = priced.reduce((sum, { lines }) => sum + lines, 0)
  const usual = priced.filter(({ lines, usualLeast }) => lines >= fewestLines && lines / all >= smallestShare && usualLeast > 1)
  const steps = [{ minQuantity: 1, unitPriceE4: most.unitPriceE4 }]
  for (const { usualLeast, unitPriceE4 } of usual.toSorted(
    (a, b) => a.usualLeast - b.usualLeast || a.unitPriceE4 - b.unitPriceE4,
  )) {
    const above = steps.at(-1)!
    if (unitPriceE4 < above.unitPriceE4 && usualLeast > above.minQuantity) steps.push({ minQuantity: usualLeast, unitPriceE4 })
  }
  return steps
}
