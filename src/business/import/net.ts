import { lineNet } from '#money'

const certain = 2 ** 50

/** `lineNet` without a discount; in plain numbers where they are exact, as they are for every real line. */
export function netOf(quantity: number, unitPriceE4: number): number {
  const exact = quantity * unitPriceE4
  if (exact < certain) return Math.floor((exact + 50) / 100)
  return Number(lineNet({ quantity, unitPriceE4: BigInt(unitPriceE4), discountBp: 0 }))
}

/** What the lines come to. */
export function sumOf(lines: readonly { readonly net: number }[]): bigint {
  let [whole, sum] = [0n, 0]
  for (const { net } of lines) {
    sum += net
    if (sum < certain) continue
    whole += BigInt(sum)
    sum = 0
  }
  return whole + BigInt(sum)
}
