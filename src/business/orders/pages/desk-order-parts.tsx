import { Link } from 'react-router'
import { writtenDay } from '#clock'
import { fullName, writtenOrganisationNumber } from '#customers'
import { EndCard, Money, type ShownEnd, Whose } from '#design'
import type { OneOrder } from '../one-order.ts'

/** Whose order it is, where it goes, and what it grew from and into. */
export function Beside({ order, account, person, quote, invoices, end }: OneOrder & { readonly end: ShownEnd | undefined }) {
  return (
    <aside className="stack">
      <Whose
        heading="Kunde"
        name={account?.name ?? 'Uten firmanavn'}
        to={`/desk/kunder/${order.account_id}`}
        facts={[
          account?.organisation_number && writtenOrganisationNumber(account.organisation_number),
          account?.customer_number != null && `Kundenr. ${account.customer_number}`,
        ]}
        contact={[fullName(person), person?.email]}
      />
      <section className="ds-card">
        <h2>Levering</h2>
        <p>{order.delivery_address ?? 'Ingen leveringsadresse er oppgitt.'}</p>
        {order.purchase_order_number && <p>Bestillingsnr. {order.purchase_order_number}</p>}
      </section>
      <section className="ds-card">
        <h2>Henger sammen med</h2>
        <ul className="timeline">
          {quote && (
            <li>
              <Link to={`/desk/tilbud/${quote.id}`}>Tilbud {quote.number}</Link>
            </li>
          )}
          {invoices.map(({ id, kind, number, issue_date: day, gross, currency }) => (
            <li key={id}>
              <Link to={`/desk/faktura/${id}`}>
                {kind === 'credit_note' ? 'Kreditnota' : 'Faktura'} {number.toString()}
              </Link>
              <br />
              <span className="small soft">
                {writtenDay(day, 'nb')} · <Money amount={gross} currency={currency} />
              </span>
            </li>
          ))}
          {!quote && invoices.length === 0 && <li className="soft">Ingenting ennå</li>}
        </ul>
      </section>
      <EndCard end={end} />
    </aside>
  )
}
