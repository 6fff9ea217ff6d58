import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { notedReadings } from '#customers'
import { ButtonLink, EmptyState, Heads, Notice, PageTitle, Tag, WideTable } from '#design'
import { disclosureCases, grounds, toBeTold, type CaseState, type Ground } from '#disclosure'
import { asking } from '#purposes'
import { caseWords } from './words.ts'

export const handlers = ['privacy_officer', 'host'] as const
/** Those who answer the telephone may write down what was asked; they decide nothing. */
export const takers = [...handlers, 'salesperson'] as const

type Row = {
  readonly href: string
  /** Whom it is about. */
  readonly person: string
  readonly customer: string
  readonly ground: string
  readonly recipient: string
  readonly requested: string
  readonly state: CaseState
}
/** `rows` is undefined for whoever may write down what was asked and has no need of who got what; an order may even forbid it. */
type Loaded = { readonly rows: readonly Row[] | undefined; readonly silenceOver: number; readonly filed: boolean }

export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded> {
  const staff = requireStaff(context, ...takers)
  const filed = new URL(request.url).searchParams.has('fort')
  if (!handlers.some((handler) => handler === staff.role)) return { rows: undefined, silenceOver: 0, filed }
  const db = asking(context, 'legal_obligation')
  const [cases, told] = await Promise.all([disclosureCases(db), toBeTold(db, now())])
  const people = cases.flatMap(({ account_id: accountId, here }) => (here === null ? [] : [{ accountId, personId: here }]))
  const look = { staff, purpose: 'legal_obligation', subject: 'case of theirs' }
  await notedReadings(asking(context, 'administer'), now(), look, people)
  return {
    silenceOver: told.length,
    filed,
    rows: cases.map((each) => ({
      href: `/desk/utlevering/${each.account_id}/${each.id}`,
      person: each.here === null ? 'slettet' : [each.first_name, each.last_name].filter(Boolean).join(' ') || 'uten navn',
      customer: each.name ?? (each.customer_number === null ? '–' : `Kunde ${each.customer_number}`),
      ground: grounds[each.ground as Ground].label,
      recipient: each.recipient_name,
      requested: writtenDay(each.requested_at, 'nb'),
      state: each.state,
    })),
  }
}

export default function DeskDisclosures({ loaderData: { rows, silenceOver, filed } }: { readonly loaderData: Loaded }) {
  return (
    <div className="stack">
      <title>Utlevering</title>
      <PageTitle
        lead="Ingen utenfor huset får vite noe om noen uten en sak med ett av fire grunnlag."
        actions={<ButtonLink href="/desk/utlevering/ny">Noen ber om noe</ButtonLink>}
      >
        Utlevering
      </PageTitle>
      {filed && <Notice kind="success">Ført inn. Personvernansvarlig tar det videre.</Notice>}
      <TelephoneAnswer />
      {silenceOver > 0 && (
        <Notice kind="warning" title="Pålegg om taushet er ute">
          <p>I {silenceOver === 1 ? 'én sak' : `${silenceOver} saker`} skal personen nå få vite det. Saken står under.</p>
        </Notice>
      )}
      {rows && (rows.length === 0 ? <NobodyAsked /> : <Cases rows={rows} />)}
    </div>
  )
}

export function TelephoneAnswer() {
  return (
    <Notice title="Ringer noen og spør om en person?">
      <p>
        Svar: «Vi verken bekrefter eller avkrefter om vi har noe om noen.» Det gjelder sjefen og kollegene også. Vil de gå videre,
        må de skrive, og da blir det en sak her.
      </p>
    </Notice>
  )
}

function NobodyAsked() {
  return (
    <EmptyState title="Ingen har bedt om noe">
      Kommer det et brev fra politi, domstol, kemner, arbeidsgiver eller et inkassoforetak, begynner du en sak.
    </EmptyState>
  )
}

function Cases({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Saker om utlevering" data-border>
      <thead>
        <Heads of={['Mottaker', 'Gjelder', 'Kunde', 'Grunnlag', 'Bedt om', 'Status']} />
      </thead>
      <tbody>
        {rows.map(({ href, person, customer, ground, recipient, requested, state }) => (
          <tr key={href}>
            <td>
              <a href={href}>{recipient}</a>
            </td>
            <td>{person}</td>
            <td>{customer}</td>
            <td>{ground}</td>
            <td>{requested}</td>
            <td>
              <Tag state={state} tone={caseWords[state].tone}>
                {caseWords[state].nb}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
