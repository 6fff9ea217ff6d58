import { Form, Link } from 'react-router'
import { Button, Select } from '#design'
import type { Act } from '../inquiry.ts'
import { outcomeNames } from './desk-words.ts'

/** Whose it is among us, and how it ends. */
export function Handling({
  can,
  mine,
  owned,
  problem,
}: {
  readonly can: (act: Act) => boolean
  readonly mine: boolean
  readonly problem: string | undefined
  readonly owned: boolean
}) {
  return (
    <section className="ds-card stack">
      <h2>Behandling</h2>
      {can('assign') && (
        <Form method="post" className="stack">
          <input type="hidden" name="act" value="assign" />
          <p>{mine ? 'Du har denne.' : owned ? 'En kollega har denne.' : 'Ingen har tatt denne ennå.'}</p>
          <Button variant="secondary" name="to" value={mine ? 'nobody' : 'me'}>
            {mine ? 'Gi fra meg' : 'Jeg tar den'}
          </Button>
        </Form>
      )}
      {can('close') && (
        <Form method="post" className="stack">
          <input type="hidden" name="act" value="close" />
          <Select name="outcome" label="Hvordan endte det?" required value="answered" problem={problem}>
            {Object.entries(outcomeNames).map(([outcome, name]) => (
              <option key={outcome} value={outcome}>
                {name}
              </option>
            ))}
          </Select>
          <p className="small soft">Når du lukker, bekrefter du at saken bare inneholder det som er relevant og nødvendig.</p>
          <Button variant="secondary">Lukk</Button>
        </Form>
      )}
      {can('reopen') && (
        <Form method="post">
          <Button variant="secondary" name="act" value="reopen">
            Åpne igjen
          </Button>
        </Form>
      )}
      <p>
        <Link to="/desk/foresporsler">Til listen</Link>
      </p>
    </section>
  )
}
