import type { Tier } from '#catalogue'
import { writtenUnitPrice } from '#money'
import { typedDecimal, type TypedLine } from '../typed-lines.ts'

type Shown = {
  readonly row: TypedLine | undefined
  readonly ladders: Readonly<Record<string, readonly Tier[]>>
  readonly choose: (cells: Partial<TypedLine>) => void
}

/** The article's ladder, beneath: choose a step and the line has its quantity and price. */
export function LineLadder({ row, ladders, choose }: Shown) {
  const ladder = row && Object.hasOwn(ladders, row.productId) ? ladders[row.productId] : undefined
  if (!row || !ladder || ladder.length === 0) return null
  return (
    <ul className="ladder" aria-label={`Pristrapp for ${row.description}`}>
      {ladder.map(({ minQuantity, unitPriceE4 }) => (
        <li key={minQuantity}>
          <button
            type="button"
            aria-pressed={row.quantity === String(minQuantity)}
            onClick={() => choose({ quantity: String(minQuantity), price: typedDecimal(unitPriceE4, 4) })}
          >
            <span>{minQuantity}</span>
            <strong>{writtenUnitPrice(unitPriceE4, 'nb')}</strong>
          </button>
        </li>
      ))}
    </ul>
  )
}
