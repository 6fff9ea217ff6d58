import { Form } from 'react-router'
import { writtenDay } from '#clock'
import { Button, EndLine, Field, Heads, Select, type ShownEnd, Tag, WideTable } from '#design'
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
  /** It was tried, and did not arrive. */
  readonly unsent: boolean
  /** When it goes. */
  readonly end: string
}

/** What became of the form that was sent from this page. */
type Answer =
  | { readonly problems?: Readonly<Record<string, string>>; readonly typed?: Readonly<Record<string, string>> }
  | undefined

/** Who was asked what, and where it stands; never about whom: the register of instructions names nobody. */
export function InstructionTable({
  rows,
  withSupplier,
  mayAct,
  answer,
  kept,
}: {
  readonly rows: readonly InstructionRow[]
  readonly withSupplier: boolean
  readonly mayAct: boolean
  readonly answer: Answer
  readonly kept: ShownEnd
}) {
  const heads = [...(withSupplier ? ['Leverandør'] : []), 'Instruks', 'Status', 'Kunde', 'Bedt om', 'Svar innen', 'Oppbevaring']
  return (
    <>
      <WideTable name="Instrukser til leverandører" data-border>
        <thead>
          <Heads of={heads} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} withSupplier={withSupplier} mayAct={mayAct} answer={answer} />
          ))}
        </tbody>
      </WideTable>
      <EndLine end={kept} />
    </>
  )
}

function Line({
  row,
  withSupplier,
  mayAct,
  answer,
}: {
  readonly row: InstructionRow
  readonly withSupplier: boolean
  readonly mayAct: boolean
  readonly answer: Answer
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
      <td>
        <Tag state={row.state} tone={tone}>
          {nb}
        </Tag>
        {row.keeps && <div className="small soft">{row.keeps}</div>}
        {row.failure && <div className="small soft">{row.failure}</div>}
        {mayAct && row.unsent && <TryAgain id={row.id} />}
        {mayAct && row.state === 'contested' && (
          <Accept id={row.id} problem={answer?.typed?.id === row.id ? answer.problems?.keeping : undefined} />
        )}
        {mayAct && waits.has(row.state) && <AnsweredToUs id={row.id} askedOn={row.askedOn} answer={answer} />}
      </td>
      <td className="figures">{row.customer ?? '–'}</td>
      <td>{writtenDay(row.askedOn, 'nb')}</td>
      <td>{writtenDay(row.answerBy, 'nb')}</td>
      <td className="small">{row.end}</td>
    </tr>
  )
}

const waits: ReadonlySet<InstructionState> = new Set(['sent', 'failed', 'escalated', 'overdue', 'contested'])

/** It is tried again by itself, ever more seldom; whoever has mended the address need not wait for that. */
function TryAgain({ id }: { readonly id: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button variant="tertiary" name="act" value="try again">
        Prøv igjen nå
      </Button>
    </Form>
  )
}

function Accept({ id, problem }: { readonly id: string; readonly problem: string | undefined }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value="accept keeping" />
      <input type="hidden" name="id" value={id} />
      <Button variant="tertiary">Godta loven de viser til</Button>
      {problem && <p className="ds-validation-message">{problem}</p>}
    </Form>
  )
}

/** They answered by telephone or letter. */
function AnsweredToUs({ id, askedOn, answer }: { readonly id: string; readonly askedOn: string; readonly answer: Answer }) {
  const mine = answer?.typed?.act === 'answered' && answer.typed.id === id ? answer : undefined
  const field = (name: string) => ({ name, of: id, value: mine?.typed?.[name], problem: mine?.problems?.[name] })
  return (
    <details open={mine !== undefined}>
      <summary>De har svart oss</summary>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="answered" />
        <input type="hidden" name="id" value={id} />
        <Field {...field('doneOn')} label="Gjort hos dem" type="date" min={askedOn} required />
        <Select {...field('subProcessors')} label="Underleverandører" required>
          <option value="none">har ingen</option>
          <option value="done">har gjort det samme</option>
        </Select>
        <Field {...field('backupsLapseOn')} label="Siste sikkerhetskopi er borte" type="date" required />
        <Field {...field('backupPolicy')} label="Versjon av reglene for sikkerhetskopier" maxLength={100} />
        <Button variant="secondary">Før inn svaret</Button>
      </Form>
    </details>
  )
}
