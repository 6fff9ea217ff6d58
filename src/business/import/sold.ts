import type { Observed } from './observed-ladder.ts'

/** What a product was sold at, three numbers for each: price, quantity, number of lines. Counted together when there are many, and at the end. */
export type Sold = number[]

const most = 3 * 4096

export function count(
  sold: Sold | undefined,
  { unitPriceE4, quantity }: { readonly unitPriceE4: number; readonly quantity: number },
  lines = 1,
): void {
  if (sold === undefined) return
  if (sold.length >= most) together(sold)
  sold.push(unitPriceE4, quantity, lines)
}

function together(sold: Sold): void {
  const prices = pricesOf(sold)
  sold.length = 0
  for (const [price, quantities] of prices) for (const [quantity, lines] of quantities) sold.push(price, quantity, lines)
}

/** Price → quantity → number of lines. */
function pricesOf(sold: Sold): Map<number, Map<number, number>> {
  const prices = new Map<number, Map<number, number>>()
  for (let at = 0; at < sold.length; at += 3) {
    const [price, quantity, lines] = [sold[at]!, sold[at + 1]!, sold[at + 2]!]
    const quantities = prices.get(price) ?? new Map<number, number>()
    prices.set(price, quantities.set(quantity, (quantities.get(quantity) ?? 0) + lines))
  }
  return prices
}

export function observed(sold: Sold): Observed[] {
  return [...pricesOf(sold)].map(([unitPriceE4, quantities]) => {
    const lines = [...quantities.values()].reduce((sum, each) => sum + each, 0)
    return { unitPriceE4, lines, usualLeast: usualLeast(quantities, lines) }
  })
}

// Nine lines in ten were of that quantity or more.
function usualLeast(quantities: ReadonlyMap<number, number>, lines: number): number {
  let below = 0
  for (const [quantity, times] of [...quantities].toSorted(([a], [b]) => a - b)) {
    below += times
    if (below * 10 >= lines) return quantity
  }
  return 1
}
