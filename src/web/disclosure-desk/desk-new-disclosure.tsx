import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { notedReading } from '#customers'
import { Button, Field, Notice, PageTitle, Select, TextArea } from '#design'
import { groundNames, grounds, requestDisclosure, type Ground } from '#disclosure'
import { readForm } from '#http'
import { asking } from '#purposes'
import { claimantAt } from '#rights'
import { handlers, TelephoneAnswer, takers } from './desk-disclosures.tsx'

const form = z.object({
  email: z.email().max(254),
  ground: z.enum(groundNames as [Ground, ...Ground[]]),
  recipientName: z.string().min(2).max(200),
  recipientNumber: z.string().max(20).default(''),
  recipientCountry: z.string().regex(/^[A-Z]{2}$/, 'To store bokstaver, som NO.'),
  recipientMailbox: z.email().max(254).or(z.literal('')).default(''),
  askedFor: z.string().min(5).max(2000),
})

export function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...takers)
  return null
}

type Answer = { readonly problems?: Record<string, string>; readonly typed?: Record<string, string>; readonly nobody?: true }

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId, role } = requireStaff(context, ...takers)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const { email, ground, recipientName, recipientNumber, recipientCountry, recipientMailbox, askedFor } = read.value
  const person = (await claimantAt(asking(context, 'legal_obligation'), email)).everybody[0]
  if (!person) return data<Answer>({ nobody: true, typed: read.typed }, { status: 422 })
  await notedReading(asking(context, 'administer'), now(), {
    ...person,
    staff: { userId, role },
    purpose: 'legal_obligation',
    subject: 'case of theirs',
  })
  const { id } = await requestDisclosure(asking(context, 'legal_obligation'), now(), {
    ...person,
    ground,
    recipient: {
      name: recipientName,
      number: recipientNumber || null,
      country: recipientCountry,
      mailbox: recipientMailbox || null,
    },
    askedFor,
    staffUserId: userId,
  })
  // Whoever answered the telephone writes it down; only those who handle it open the case.
  throw redirect(handlers.some((each) => each === role) ? `/desk/utlevering/${person.accountId}/${id}` : '/desk/utlevering?fort')
}

export default function DeskNewDisclosure({ actionData }: { readonly actionData?: Answer }) {
  const field = (name: string) => ({ name, value: actionData?.typed?.[name], problem: actionData?.problems?.[name] })
  return (
    <div className="stack">
      <title>Noen ber om noe</title>
      <PageTitle lead="Skriv ned hvem som ber, om hva og på hvilket grunnlag. Ingenting går ut av det.">
        Noen ber om noe
      </PageTitle>
      <TelephoneAnswer />
      {actionData?.nobody && (
        <Notice kind="warning" title="Vi har ingen med den adressen">
          <p>Svar det samme som ellers: «Vi verken bekrefter eller avkrefter om vi har noe om noen.»</p>
        </Notice>
      )}
      <Form method="post" className="fields" noValidate>
        <Field
          {...field('email')}
          label="E-posten til den det gjelder"
          hint="Brukes til å finne hvem det gjelder."
          type="email"
          required
        />
        <Field {...field('recipientName')} label="Hvem ber" hint="Firma eller myndighet, ikke en persons navn." required />
        <Field {...field('recipientNumber')} label="Organisasjonsnummer" />
        <Field
          {...field('recipientCountry')}
          label="Land"
          hint="To bokstaver."
          maxLength={2}
          required
          value={field('recipientCountry').value ?? 'NO'}
        />
        <Field
          {...field('recipientMailbox')}
          label="Postkasse hos dem"
          hint="Hit går beskjed hvis et samtykke trekkes."
          type="email"
        />
        <Select {...field('ground')} label="Grunnlag de viser til" required>
          {groundNames.map((ground) => (
            <option key={ground} value={ground}>
              {grounds[ground].label}
            </option>
          ))}
        </Select>
        <TextArea {...field('askedFor')} label="Hva de ber om, og til hva" required />
        <Button>Begynn saken</Button>
      </Form>
    </div>
  )
}
