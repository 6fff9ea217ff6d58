import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, redirect, useActionData } from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { now } from '#clock'
import { Button, Field, PageTitle, Select, TextArea } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { enterInquiry } from '../enter-inquiry.ts'
import { refusals } from './desk-words.ts'

export function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'host')
  return null
}

const voluntary = (longest: number) => z.string().max(longest).optional().transform((text) => text || undefined)

const form = z.strictObject({
  channel: z.enum(['phone', 'email', 'desk']),
  kind: z.enum(['question', 'quote_request']),
  body: z.string().min(1).max(10_000),
  first_name: voluntary(100),
  last_name: voluntary(100),
  email: z.union([z.literal('').transform(() => undefined), z.email().max(254)]).optional(),
  phone: voluntary(32),
  workplace: voluntary(200),
  language: z.enum(['nb', 'en']),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return data({ problems: read.problems, typed: read.typed }, { status: 422 })
  const { channel, kind, body, language, ...fields } = read.value
  const contact = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const website = websiteOf(context)
  const answer = await enterInquiry(asking(context, 'deliver'), now(), { channel, kind, body, language, contact, items: [], staffUserId: staff.userId, website })
  if (refused(answer)) {
    const problems: Record<string, string> = { [answer.field ?? 'body']: refusals[answer.refused] ?? answer.refused }
    return data({ problems, typed: read.typed }, { status: 422 })
  }
  throw redirect(`/desk/foresporsler/${answer.id}`)
}

export default function DeskNewInquiry() {
  const answer = useActionData<typeof action>()
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  const kept = (name: string) => ({ name, value: typed[name], problem: problems[name] })
  return (
    <>
      <title>Ny forespørsel</title>
      <PageTitle lead="Skriv bare ned det som trengs for å svare. Oppgir de e-post, får de straks vite hva du skrev ned og hvor personvernerklæringen står.">
        Ny forespørsel
      </PageTitle>
      <Form method="post" className="fields">
        <Select {...kept('channel')} label="Hvordan kom den?" required>
          <option value="phone">På telefon</option>
          <option value="email">På e-post</option>
          <option value="desk">Ved oppmøte</option>
        </Select>
        <Select {...kept('kind')} label="Hva gjelder det?" required>
          <option value="quote_request">Ønsker tilbud</option>
          <option value="question">Spørsmål</option>
        </Select>
        <TextArea {...kept('body')} label="Hva spør de om?" hint="Ikke fødselsnummer, helse eller vurderinger av personen." required />
        <Field {...kept('first_name')} label="Fornavn" hint="Uten navn svarer vi uten." />
        <Field {...kept('last_name')} label="Etternavn" hint="Uten navn svarer vi uten." />
        <Field {...kept('email')} label="E-post" type="email" hint="E-post eller telefon trengs. Uten e-post må vi ringe tilbake." />
        <Field {...kept('phone')} label="Telefon" type="tel" hint="Uten telefon svarer vi på e-post." />
        <Field {...kept('workplace')} label="Arbeidssted (firma)" hint="Uten firma spør vi når det blir et tilbud." />
        <Select {...kept('language')} label="Språk" required>
          <option value="nb">Bokmål</option>
          <option value="en">Engelsk</option>
        </Select>
        <Button>Lagre forespørselen</Button>
      </Form>
    </>
  )
}
