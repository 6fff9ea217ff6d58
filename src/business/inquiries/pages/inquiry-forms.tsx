import { Form } from 'react-router'
import { Button, Insist, TextArea } from '#design'

type Written = { readonly value: string | undefined; readonly problem: string | undefined }

/** What goes to whoever asked. */
export function AnswerForm({ value, problem, to }: Written & { readonly to: string | null | undefined }) {
  return (
    <Form method="post" className="ds-card stack">
      <input type="hidden" name="act" value="answer" />
      <TextArea
        name="text"
        label="Svar"
        hint={to ? `Sendes til ${to}, med navnet og adressen vår under.` : 'Vi har ingen e-postadresse til den som spør.'}
        rows={6}
        required
        {...{ value, problem }}
      />
      <Insist problems={problem ? { text: problem } : {}} typed={{}} />
      <Button disabled={!to}>Send svaret</Button>
    </Form>
  )
}

/** What we write to ourselves. */
export function NoteForm({ value, problem }: Written) {
  return (
    <details className="ds-card" open={Boolean(problem)}>
      <summary>Skriv et arbeidsnotat</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="act" value="note" />
        <TextArea
          name="note"
          label="Notat"
          hint="Sendes ikke. Den det gjelder kan be om å få se det, og det slettes seks måneder etter at saken er lukket."
          rows={3}
          required
          {...{ value, problem }}
        />
        <Insist problems={problem ? { note: problem } : {}} typed={{}} />
        <Button variant="secondary">Lagre notatet</Button>
      </Form>
    </details>
  )
}
