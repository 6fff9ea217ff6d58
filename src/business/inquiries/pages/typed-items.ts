import { wholeNumber } from '#http'
import { mostPieces } from '#money'
import type { Item } from '../file-inquiry.ts'

/** The form's lines: `sku-0`, `quantity-0`, `wish-0`, … A quantity that is no number becomes 0, which the act refuses. */
export function typedItems(typed: Readonly<Record<string, string>>): readonly Item[] {
  return Object.keys(typed)
    .filter((name) => /^sku-\d{1,3}$/.test(name))
    .slice(0, 30)
    .map((name) => {
      const line = name.slice(4)
      return {
        sku: typed[name]!,
        quantity: wholeNumber(typed[`quantity-${line}`] ?? '', mostPieces) ?? 0,
        wish: (typed[`wish-${line}`] ?? '').trim().slice(0, 500) || undefined,
      }
    })
}
