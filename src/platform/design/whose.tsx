import { Fragment } from 'react'
import { Link } from 'react-router'

type Facts = readonly (string | false | null | undefined)[]
type Shown = {
  readonly heading: string
  readonly name: string
  /** The way to all that is known. */
  readonly to: string
  readonly facts: Facts
  /** Who it goes through, if anybody. */
  readonly contact: Facts
}

/** Whose it is, beside what the page is about; what is known of them comes in words, one on each line. */
export function Whose({ heading, name, to, facts, contact }: Shown) {
  return (
    <section className="ds-card">
      <h2>{heading}</h2>
      <p>
        <Link className="roomy" to={to}>
          <strong>{name}</strong>
        </Link>
        {facts.filter(Boolean).map((fact) => (
          <Fragment key={String(fact)}>
            <br />
            <span className="figures">{fact}</span>
          </Fragment>
        ))}
      </p>
      {contact.some(Boolean) && (
        <p>
          {contact.filter(Boolean).map((line, place) => (
            <Fragment key={String(line)}>
              {place > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      )}
    </section>
  )
}
