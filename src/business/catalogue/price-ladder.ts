/** From this quantity, this price ex VAT, in 1/100 of a minor unit. */
export type Tier = { readonly minQuantity: number; readonly unitPriceE4: bigint }

/** The price of one at that quantity: the tier with the greatest least quantity that is reached; below all tiers, none. */
export function unitPriceAt(ladder: readonly Tier[], quantity: number): bigint | undefined {
  return rising(ladder).findLast((tier) => tier.minQuantity <= quantity)?.unitPriceE4
}

/** The last step, which the shop shows as "from". */
export function lowestTier(ladder: readonly Tier[]): Tier | undefined {
  return rising(ladder).at(-1)
}

/** The least that can be ordered. */
export function leastQuantity(ladder: readonly Tier[]): number {
  return rising(ladder)[0]?.minQuantity ?? 1
}

export function rising(ladder: readonly Tier[]): Tier[] {
  return ladder.toSorted((a, b) => a.minQuantity - b.minQuantity)
}

/** A ladder never rises in price as the quantity rises; the steps at which this one does. */
export function stepsUp(ladder: readonly Tier[]): readonly number[] {
  const steps = rising(ladder)
  return steps
    .filter((tier, place) => place > 0 && tier.unitPriceE4 > steps[place - 1]!.unitPriceE4)
    .map((tier) => tier.minQuantity)
}
