import { Form } from 'react-router'
import { writtenMoment } from '#clock'
import { Button, Field, Notice, Select, TextArea } from '#design'
import type { Loaded } from './desk-breach.tsx'

export type Answer = {
  readonly act: string | undefined
  readonly problems: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}
type Part = { readonly loaded: Loaded; readonly answer: Answer | undefined }

/** What was typed in this form before, and what was wrong with it. */
function typedIn(answer: Answer | undefined, act: string) {
  const own = answer?.act === act ? answer : undefined
  return (name: string, kept?: string | number | null) => ({
    name,
    value: own?.typed[name] ?? kept,
    problem: own?.problems[name],
  })
}

// What a clock in Oslo shows, as the field for date and time wants it.
function wall(at: Date | null): string {
  return at === null ? '' : at.toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).slice(0, 16).replace(' ', 'T')
}

const sources = { readings: 'oppslag', transfers: 'overføringer', table: 'liste' } as const

/** Who was affected, as the logs tell it. */
export function Finding({ loaded, answer }: Part) {
  const { breach, found, staff, recipients, tables, standing } = loaded
  const field = typedIn(answer, 'find')
  return (
    <section className="ds-card stack" aria-labelledby="finding">
      <h2 id="finding">Hvem gjelder det?</h2>
      {found.persons === 0 ? (
        <p className="soft">Ingen er funnet ennå. Velg hvor vi skal lete, og i hvilket tidsrom.</p>
      ) : (
        <>
          <p>
            <strong>{found.persons}</strong> {found.persons === 1 ? 'person' : 'personer'}. {found.told} har fått brev.
            {found.withoutAddress > 0 && ` ${found.withoutAddress} har vi ingen adresse til.`}
          </p>
          <ul>
            {found.categories.map(({ category, word, persons }) => (
              <li key={category}>
                {word}: {persons}
              </li>
            ))}
          </ul>
          <p className="small soft">
            {found.looks
              .map(
                ({ source, persons, drawnAt }) =>
                  `${sources[source as keyof typeof sources]}: ${persons} (${writtenMoment(drawnAt, 'nb')})`,
              )
              .join(' · ')}
          </p>
        </>
      )}
      {standing !== 'closed' && (
        <Form method="post" className="fields" noValidate>
          <input type="hidden" name="act" value="find" />
          <Select {...field('source', 'readings')} label="Let i" required>
            <option value="readings">oppslag ansatte har gjort</option>
            <option value="transfers">det som er sendt ut</option>
            <option value="table">en hel liste</option>
          </Select>
          <Field {...field('from', wall(breach.beganAt))} label="Fra" type="datetime-local" required />
          <Field {...field('until', wall(breach.endedAt ?? breach.awareAt))} label="Til" type="datetime-local" required />
          <Select {...field('staff')} label="Ansatt" hint="Ved oppslag.">
            <option value="">alle</option>
            {staff.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </Select>
          <Select {...field('recipient')} label="Mottaker" hint="Ved det som er sendt ut.">
            <option value="">alle</option>
            {recipients.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Select {...field('table', 'core.person')} label="Liste" hint="Ved en hel liste.">
            {tables.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button variant="secondary">Finn de berørte</Button>
        </Form>
      )}
    </section>
  )
}

/** What it means for them, what we do, and what we say. */
export function Assessment({ loaded: { breach, standing }, answer }: Part) {
  const field = typedIn(answer, 'assess')
  if (standing === 'closed') return null
  return (
    <section className="ds-card stack" aria-labelledby="assessment">
      <h2 id="assessment">Vurdering</h2>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="act" value="assess" />
        <Field
          {...field('estimatedPersons', breach.estimatedPersons)}
          label="Anslag over antall berørte"
          hint="Når loggene ikke kan si det."
          type="number"
          min={0}
        />
        <TextArea {...field('dataNow', breach.dataNow)} label="Hvor er opplysningene nå?" rows={2} />
        <TextArea {...field('consequences', breach.consequences)} label="Hva kan det føre til for dem det gjelder?" rows={3} />
        <TextArea {...field('measures', breach.measures)} label="Hva er gjort, og hva gjøres?" rows={3} />
        <Select {...field('risk', breach.risk ?? '')} label="Risiko for dem det gjelder" required>
          <option value="">ikke vurdert</option>
          <option value="unlikely">usannsynlig</option>
          <option value="likely">risiko</option>
          <option value="high">høy risiko: de berørte skal ha brev</option>
        </Select>
        <TextArea
          {...field('notNotifiedBecause', breach.notNotifiedBecause)}
          label="Hvorfor det ikke meldes"
          hint="Bare når risiko er usannsynlig."
          rows={2}
        />
        <TextArea
          {...field('toldNb', breach.toldNb)}
          label="Til de berørte, på norsk"
          hint="Hva som skjedde, hva det kan føre til, hva vi gjør og hva de selv kan gjøre."
          rows={5}
        />
        <TextArea {...field('toldEn', breach.toldEn)} label="Til de berørte, på engelsk" rows={5} />
        <TextArea
          {...field('notToldBecause', breach.notToldBecause)}
          label="Hvorfor de berørte ikke får brev"
          hint="Ved høy risiko: bare om opplysningene var uleselige, faren er avverget eller det er varslet åpent på annen måte."
          rows={2}
        />
        <Button>Lagre vurderingen</Button>
      </Form>
    </section>
  )
}

/** The notice to the authority, and the letters. */
export function Sending({ loaded: { breach, found, notice, standing }, answer }: Part) {
  const field = typedIn(answer, 'sent')
  const letters = answer?.act === 'letters' ? Object.values(answer.problems)[0] : undefined
  return (
    <section className="ds-card stack" aria-labelledby="sending">
      <h2 id="sending">Melding til Datatilsynet</h2>
      {breach.notices.map(({ stage, complete, sentAt, reference, lateBecause }) => (
        <p key={stage} className="small">
          Nr. {stage}, {complete ? 'endelig' : 'foreløpig'}, {writtenMoment(sentAt, 'nb')}
          {reference && `, referanse ${reference}`}
          {lateBecause && `. For sent fordi: ${lateBecause}`}
        </p>
      ))}
      <details>
        <summary>Les meldingen slik den er nå</summary>
        <pre className="letter-text">{notice}</pre>
      </details>
      <p className="row">
        <a href={`/desk/avvik/${breach.id}/melding.txt`}>Som tekst</a>
        <a href={`/desk/avvik/${breach.id}/melding.json`}>Som JSON</a>
      </p>
      {standing !== 'closed' && (
        <>
          <p className="small soft">Meldingen sendes i Altinn. Før den her når den er sendt.</p>
          <Form method="post" className="fields" noValidate>
            <input type="hidden" name="act" value="sent" />
            <Select {...field('complete', 'no')} label="Meldingen er" required>
              <option value="no">foreløpig, mer følger</option>
              <option value="yes">endelig</option>
            </Select>
            <Field {...field('reference')} label="Datatilsynets referanse" />
            {(standing === 'late' || field('lateBecause').problem) && (
              <TextArea {...field('lateBecause')} label="Hvorfor den kommer for sent" rows={2} required />
            )}
            <Button variant="secondary">Før som sendt</Button>
          </Form>
          <h3>Brev til de berørte</h3>
          {letters && <Notice kind="danger">{letters}</Notice>}
          <p className="small soft">
            {found.told} av {found.persons} har fått brev.
          </p>
          <Form method="post">
            <Button name="act" value="letters" variant="secondary">
              Skriv til de berørte
            </Button>
          </Form>
        </>
      )}
    </section>
  )
}
