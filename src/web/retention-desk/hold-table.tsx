import { Form, Link } from 'react-router'
import { Button, EndLine, Heads, type ShownEnd, Tag, WideTable } from '#design'
import type { HeldRow } from '#retention'

export type Row = Pick<HeldRow, 'account_id' | 'id' | 'reference' | 'reason' | 'state'> & {
  readonly customer: string
  readonly kind: string
  readonly what: string
  readonly placed: string
  readonly by: string
  readonly reviewed: string
  readonly lapses: string
  readonly end: ShownEnd | undefined
}
const tones = { 'in force': 'info', 'to be read': 'warning', lapsed: 'neutral', released: 'neutral' } as const
const stateWords = { 'in force': 'gjelder', 'to be read': 'må vurderes', lapsed: 'falt bort', released: 'opphevet' } as const

/** What is kept past its time, and what may be decided about it. */
export function Holds({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Det som er beholdt lenger" data-border>
      <thead>
        <Heads of={['Kunde', 'Hva', 'Krav', 'Grunn', 'Bestemt av', 'Vurdert', 'Faller bort', 'Status']} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={`/desk/kunder/${row.account_id}`}>{row.customer}</Link>
            </td>
            <td>{row.what}</td>
            <td>
              {row.kind} {row.reference}
            </td>
            <td>{row.reason}</td>
            <td>{row.by}</td>
            <td>{row.reviewed}</td>
            <td>{row.lapses}</td>
            <td>
              <Tag state={row.state} tone={tones[row.state]}>
                {stateWords[row.state]}
              </Tag>
              <EndLine end={row.end} />
              {(row.state === 'in force' || row.state === 'to be read') && <Acts row={row} />}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Acts({ row: { account_id, id } }: { readonly row: Row }) {
  return (
    <Form method="post" className="row">
      <input type="hidden" name="account" value={account_id} />
      <input type="hidden" name="id" value={id} />
      <Button variant="tertiary" name="act" value="review">
        Trengs fortsatt
      </Button>
      <Button variant="tertiary" name="act" value="release">
        Opphev
      </Button>
    </Form>
  )
}
