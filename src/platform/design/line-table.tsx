import { WideTable } from './wide-table.tsx'
import { writtenNumber } from '#languages'
import { written, writtenUnitPrice } from '#money'

type TableLine = {
  readonly line: number
  readonly kind: string
  readonly sku: string | null
  readonly description: string
  readonly quantity: number
  /** 1/100 of a minor unit. */
  readonly unitPriceE4: bigint
  readonly discountBp: number
  readonly net: bigint
}
type TableSums = {
  readonly net: bigint
  readonly gross: bigint
  readonly groups: readonly { readonly vatRate: number; readonly base: bigint; readonly vat: bigint }[]
}

type Shown = {
  readonly lines: readonly TableLine[]
  readonly sums: TableSums
  readonly currency: string
  readonly language?: 'nb' | 'en'
  readonly caption: string
  /** What the last sum is called; default what is to be paid. */ readonly total?: string | undefined
}

const words = {
  nb: {
    what: 'Vare',
    quantity: 'Antall',
    price: 'Pris',
    discount: 'Rabatt',
    sum: 'Sum eks. mva.',
    vat: 'Mva.',
    of: 'av',
    gross: 'Å betale',
  },
  en: {
    what: 'Item',
    quantity: 'Quantity',
    price: 'Price',
    discount: 'Discount',
    sum: 'Total excl. VAT',
    vat: 'VAT',
    of: 'of',
    gross: 'To pay',
  },
} as const

/** The lines of a quote, order or invoice, and what they come to: what hangs on a line stands beneath it, indented. */
export function LineTable({ lines, sums, currency, language = 'nb', caption, total }: Shown) {
  const said = words[language]
  const discounts = lines.some(({ discountBp }) => discountBp > 0)
  const before = discounts ? 4 : 3
  return (
    <WideTable name={caption} className="line-table">
      <thead>
        <tr>
          <th scope="col">{said.what}</th>
          <th scope="col" className="right">
            {said.quantity}
          </th>
          <th scope="col" className="right">
            {said.price}
          </th>
          {discounts && (
            <th scope="col" className="right">
              {said.discount}
            </th>
          )}
          <th scope="col" className="right">
            {said.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.line} {...{ line, language, discounts }} />
        ))}
      </tbody>
      <SumRows {...{ sums, currency, language, before, total }} />
    </WideTable>
  )
}

function LineRow({
  line,
  language,
  discounts,
}: {
  readonly line: TableLine
  readonly language: 'nb' | 'en'
  readonly discounts: boolean
}) {
  const { kind, sku, description, quantity, unitPriceE4, discountBp, net } = line
  const hangs = kind === 'decoration' || kind === 'setup'
  if (kind === 'note') {
    return (
      <tr>
        <td colSpan={5} className="soft">
          {description}
        </td>
      </tr>
    )
  }
  return (
    <tr data-hangs={hangs || undefined}>
      <td>
        {description}
        {sku && <span className="sku">{sku}</span>}
      </td>
      <td className="number quantity">{writtenNumber(quantity, language)}</td>
      <td className="number">{writtenUnitPrice(unitPriceE4, language)}</td>
      {discounts && <td className="number discount">{discountBp === 0 ? '–' : percent(discountBp, language)}</td>}
      <td className="number">{written(net, language)}</td>
    </tr>
  )
}

function SumRows({
  sums,
  currency,
  language,
  before,
  total,
}: Pick<Shown, 'sums' | 'currency' | 'total'> & { readonly language: 'nb' | 'en'; readonly before: number }) {
  const said = words[language]
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={before}>
          {said.sum}
        </th>
        <td className="number">{written(sums.net, language)}</td>
      </tr>
      {sums.groups.map(({ vatRate, base, vat }) => (
        <tr key={vatRate}>
          <th scope="row" colSpan={before}>
            {said.vat} {percent(vatRate, language)} {sums.groups.length > 1 && `${said.of} ${written(base, language)}`}
          </th>
          <td className="number">{written(vat, language)}</td>
        </tr>
      ))}
      <tr className="gross">
        <th scope="row" colSpan={before}>
          {total ?? said.gross}
        </th>
        <td className="number">{written(sums.gross, language, currency)}</td>
      </tr>
    </tfoot>
  )
}

function percent(basisPoints: number, language: 'nb' | 'en'): string {
  const text = String(basisPoints / 100)
  return `${language === 'nb' ? text.replace('.', ',') : text}\u00a0%`
}
