import { readAmount } from '#money'
import { refuse, refused, type Refusal } from '#refusal'
import type { Tier } from './price-ladder.ts'

/** Reads `50 79,90`, one step a line: from this quantity, this price. Tabs and semicolons as from a spreadsheet do too. */
export function typedLadder(text: string): readonly Tier[] | Refusal<'not a step'> {
  const steps: Tier[] = []
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const parts = /^(\d[\d \u00a0]*?)\s*(?:[;:\t]|\s)\s*([\d.,]+)(?:\s*kr\.?)?$/i.exec(line)
    const quantity = Number(parts?.[1]?.replace(/\s/g, ''))
    const price = parts ? readAmount(parts[2]!, 4) : refuse('not an amount')
    if (!Number.isInteger(quantity) || quantity < 1 || refused(price)) return refuse('not a step', 'ladder')
    steps.push({ minQuantity: quantity, unitPriceE4: price })
  }
  return steps
}

export function writtenLadder(ladder: readonly Tier[], writtenPrice: (priceE4: bigint) => string): string {
  return ladder
    .map(({ minQuantity, unitPriceE4 }) => `${minQuantity}\t${writtenPrice(unitPriceE4).replace(/\s/g, '')}`)
    .join('\n')
}
