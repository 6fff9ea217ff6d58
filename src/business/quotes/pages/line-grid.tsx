import { type KeyboardEvent, useRef, useState } from 'react'
import type { Tier } from '#catalogue'
import type { TypedLine } from '../typed-lines.ts'
import { LineLadder } from './line-ladder.tsx'
import { LineRow } from './line-row.tsx'
import { LineSums } from './line-sums.tsx'
import { useRows } from './use-rows.ts'

type Grid = {
  readonly rows: readonly TypedLine[]
  readonly ladders: Readonly<Record<string, readonly Tier[]>>
  readonly problems: Readonly<Record<string, string>>
}

/** The lines as a spreadsheet: type, Tab, Enter, paste. Without scripts it is a form with a few empty rows at the end. */
export function LineGrid({ rows: given, ladders, problems }: Grid) {
  const { rows, change, remove, insert, paste } = useRows(given)
  const [current, setCurrent] = useState(0)
  const table = useRef<HTMLTableElement>(null)
  return (
    <div className="grid-card">
      <div className="scrolls">
        <table className="grid" ref={table} onKeyDown={(event) => moveDown(event, table.current)}>
          <caption className="unseen">Linjene i tilbudet</caption>
          <GridHead />
          <tbody onFocus={(event) => setCurrent(Number(event.target.closest('tr')?.dataset.row ?? 0))}>
            {rows.map((row, at) => (
              <LineRow
                key={row.id}
                {...{ row, at, problems }}
                change={(cells) => change(at, cells)}
                remove={() => {
                  remove(at)
                  standIn(table.current, at)
                }}
                insert={(kind) => insert(at, kind)}
                paste={(event) => paste(at, event)}
              />
            ))}
          </tbody>
          <LineSums rows={rows} />
        </table>
      </div>
      <LineLadder row={rows[current]} ladders={ladders} choose={(cells) => change(current, cells)} />
    </div>
  )
}

// The button goes with its row, and the cursor must not: it stands in the row that came up.
function standIn(table: HTMLTableElement | null, row: number): void {
  requestAnimationFrame(() => table?.querySelector<HTMLInputElement>(`[name="description.${row}"]`)?.focus())
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
