import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Tier } from '#catalogue'
import { written, writtenUnitPrice } from '#money'
import { numbered, totalsOf, type DraftLine } from '../quote-line.ts'
import { emptyLine, isEmpty, pastedLines, readLines, typedDecimal, type Cell, type TypedLine } from '../typed-lines.ts'
import { kindNames } from './desk-words.ts'

type Grid = {
  readonly rows: readonly TypedLine[]
  readonly ladders: Readonly<Record<string, readonly Tier[]>>
  readonly problems: Readonly<Record<string, string>>
}
type Row = TypedLine & { readonly id: number }

const spare = 2

/** The lines as a spreadsheet: type, Tab, Enter, paste. Without scripts it is a form with a few empty rows at the end. */
export function LineGrid({ rows: given, ladders, problems }: Grid) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    [...given, ...Array.from({ length: spare }, () => emptyLine)].map((row, id) => ({ ...row, id })),
  )
  const [current, setCurrent] = useState(0)
  const next = useRef(rows.length)
  const table = useRef<HTMLTableElement>(null)
  const change = (at: number, cells: Partial<TypedLine>) =>
    setRows((before) =>
      withSpare(
        before.map((row, index) => (index === at ? { ...row, ...cells } : row)),
        next,
      ),
    )
  const remove = (at: number) => {
    setRows((before) =>
      withSpare(
        before.filter((_, index) => index !== at),
        next,
      ),
    )
    // The button goes with its row, and the cursor must not: it stands in the row that came up.
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>(`[name="description.${at}"]`)?.focus())
  }
  const insert = (at: number, kind: string) =>
    setRows((before) =>
      before.toSpliced(at + 1, 0, {
        ...emptyLine,
        kind,
        vat: before[at]?.vat ?? '25',
        quantity: kind === 'setup' ? '1' : (before[at]?.quantity ?? ''),
        id: next.current++,
      }),
    )
  const paste = (at: number, event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const pasted = pastedLines(text).map((row) => ({ ...row, id: next.current++ }))
    setRows((before) => withSpare(before.toSpliced(at, isEmpty(before[at] ?? emptyLine) ? 1 : 0, ...pasted), next))
  }
  return (
    <div className="grid-card">
      <div className="scrolls">
        <table className="grid" ref={table} onKeyDown={(event) => moveDown(event, table.current)}>
          <caption className="unseen">Linjene i tilbudet</caption>
          <GridHead />
          <tbody onFocus={(event) => setCurrent(Number(event.target.closest('tr')?.dataset.row ?? 0))}>
            {rows.map((row, at) => (
              <GridRow
                key={row.id}
                {...{ row, at, problems }}
                change={(cells) => change(at, cells)}
                remove={() => remove(at)}
                insert={(kind) => insert(at, kind)}
                paste={(event) => paste(at, event)}
              />
            ))}
          </tbody>
          <GridSums rows={rows} />
        </table>
      </div>
      <Ladder row={rows[current]} ladders={ladders} choose={(cells) => change(current, cells)} />
    </div>
  )
}

function withSpare(rows: readonly Row[], next: { current: number }): readonly Row[] {
  const last = rows.at(-1)
  return last && isEmpty(last) ? rows : [...rows, { ...emptyLine, id: next.current++ }]
}

// Enter goes to the same column in the next row, as in a spreadsheet; Ctrl-Enter saves.
function moveDown(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const cell = event.target as HTMLElement
  if (event.key !== 'Enter' || !(cell instanceof HTMLInputElement)) return
  event.preventDefault()
  if (event.ctrlKey || event.metaKey) {
    cell.form?.requestSubmit(cell.form.querySelector<HTMLButtonElement>('button[value=save]'))
    return
  }
  const [column, row] = cell.name.split('.')
  table?.querySelector<HTMLInputElement>(`[name="${column}.${Number(row) + 1}"]`)?.select()
}

function GridHead() {
  return (
    <thead>
      <tr>
        <th scope="col">Slag</th>
        <th scope="col" className="wide">
          Beskrivelse og varenr.
        </th>
        <th scope="col" className="right">
          Antall
        </th>
        <th scope="col" className="right">
          Pris
        </th>
        <th scope="col" className="right">
          Rabatt %
        </th>
        <th scope="col" className="right">
          Mva. %
        </th>
        <th scope="col" className="right">
          Sum eks. mva.
        </th>
        <th scope="col">
          <span className="unseen">Gjør med linjen</span>
        </th>
      </tr>
    </thead>
  )
}

type Acts = {
  readonly change: (cells: Partial<TypedLine>) => void
  readonly remove: () => void
  readonly insert: (kind: string) => void
  readonly paste: (event: ClipboardEvent) => void
}

function GridRow({
  row,
  at,
  problems,
  change,
  remove,
  insert,
  paste,
}: Acts & { readonly row: Row; readonly at: number; readonly problems: Grid['problems'] }) {
  const read = readLines([row])
  const net = read.ok && read.lines[0] ? numbered(read.lines)[0]!.net : undefined
  const hangs = row.kind === 'decoration' || row.kind === 'setup'
  const cell = (name: Cell, label: string) => ({ name, at, label, row, problem: problems[`${name}.${at}`], change, paste })
  return (
    <tr data-row={at} data-hangs={hangs || undefined}>
      <td>
        <input type="hidden" name={`productId.${at}`} value={row.productId} />
        <select
          name={`kind.${at}`}
          aria-label={`Slag, linje ${at + 1}`}
          value={row.kind}
          onChange={(event) => change({ kind: event.target.value })}
        >
          {Object.entries(kindNames).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td className="wide">
        <CellField {...cell('description', 'Beskrivelse')} />
        {row.kind === 'product' ? (
          <CellField {...cell('sku', 'Varenummer')} />
        ) : (
          <input type="hidden" name={`sku.${at}`} value={row.sku} />
        )}
      </td>
      <GridCell {...cell('quantity', 'Antall')} figures />
      <GridCell {...cell('price', 'Pris')} figures />
      <GridCell {...cell('discount', 'Rabatt i prosent')} figures />
      <GridCell {...cell('vat', 'Mva. i prosent')} figures />
      <td className="number sum">{net === undefined ? '' : written(net, 'nb')}</td>
      <td className="acts">
        {row.kind === 'product' && !isEmpty(row) && (
          <button
            type="button"
            onClick={() => insert('decoration')}
            aria-label={`Legg til trykk under linje ${at + 1}`}
            title="Trykk under"
          >
            +
          </button>
        )}
        {!isEmpty(row) && (
          <button type="button" onClick={remove} aria-label={`Fjern linje ${at + 1}`} title="Fjern">
            ×
          </button>
        )}
      </td>
    </tr>
  )
}

type CellProps = Pick<Acts, 'change' | 'paste'> & {
  readonly name: Cell
  readonly at: number
  readonly label: string
  readonly row: Row
  readonly problem: string | undefined
  readonly figures?: boolean
}

function GridCell(cell: CellProps) {
  return (
    <td>
      <CellField {...cell} />
    </td>
  )
}

function CellField({ name, at, label, row, problem, figures, change, paste }: CellProps) {
  const id = `${name}.${at}`
  return (
    <>
      <input
        name={id}
        value={row[name]}
        aria-label={`${label}, linje ${at + 1}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        autoComplete="off"
        className={figures ? 'number' : name}
        {...(figures && { inputMode: 'decimal' as const })}
        {...(name === 'sku' && { placeholder: 'Varenr.' })}
        onChange={(event) => change(name === 'sku' ? { sku: event.target.value, productId: '' } : { [name]: event.target.value })}
        onPaste={paste}
      />
      {problem && (
        <p className="ds-validation-message" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
}

/** What it comes to while one types; rows that cannot be read yet are left out. */
function GridSums({ rows }: { readonly rows: readonly Row[] }) {
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

/** The article's ladder, beneath: choose a step and the line has its quantity and price. */
function Ladder({
  row,
  ladders,
  choose,
}: {
  readonly row: Row | undefined
  readonly ladders: Grid['ladders']
  readonly choose: (cells: Partial<TypedLine>) => void
}) {
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
