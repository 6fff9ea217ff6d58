import { Form } from 'react-router'
import { writtenDay } from '#clock'
import { Button, Field, Select, TextArea } from '#design'
import { columnWord, exceptions, grounds, restrictable } from '#rights'
import type { Answer, Shown } from './desk-claim.tsx'
import { categoryWords, exceptionWords, groundWords } from './desk-words.ts'

type Given = { readonly shown: Shown; readonly answer: Answer | undefined }

/** Who asks, and what is stopped meanwhile. */
export function ClaimSettings({ shown, answer }: Given) {
  const { claim, person, known, safe } = shown
  const open = claim.closed_at === null
  return (
    <>
      {open && !known && person && <ShowIdentity safe={safe} />}
      {open && !known && <FindPerson answer={answer} />}
      {person && <Restriction shown={shown} answer={answer} />}
    </>
  )
}

function ShowIdentity({ safe }: { readonly safe: boolean }) {
  return (
    <section className="ds-card stack">
      <h2>Vet vi hvem det er?</h2>
      {safe && (
        <Form method="post">
          <Button variant="secondary" name="act" value="send link">
            Send lenke til registrert adresse
          </Button>
        </Form>
      )}
      <Form method="post" className="stack">
        <p className="small">Ring tilbake på det registrerte nummeret. Be aldri om kopi av legitimasjon.</p>
        <Button variant="secondary" name="act" value="identity">
          Vi har ringt tilbake
        </Button>
      </Form>
    </section>
  )
}

function FindPerson({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <section className="ds-card stack">
      <h2>Finn personen</h2>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="link" />
        <Field
          name="address"
          type="email"
          label="Registrert e-post"
          hint="Kravet gjelder den som er registrert der. Lenken går dit, aldri til en ukjent adresse."
          value={answer?.typed?.address}
          problem={answer?.problems?.address}
          required
        />
        <Button variant="secondary">Koble</Button>
      </Form>
    </section>
  )
}

function Restriction({ shown: { restrictions, claim }, answer }: Given) {
  const standing = restrictions.filter(({ lifted_at }) => lifted_at === null)
  const here = standing.some(({ case_id }) => case_id === claim.id)
  return (
    <section className="ds-card stack">
      <h2>Begrensning</h2>
      {standing.length === 0 && <p className="soft">Ingenting er begrenset.</p>}
      {standing.map(({ id, ground, category, fields, document, restricted_at }) => (
        <p key={id}>
          {fields?.map((field) => columnWord(field, 'nb')).join(', ') ?? (document ? 'Ett papir' : categoryWords[category ?? ''])}{' '}
          siden {writtenDay(restricted_at, 'nb')}: {groundWords[ground]}.
        </p>
      ))}
      {here ? (
        <>
          <Lift answer={answer} />
          <UseException answer={answer} />
        </>
      ) : (
        <Restrict answer={answer} />
      )}
    </section>
  )
}

function Restrict({ answer }: { readonly answer: Answer | undefined }) {
  const own = answer?.typed?.act === 'restrict' ? answer : undefined
  const field = (name: string) => ({ name, value: own?.typed?.[name], problem: own?.problems?.[name] })
  return (
    <details open={own?.problems !== undefined}>
      <summary>Begrens</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="act" value="restrict" />
        <Select {...field('ground')} label="Grunn" required>
          {grounds.map((ground) => (
            <option key={ground} value={ground}>
              {groundWords[ground]}
            </option>
          ))}
        </Select>
        <Select {...field('category')} label="Omfang" required>
          {['', ...restrictable].map((category) => (
            <option key={category} value={category}>
              {categoryWords[category]}
            </option>
          ))}
        </Select>
        <Button variant="secondary">Begrens nå</Button>
      </Form>
    </details>
  )
}

function Lift({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <details open={answer?.typed?.act === 'lift' && answer.problems !== undefined}>
      <summary>Opphev</summary>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="lift" />
        <TextArea
          name="reasons"
          label="Begrunnelse"
          hint="Sendes til personen nå. Begrensningen står i minst tre virkedager til."
          value={answer?.typed?.reasons}
          problem={answer?.typed?.act === 'lift' ? answer.problems?.reasons : undefined}
          rows={3}
          required
        />
        <Button variant="secondary">Avgjør og varsle</Button>
      </Form>
    </details>
  )
}

function UseException({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <details open={answer?.problems !== undefined && answer.typed?.act === 'exception'}>
      <summary>Bruk et unntak</summary>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="exception" />
        <Select
          name="exception"
          label="Unntak (art. 18 nr. 2)"
          value={answer?.typed?.exception}
          problem={answer?.problems?.exception}
          required
        >
          {exceptions.map((exception) => (
            <option key={exception} value={exception}>
              {exceptionWords[exception]}
            </option>
          ))}
        </Select>
        <TextArea
          name="reason"
          label="Hvorfor"
          hint="Noteres, og personen ser det. Du får se kontaktopplysningene én gang."
          value={answer?.typed?.reason}
          problem={answer?.problems?.reason}
          rows={2}
          required
        />
        <Button variant="secondary">Vis kontaktopplysningene</Button>
      </Form>
    </details>
  )
}
