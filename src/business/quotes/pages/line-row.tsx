import type { ClipboardEvent } from 'react'
import { written } from '#money'
import { numbered } from '../quote-line.ts'
import { isEmpty, readLines, type Cell, type TypedLine } from '../typed-lines.ts'
import { kindNames } from './desk-words.ts'

type Acts = {
  readonly change: (cells: Partial<TypedLine>) => void
  readonly remove: () => void
  readonly insert: (kind: string) => void
  readonly paste: (event: ClipboardEvent) => void
}

type Shown = Acts & {
  readonly row: TypedLine
  readonly at: number
  readonly problems: Readonly<Record<string, string>>
}

/** A line being typed: a cell for each of its facts, its sum, and what may be done with it. */
export function LineRow({ row, at, problems, change, remove, insert, paste }: Shown) {
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
  readonly row: TypedLine
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
