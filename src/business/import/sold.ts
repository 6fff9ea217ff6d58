import type { Observed } from './observed-ladder.ts'

/** What a product was sold at: price → quantity → number of lines. */
export type Sold = Map<number, Map<number, number>>

export function count(
  sold: Sold | undefined,
  { unitPriceE4, quantity }: { readonly unitPriceE4: number; readonly quantity: number },
  lines = 1,
): void {
  if (sold === undefined) return
  const quantities = sold.get(unitPriceE4)
  if (quantities === undefined) sold.set(unitPriceE4, new Map([[quantity, lines]]))
  else quantities.set(quantity, (quantities.get(quantity) ?? 0) + lines)
}

export function observed(sold: Sold): Observed[] {
  return [...sold].map(([unitPriceE4, quantities]) => {
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
