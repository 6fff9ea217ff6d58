import { Form } from 'react-router'
import { Button, Field, Select, TextArea } from '#design'
import { channels, codeWord, kinds } from '#rights'
import type { Registered } from './desk-rights.tsx'

/** One form for whoever takes the phone: what, how and when; who, if they said so. */
export function RegisterClaim({ today, answer }: { readonly today: string; readonly answer: Registered | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name] })
  return (
    <Form method="post" className="fields" noValidate key={answer?.done?.number}>
      <h2>Registrer et krav som kom på telefon, i brev eller på e-post</h2>
      <Select {...field('kind')} label="Hva kreves" required>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {codeWord(kind, 'nb')}
          </option>
        ))}
      </Select>
      <Select {...field('channel')} label="Hvordan kom det" required>
        {channels
          .filter((channel) => channel !== 'my_page' && channel !== 'web' && channel !== 'link')
          .map((channel) => (
            <option key={channel} value={channel}>
              {codeWord(channel, 'nb')}
            </option>
          ))}
      </Select>
      <Field
        {...field('receivedOn')}
        label="Mottatt"
        hint="Fristen går fra denne dagen, uansett når du skriver det inn. Kom det til en leverandør, er det dagen de fikk det."
        type="date"
        required
        value={answer?.typed?.receivedOn ?? today}
      />
      <Field
        {...field('email')}
        label="E-posten til den som krever"
        hint="Kvitteringen går dit. Har du den ikke, lar du feltet stå tomt."
        type="email"
      />
      <TextArea
        {...field('text')}
        label="Hva ble sagt eller skrevet"
        hint="Bare det kravet gjelder."
        rows={3}
        maxLength={4_000}
      />
      <Button>Start klokken</Button>
    </Form>
  )
}
