import { Link } from 'react-router'
import { writtenDay } from '#clock'
import { EndLine, Money, type ShownEnd } from '#design'
import type { CustomerCard } from '../customer-card.ts'
import { organisationForms, treatedAsPerson, type OrganisationForm } from '../organisation-form.ts'
import { writtenOrganisationNumber } from '../organisation-number.ts'
import type { Event } from '../timeline.ts'
import { CompanyForm } from './desk-company.tsx'
import type { Given } from './desk-person.tsx'
import { eventNames, eventPaths } from './desk-words.ts'

type Company = Pick<CustomerCard, 'account' | 'alike'> & {
  readonly answer: Given
  readonly end: ShownEnd | undefined
}

export function CompanyCard({ account, alike, answer, end }: Company) {
  const form = account.organisation_form as OrganisationForm | null
  return (
    <section className="ds-card">
      <h2>Firma</h2>
      <p>
        <strong>{account.name ?? 'Ikke oppgitt'}</strong>
        <br />
        {account.organisation_number ? (
          <span className="figures">{writtenOrganisationNumber(account.organisation_number)}</span>
        ) : (
          'Organisasjonsnummer mangler'
        )}
        {form && <> · {organisationForms[form].nb}</>}
      </p>
      {treatedAsPerson(form) && (
        <p className="small">Opplysningene om firmaet er eierens personopplysninger, og slettes med dem.</p>
      )}
      <p className="as-written">{account.company_address ?? 'Firmaadresse mangler'}</p>
      {account.invoice_address && (
        <p className="as-written">
          <span className="small soft">Faktura: </span>
          {account.invoice_address}
        </p>
      )}
      <p className="small soft">Betaling {account.payment_days} dager</p>
      {alike.length > 0 && (
        <p className="small">
          Samme organisasjonsnummer:{' '}
          {alike.map((other) => (
            <Link key={other.account_id} to={`/desk/kunder/${other.account_id}`}>
              {other.name ?? 'uten navn'} {other.customer_number?.toString()}{' '}
            </Link>
          ))}
        </p>
      )}
      <CompanyForm {...{ account, answer }} />
      <EndLine end={end} />
      {account.ended_at === null ? (
        <p>
          <Link to={`/desk/kunder/${account.account_id}/avslutt`}>Avslutt kundeforholdet med firmaet</Link>
        </p>
      ) : (
        <p>Kundeforholdet med firmaet sluttet {writtenDay(account.ended_at, 'nb')}.</p>
      )}
    </section>
  )
}

export function Events({ events }: { readonly events: readonly Event[] }) {
  return (
    <section className="ds-card">
      <h2>Hendelser</h2>
      {events.length === 0 && <p className="soft">Ingenting har skjedd ennå.</p>}
      <ol className="timeline">
        {events.map(({ kind, id, number, at, amount, currency }) => (
          <li key={id}>
            <Link to={`/desk/${eventPaths[kind]}/${id}`}>
              {eventNames[kind]} {number}
            </Link>
            <div className="small soft">
              {writtenDay(at, 'nb')}
              {amount !== undefined && (
                <>
                  {' '}
                  · <Money amount={amount} currency={currency ?? 'NOK'} />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
