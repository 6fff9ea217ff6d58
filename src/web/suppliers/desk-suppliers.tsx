import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { ButtonLink, EmptyState, Heads, Notice, PageTitle, type ShownEnd, Tag, WideTable } from '#design'
import { again, readForm } from '#http'
import { declared } from '#inventory'
import { countryName } from '#languages'
import { standingOf } from '#outbound'
import { register, reviewsDue, reviewState, type Recipient } from '#processors'
import { asking } from '#purposes'
import { writtenRules } from '#retention'
import { actOnInstruction, instructionForms, instructionRows } from './desk-instructions.ts'
import { InstructionTable, type InstructionRow } from './instruction-table.tsx'
import { standingHere, type StandingHere } from './standing-here.ts'
import { roleWords } from './words.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly role: Recipient['role']
  readonly does: string
  readonly location: string
  readonly standing: StandingHere
  readonly agreement: 'current' | 'ended' | 'none' | undefined
  readonly review: { readonly on: string | null; readonly state: 'in time' | 'amber' | 'red' } | undefined
}
/** `asked` is undefined for whoever keeps the accounts: which customer wanted what is for those who answer. */
type Loaded = {
  readonly rows: readonly Row[]
  readonly asked: readonly InstructionRow[] | undefined
  readonly mayAct: boolean
  readonly kept: ShownEnd
}

export async function loader({ context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context, ...readers)
  const db = asking(context, 'legal_obligation')
  const at = now()
  const mayAct = editors.includes(role as never)
  const [all, due, asked] = await Promise.all([
    register(db),
    reviewsDue(db),
    mayAct ? instructionRows(db, { now: at, role }) : undefined,
  ])
  const rows = await Promise.all(
    all.map(async (each): Promise<Row> => {
      const next = due.get(each.id)
      const isProcessor = each.role === 'processor'
      const agreement = isProcessor ? (await standingOf(db, at, each.id))?.agreement : undefined
      return {
        id: each.id,
        name: each.name,
        role: each.role,
        does: each.does.nb,
        location: countryName(each.location, 'nb'),
        standing: standingHere(each, agreement),
        agreement,
        review: isProcessor ? { on: next ?? null, state: reviewState(next, dayOf(at)) } : undefined,
      }
    }),
  )
  return { rows, asked, mayAct, kept: writtenRules(declared('core.instruction')) }
}

export const readers = ['privacy_officer', 'host', 'accountant'] as const
export const editors = ['privacy_officer', 'host'] as const

type Answer = {
  readonly problems?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string>>
  readonly done?: true
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...editors)
  const read = await readForm(request, z.discriminatedUnion('act', [...instructionForms]))
  if (!read.ok) return again(read.problems, read.typed)
  const problems = await actOnInstruction(asking(context, 'legal_obligation'), now(), read.value)
  return problems === undefined ? data<Answer>({ done: true }) : data<Answer>({ problems, typed: read.typed }, { status: 422 })
}

export default function DeskSuppliers({
  loaderData: { rows, asked, mayAct, kept },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  return (
    <div className="stack">
      <title>Leverandører</title>
      <PageTitle
        lead="Hvem som kan få opplysninger fra oss. Programmet spør denne listen hver gang noe skal ut, og erklæringen trykker den."
        actions={mayAct && <ButtonLink href="/desk/leverandorer/ny">Ny leverandør</ButtonLink>}
      >
        Leverandører
      </PageTitle>
      {actionData?.problems && (
        <Notice kind="danger" title="Ikke ført inn">
          Se merknaden ved instruksen.
        </Notice>
      )}
      {actionData?.done && <Notice kind="success">Ført inn.</Notice>}
      {rows.length === 0 ? <NoSuppliers /> : <Suppliers rows={rows} />}
      {asked && (
        <>
          <h2 id="instrukser">Instrukser</h2>
          {asked.length === 0 ? (
            <NothingAsked />
          ) : (
            <InstructionTable rows={asked} withSupplier mayAct={mayAct} answer={actionData} kept={kept} />
          )}
        </>
      )}
    </div>
  )
}

function NoSuppliers() {
  return (
    <EmptyState title="Ingen leverandører" action={<ButtonLink href="/desk/leverandorer/ny">Ny leverandør</ButtonLink>}>
      Så lenge listen er tom, går ingenting ut herfra, heller ikke brev. Begynn med den som tar imot e-posten vår.
    </EmptyState>
  )
}

function NothingAsked() {
  return (
    <EmptyState title="Ingen har fått noen instruks ennå">
      Når noen slettes, retter noe eller slutter som kunde, ber programmet selv leverandørene om å gjøre det samme.
    </EmptyState>
  )
}

function Suppliers({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Leverandører og andre mottakere" data-border>
      <thead>
        <Heads of={['Navn', 'Status', 'Avtale', 'Neste gjennomgang', 'Rolle', 'Sted']} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <Supplier key={row.id} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

const agreements = {
  current: { tone: 'success', nb: 'gjelder' },
  ended: { tone: 'danger', nb: 'utløpt eller mangelfull' },
  none: { tone: 'danger', nb: 'mangler' },
} as const
const reviews = { 'in time': 'success', amber: 'warning', red: 'danger' } as const
const standings = {
  active: { tone: 'success', nb: 'i bruk' },
  announced: { tone: 'warning', nb: 'venter på erklæringen' },
  unsigned: { tone: 'danger', nb: 'venter på avtale' },
  ended: { tone: 'neutral', nb: 'avsluttet' },
  own: { tone: 'neutral', nb: 'får ingenting' },
} as const

function Supplier({ row: { id, name, role, does, location, standing, agreement, review } }: { readonly row: Row }) {
  return (
    <tr>
      <td>
        <a href={`/desk/leverandorer/${id}`}>{name}</a>
        <br />
        <span className="soft small">{does}</span>
      </td>
      <td>
        <Tag state={standing} tone={standings[standing].tone}>
          {standings[standing].nb}
        </Tag>
      </td>
      <td>
        {agreement ? (
          <Tag state={agreement} tone={agreements[agreement].tone}>
            {agreements[agreement].nb}
          </Tag>
        ) : (
          <span className="soft">trengs ikke</span>
        )}
      </td>
      <td>
        {review ? (
          <Tag state={review.state} tone={reviews[review.state]}>
            {review.on ? writtenDay(review.on, 'nb') : 'aldri gjort'}
          </Tag>
        ) : (
          <span className="soft">–</span>
        )}
      </td>
      <td>{roleWords[role]}</td>
      <td>{location}</td>
    </tr>
  )
}
