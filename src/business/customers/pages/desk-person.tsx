import { Form, Link } from 'react-router'
import { writtenDay, writtenMoment } from '#clock'
import { Button, Dates, EndLine, Tag, type ShownEnd } from '#design'
import { fullName } from '../full-name.ts'
import { contactFields, explained, type ContactField } from '../contact-fields.ts'
import type { CustomerCard } from '../customer-card.ts'
import { channelNames, sourceNames } from './desk-words.ts'
import type { EndOnCard } from './relationship-on-card.ts'

type Person = CustomerCard['people'][number]
/** What became of the form that was sent from this page. */
export type Given =
  | {
      readonly typed: Readonly<Record<string, string>>
      readonly problem: string | undefined
      readonly field: string | undefined
      readonly done: boolean
    }
  | undefined
type Shown = { readonly person: Person; readonly answer: Given }

type Card = Shown & { readonly person: Person & { readonly end: ShownEnd | undefined; readonly ended: EndOnCard | undefined } }

/** A contact person: each of the eight values with where it came from, and a way to correct it. */
export function PersonCard({ person, answer }: Card) {
  const name = fullName(person) || person.email || person.phone || 'Uten navn'
  const mine = answer?.typed.person === person.id ? answer : undefined
  return (
    <section className="ds-card" aria-label={name}>
      <h3>
        {name} {person.left_on && <Tag state="left">sluttet {writtenDay(person.left_on, 'nb')}</Tag>}
      </h3>
      <div className="values">
        {contactFields.map((field) => (
          <Value key={`${field} ${person.version}`} {...{ person, field, answer: mine }} />
        ))}
      </div>
      <p className="small soft">
        Lagt inn {writtenMoment(person.created_at, 'nb')}. Språk: {person.language === 'en' ? 'engelsk' : 'bokmål'}.
      </p>
      <EndLine end={person.end} />
      <Ended ended={person.ended} />
      {person.left_on === null && (
        <p>
          <Link to={`/desk/foresporsler/ny?kunde=${person.account_id}&person=${person.id}`}>Skriv ned en forespørsel</Link>
          {person.ended === undefined && (
            <>
              {' · '}
              <Link to={`/desk/kunder/${person.account_id}/avslutt?person=${person.id}`}>Avslutt kundeforholdet</Link>
            </>
          )}
        </p>
      )}
      {person.left_on === null && <Left {...{ person, answer: mine }} />}
    </section>
  )
}

function Ended({ ended }: { readonly ended: EndOnCard | undefined }) {
  if (ended === undefined) return null
  return (
    <details>
      <summary>{ended.text}</summary>
      {ended.open && <p>Noe er ikke levert eller ikke betalt. Slettingen venter på det.</p>}
      <Dates dates={ended.dates} />
      <p className="small soft">{ended.suppliers}</p>
    </details>
  )
}

function Value({ person, field, answer }: Shown & { readonly field: ContactField }) {
  const { label, longest } = explained[field]
  const mine = answer && !answer.done && answer.typed.act === 'change' && answer.typed.field === field ? answer : undefined
  const from = person.provenance.find((each) => each.field === field)
  return (
    <div>
      <details open={mine !== undefined}>
        <summary>
          <span className="soft">{label.nb}</span>
          <span className="value as-written">{person[field] ?? <span className="soft">–</span>}</span>
          <span className="small">Endre</span>
        </summary>
        <p className="small soft">
          {from
            ? `${capital(sourceNames[from.source] ?? from.source)} (${channelNames[from.channel]}), ${writtenDay(from.at, 'nb')}`
            : person[field] === null
              ? 'Ikke oppgitt.'
              : 'Kilden er ikke registrert.'}
        </p>
        <Form method="post" preventScrollReset>
          <Keys person={person} act="change" />
          <input type="hidden" name="field" value={field} />
          <Named
            id={`${field}-${person.id}`}
            label={`Ny verdi for ${label.nb.toLowerCase()}`}
            value={mine?.typed.value ?? person[field]}
            problem={mine?.problem}
            longest={longest}
          />
          <WhereFrom id={`source-${field}-${person.id}`} value={mine?.typed.source} />
          <Button variant="secondary">Lagre</Button>
        </Form>
      </details>
    </div>
  )
}

type Typing = {
  readonly id: string
  readonly label: string
  readonly value: string | null
  readonly problem: string | undefined
  readonly longest?: number
  readonly name?: string
  readonly type?: string
}

/** Many forms stand on one page, so the field's id is not its name. */
function Named({ id, label, value, problem, longest, name = 'value', type = 'text' }: Typing) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={id}>
        {label}
      </label>
      <input
        className="ds-input"
        id={id}
        name={name}
        type={type}
        defaultValue={value ?? ''}
        maxLength={longest}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem && `${id}-problem`}
      />
      {problem && (
        <p className="ds-validation-message" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A new value comes from somewhere, and we say where (promise 2.1-a). */
function WhereFrom({ id, value }: { readonly id: string; readonly value: string | undefined }) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={id}>
        Hvor vet vi det fra?
      </label>
      <select className="ds-input" id={id} name="source" defaultValue={value ?? 'phone'}>
        <option value="phone">Personen sa det på telefon</option>
        <option value="email">Personen skrev det i en e-post</option>
        <option value="desk">Personen sa det her hos oss</option>
      </select>
    </div>
  )
}

function Left({ person, answer }: Shown) {
  const mine = answer && !answer.done && answer.typed.act === 'left' ? answer : undefined
  return (
    <details open={mine !== undefined}>
      <summary>Har sluttet i firmaet</summary>
      <Form method="post" className="stack">
        <Keys person={person} act="left" />
        <p className="small soft">
          Dokumentene blir stående; kontaktopplysningene slettes etter fristen i personvernerklæringen.
        </p>
        <Named
          id={`left-${person.id}`}
          name="leftOn"
          type="date"
          label="Siste dag"
          value={mine?.typed.leftOn ?? null}
          problem={mine?.problem}
        />
        <Button variant="secondary">Registrer</Button>
      </Form>
    </details>
  )
}

function Keys({ person, act }: { readonly person: Person; readonly act: string }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="version" value={person.version} />
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
