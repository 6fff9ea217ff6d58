import { Form, Link } from 'react-router'
import { writtenDay, writtenMoment } from '#clock'
import { fullName, writtenOrganisationNumber } from '#customers'
import { Button, ButtonLink, EndCard, MayDo, Money, type ShownEnd, type ShownMayDo, Whose } from '#design'
import type { QuoteForDesk } from '../quote-for-desk.ts'
import { may } from '../quote.ts'

/** What can be done with the quote besides editing it. */
export function Doings({ quote, draft, order }: Pick<QuoteForDesk, 'quote' | 'draft' | 'order'>) {
  const { state, newest } = quote
  return (
    <>
      {order && <ButtonLink href={`/desk/ordre/${order.id}`}>Ordre {order.number}</ButtonLink>}
      {!draft && newest > 0 && may('edit', state) && (
        <Form method="post">
          <Button name="act" value="revise" variant="secondary">
            Lag ny versjon
          </Button>
        </Form>
      )}
      {newest > 0 && may('withdraw', state) && (
        <Form method="post">
          <Button name="act" value="withdraw" variant="tertiary" color="danger">
            Trekk tilbudet
          </Button>
        </Form>
      )}
      {draft && may('send', state) && (
        <Button form="draft" name="act" value="send">
          Send tilbud
        </Button>
      )}
    </>
  )
}

/** Who it is for, and what has happened. */
export function Beside({
  quote,
  account,
  person,
  versions,
  order,
  inquiry,
  end,
  mayDo,
}: QuoteForDesk & { readonly end: ShownEnd | undefined; readonly mayDo: readonly ShownMayDo[] | undefined }) {
  return (
    <aside className="stack">
      <Whose
        heading="Kunde"
        name={account?.name ?? 'Uten firmanavn'}
        to={`/desk/kunder/${quote.accountId}`}
        facts={[account?.organisation_number && writtenOrganisationNumber(account.organisation_number)]}
        contact={[[fullName(person), person?.job_title].filter(Boolean).join(', '), person?.email, person?.phone]}
      />
      {person && mayDo && <MayDo name={person.first_name ?? person.email ?? 'personen'} answers={mayDo} />}
      <section className="ds-card">
        <h2>Hendelser</h2>
        <ol className="timeline">
          {happened({ quote, versions, order, inquiry }).map(({ at, what, to }) => (
            <li key={`${what}${at.toISOString()}`}>
              {to ? <Link to={to}>{what}</Link> : what}
              <br />
              <span className="small soft">{writtenMoment(at, 'nb')}</span>
            </li>
          ))}
        </ol>
        {versions[0] && (
          <p className="small soft">
            Sist sendt {writtenDay(versions[0].sent_at, 'nb')}: <Money amount={versions[0].net} currency={quote.currency} /> eks.
            mva.
          </p>
        )}
      </section>
      <EndCard end={end} />
    </aside>
  )
}

type Event = { readonly at: Date; readonly what: string; readonly to?: string }

function happened({ quote, versions, order, inquiry }: Pick<QuoteForDesk, 'quote' | 'versions' | 'order' | 'inquiry'>): Event[] {
  const once = (at: Date | null, what: string): Event[] => (at ? [{ at, what }] : [])
  return [
    ...(inquiry
      ? [{ at: inquiry.received_at, what: `Forespørsel ${inquiry.number}`, to: `/desk/foresporsler/${inquiry.id}` }]
      : []),
    ...once(quote.createdAt, 'Tilbud begynt'),
    ...versions.map(({ version, sent_at: at }) => ({ at, what: `Versjon ${version} sendt` })),
    ...once(quote.viewedAt, 'Åpnet av kunden'),
    ...once(quote.declinedAt, 'Avslått av kunden'),
    ...once(quote.withdrawnAt, 'Trukket av oss'),
    ...(quote.acceptedAt && order
      ? [{ at: quote.acceptedAt, what: `Godtatt: ordre ${order.number}`, to: `/desk/ordre/${order.id}` }]
      : []),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
