import { written } from '#money'
import { totalsOf, type DraftLine } from '../quote-line.ts'
import { readLines, type TypedLine } from '../typed-lines.ts'

/** What it comes to while one types; rows that cannot be read yet are left out. */
export function LineSums({ rows }: { readonly rows: readonly TypedLine[] }) {
  const lines = rows.flatMap((row): readonly DraftLine[] => {
    const read = readLines([row])
    return read.ok ? read.lines : []
  })
  const { net, groups, gross } = totalsOf(lines)
  return (
    <tfoot aria-live="polite">
      <tr>
        <th scope="row" colSpan={6}>
          Sum eks. mva.
        </th>
        <td className="number">{written(net, 'nb')}</td>
        <td />
      </tr>
      {groups.map(({ vatRate, vat }) => (
        <tr key={vatRate}>
          <th scope="row" colSpan={6}>
            Mva. {vatRate / 100} %
          </th>
          <td className="number">{written(vat, 'nb')}</td>
          <td />
        </tr>
      ))}
      <tr className="gross">
        <th scope="row" colSpan={6}>
          Å betale
        </th>
        <td className="number">{written(gross, 'nb', 'NOK')}</td>
        <td />
      </tr>
    </tfoot>
  )
}
