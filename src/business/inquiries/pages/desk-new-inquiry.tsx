import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { now } from '#clock'
import { fullName, notedReading } from '#customers'
import { Button, Field, Insist, PageTitle, Select, TextArea } from '#design'
import { again, readForm, saidNo, typedPhone } from '#http'
import { asking, type Subject } from '#purposes'
import { refused } from '#refusal'
import { enterInquiry, knownCustomer } from '../enter-inquiry.ts'
import { refusals } from './desk-words.ts'

/** For a customer we know, when the address names one: `?kunde=<account>&person=<person>`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'host')
  const from = customerOf(request)
  if (!from) return { known: undefined }
  const db = asking(context, 'deliver')
  const person = await knownCustomer(db, from)
  if (!person) throw data(null, { status: 404 })
  await notedReading(db, now(), { ...from, staff, purpose: 'deliver', subject: 'new inquiry' })
  return { known: fullName(person) || person.email || 'kunden' }
}

const id = z.uuid()

/** For whom, when one came from a customer; what names nobody makes no new customer of it. */
function customerOf(request: Request): Subject | undefined {
  const query = new URL(request.url).searchParams
  if (!query.has('kunde') && !query.has('person')) return undefined
  const [accountId, personId] = [id.safeParse(query.get('kunde')), id.safeParse(query.get('person'))]
  if (!accountId.success || !personId.success) throw data(null, { status: 404 })
  return { accountId: accountId.data, personId: personId.data }
}

const voluntary = (longest: number) =>
  z
    .string()
    .max(longest)
    .optional()
    .transform((text) => text || undefined)

const form = z.strictObject({
  channel: z.enum(['phone', 'email', 'desk']),
  kind: z.enum(['question', 'quote_request']),
  why: z.string().max(200).default(''),
  body: z.string().min(1).max(10_000),
  first_name: voluntary(100),
  last_name: voluntary(100),
  email: z.union([z.literal('').transform(() => undefined), z.email().max(254)]).optional(),
  phone: typedPhone
    .max(32)
    .optional()
    .transform((text) => text || undefined),
  workplace: voluntary(200),
  language: z.enum(['nb', 'en']).default('nb'),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'host')
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const { channel, kind, body, language, why, ...fields } = read.value
  const contact = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const website = websiteOf(context)
  const answer = await enterInquiry(asking(context, 'deliver'), now(), {
    channel,
    kind,
    body,
    language,
    contact,
    items: [],
    from: customerOf(request),
    staffUserId: staff.userId,
    insisted: { why, staffUserId: staff.userId },
    website,
  })
  if (refused(answer)) return again(saidNo(answer, refusals, 'body'), read.typed)
  throw redirect(`/desk/foresporsler/${answer.id}`)
}

export default function DeskNewInquiry() {
  const { known } = useLoaderData<typeof loader>()
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
        <TextArea
          {...kept('body')}
          label="Hva spør de om?"
          hint="Ikke fødselsnummer, helse eller vurderinger av personen."
          required
        />
        {known ? <p>For {known}, som får vite på e-post at vi har notert det.</p> : <ContactFields kept={kept} />}
        <Insist problems={problems} typed={typed} />
        <Button>Lagre forespørselen</Button>
      </Form>
    </>
  )
}

type Kept = (name: string) => { readonly name: string; readonly value: string | undefined; readonly problem: string | undefined }

/** The least that lets us answer. */
function ContactFields({ kept }: { readonly kept: Kept }) {
  return (
    <>
      <Field {...kept('first_name')} label="Fornavn" hint="Uten navn svarer vi uten." />
      <Field {...kept('last_name')} label="Etternavn" hint="Uten navn svarer vi uten." />
      <Field
        {...kept('email')}
        label="E-post"
        type="email"
        hint="E-post eller telefon trengs. Uten e-post må du selv si hvor personvernerklæringen står."
      />
      <Field {...kept('phone')} label="Telefon" type="tel" hint="Uten telefon svarer vi på e-post." />
      <Field {...kept('workplace')} label="Arbeidssted (firma)" hint="Uten firma spør vi når det blir et tilbud." />
      <Select {...kept('language')} label="Språk" required>
        <option value="nb">Bokmål</option>
        <option value="en">Engelsk</option>
      </Select>
    </>
  )
}
