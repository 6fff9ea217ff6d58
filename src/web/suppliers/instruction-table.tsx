import { Form } from 'react-router'
import { writtenDay } from '#clock'
import { Button, Heads, Tag } from '#design'
import type { InstructionState } from '#processors'
import { kindNames, stateWords } from './words.ts'

export type InstructionRow = {
  readonly id: string
  readonly supplier: string
  readonly supplierId: string
  readonly kind: string
  /** What a restriction is of; null: everything. */
  readonly part: string | null
  readonly customer: number | null
  readonly askedOn: string
  readonly answerBy: string
  readonly state: InstructionState
  /** What was cited, when something is kept. */
  readonly keeps: string | null
  readonly failure: string | null
}

/** Who was asked what, and where it stands; never about whom: the register of instructions names nobody. */
export function InstructionTable({
  rows,
  withSupplier,
  mayAct,
}: {
  readonly rows: readonly InstructionRow[]
  readonly withSupplier: boolean
  readonly mayAct: boolean
}) {
  const heads = [...(withSupplier ? ['Leverandør'] : []), 'Instruks', 'Kunde', 'Bedt om', 'Svar innen', 'Status']
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Instrukser">
      <table className="ds-table" data-border>
        <caption className="unseen">Instrukser til leverandører</caption>
        <thead>
          <Heads of={heads} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} withSupplier={withSupplier} mayAct={mayAct} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({
  row,
  withSupplier,
  mayAct,
}: {
  readonly row: InstructionRow
  readonly withSupplier: boolean
  readonly mayAct: boolean
}) {
  const { nb, tone } = stateWords[row.state]
  return (
    <tr>
      {withSupplier && (
        <td>
          <a href={`/desk/leverandorer/${row.supplierId}`}>{row.supplier}</a>
        </td>
      )}
      <td>
        {kindNames[row.kind]}
        {row.part && `: ${row.part}`}
        <br />
        <span className="soft small figures">{row.id.slice(-8)}</span>
      </td>
      <td className="figures">{row.customer ?? '–'}</td>
      <td>{writtenDay(row.askedOn, 'nb')}</td>
      <td>{writtenDay(row.answerBy, 'nb')}</td>
      <td>
        <Tag state={row.state} tone={tone}>
          {nb}
        </Tag>
        {row.keeps && <div className="small soft">{row.keeps}</div>}
        {row.failure && <div className="small soft">{row.failure}</div>}
        {mayAct && row.state === 'contested' && <Accept id={row.id} />}
        {mayAct && waits.has(row.state) && <AnsweredToUs id={row.id} askedOn={row.askedOn} />}
      </td>
    </tr>
  )
}

const waits: ReadonlySet<InstructionState> = new Set(['sent', 'failed', 'escalated', 'overdue', 'contested'])

function Accept({ id }: { readonly id: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value="accept keeping" />
      <input type="hidden" name="id" value={id} />
      <Button variant="tertiary">Godta loven de viser til</Button>
    </Form>
  )
}

/** They answered by telephone or letter. */
function AnsweredToUs({ id, askedOn }: { readonly id: string; readonly askedOn: string }) {
  const named = (name: string) => `${name}-${id}`
  return (
    <details>
      <summary>De har svart oss</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="act" value="answered" />
        <input type="hidden" name="id" value={id} />
        <label htmlFor={named('doneOn')}>Gjort hos dem</label>
        <input id={named('doneOn')} className="ds-input" type="date" name="doneOn" min={askedOn} required />
        <label htmlFor={named('subProcessors')}>Underleverandører</label>
        <select id={named('subProcessors')} className="ds-input" name="subProcessors">
          <option value="none">har ingen</option>
          <option value="done">har gjort det samme</option>
        </select>
        <label htmlFor={named('backupsLapseOn')}>Siste sikkerhetskopi er borte</label>
        <input id={named('backupsLapseOn')} className="ds-input" type="date" name="backupsLapseOn" required />
        <Button variant="secondary">Før inn svaret</Button>
      </Form>
    </details>
  )
}
