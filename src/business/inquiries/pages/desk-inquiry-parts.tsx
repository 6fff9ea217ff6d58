import { Link } from 'react-router'
import { productName } from '#catalogue'
import { writtenMoment } from '#clock'
import { fullName, treatedAsPerson, writtenOrganisationNumber } from '#customers'
import { writtenNumber } from '#languages'
import { WideTable } from '#design'
import type { OneInquiry } from '../one-inquiry.ts'

type Said = { readonly inquiry: OneInquiry['inquiry']; readonly messages: OneInquiry['messages']; readonly from: string }

/** What was said, in the order it was said. */
export function Thread({ inquiry, messages, from }: Said) {
  return (
    <ol className="thread">
      <Message direction="in" who={from} at={inquiry.received_at} body={inquiry.body || inquiry.subject} />
      {messages.map((message) => (
        <Message
          key={message.id}
          {...message}
          who={message.direction === 'in' ? from : message.direction === 'note' ? 'Notat, bare for oss' : 'Vi'}
        />
      ))}
    </ol>
  )
}

function Message({
  direction,
  who,
  at,
  body,
}: {
  readonly direction: string
  readonly who: string
  readonly at: Date
  readonly body: string
}) {
  return (
    <li className="ds-card" data-direction={direction}>
      <p className="small soft">
        <strong>{who}</strong> · {writtenMoment(at, 'nb')}
      </p>
      <p className="as-written">{body}</p>
    </li>
  )
}

export function ItemList({ items }: { readonly items: OneInquiry['items'] }) {
  if (items.length === 0) return null
  return (
    <WideTable name="Varer det spørres om" data-border>
      <thead>
        <tr>
          <th scope="col">Vare</th>
          <th scope="col" className="right">
            Antall
          </th>
          <th scope="col" className="right">
            På lager
          </th>
          <th scope="col">Ønsker</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const name = productName(item, 'nb')
          return (
            <tr key={item.line}>
              <td>
                <span lang={name.lang}>{name.text}</span> <span className="small soft figures">{item.sku}</span>
              </td>
              <td className="number">{writtenNumber(item.quantity, 'nb')}</td>
              <td className="number">{writtenNumber(item.stock, 'nb')}</td>
              <td>{item.wish ?? '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}

/** Who asks, and the way to all we know. */
export function Asker({ inquiry, account, person }: Pick<OneInquiry, 'inquiry' | 'account' | 'person'>) {
  const name = fullName(person)
  return (
    <section className="ds-card">
      <h2>Fra</h2>
      {account?.name && (
        <p>
          <strong>{account.name}</strong>
          {account.organisation_number && (
            <>
              <br />
              <span className="figures">{writtenOrganisationNumber(account.organisation_number)}</span>
            </>
          )}
          {treatedAsPerson(account.organisation_form) && (
            <span className="small soft"> · opplysningene om firmaet er personopplysninger</span>
          )}
        </p>
      )}
      {person && (
        <p>
          {name && (
            <>
              {name}
              {person.job_title && `, ${person.job_title}`}
              <br />
            </>
          )}
          {person.email && (
            <>
              <span className="as-written">{person.email}</span>
              <br />
            </>
          )}
          {person.phone}
        </p>
      )}
      <Link to={`/desk/kunder/${inquiry.account_id}`}>
        {account?.kind === 'customer' ? 'Kundekortet' : 'Alt fra denne personen'}
      </Link>
    </section>
  )
}
