import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { currentRevision } from '#consent'
import { type changeContact, changeContactIn, contactFields, explained, type ContactField } from '#customers'
import { Button, Field, PageTitle, StatementLink, TextArea } from '#design'
import { readForm, typedVersion } from '#http'
import { languageOf, pathIn, type Language } from '#languages'
import { actingAs, asking, asPerson } from '#purposes'
import { refused } from '#refusal'
import { noteRectified } from '#rights'
import { ReceiptNotice } from './receipt-notice.tsx'

const form = z.object({ value: z.string(), version: typedVersion })

function fieldOf(params: { readonly field?: string }): ContactField {
  const field = contactFields.find((each) => each === params.field)
  if (!field) throw data(null, { status: 404 })
  return field
}

type Loaded = { readonly field: ContactField; readonly value: string; readonly version: number; readonly revision: number }

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Loaded> {
  const customer = requireCustomer(context)
  const field = fieldOf(params)
  const person = await asPerson(asking(context, 'rights_handling'), customer, (tx) =>
    tx.selectFrom('person').select([field, 'version']).executeTakeFirst(),
  )
  if (!person) throw data(null, { status: 404 })
  return {
    field,
    value: person[field] ?? '',
    version: person.version,
    revision: await currentRevision(asking(context, 'rights_handling')),
  }
}

type Answer = { readonly problem?: string; readonly typed?: string; readonly receipt?: string }

/** Rectification (art. 16): the new value, where it came from, the case and its receipt. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const field = fieldOf(params)
  const language = languageOf(request)
  const read = await readForm(request, form, 'by the act')
  if (!read.ok)
    return data<Answer>({ problem: Object.values(read.problems)[0] ?? '', typed: read.typed.value ?? '' }, { status: 422 })
  const subject = { accountId: customer.accountId, personId: customer.personId }
  const origin = { source: 'self_voluntary', channel: 'my_page', actor: 'person' } as const
  const at = now()
  const answer = await actingAs(asking(context, 'rights_handling'), subject, async (tx) => {
    const changed = await changeContactIn(tx, at, { ...subject, ...read.value, field, origin })
    return refused(changed) ? changed : noteRectified(tx, at, subject, { field, was: changed.before })
  })
  if (refused(answer))
    return data<Answer>({ problem: problems[language][answer.refused], typed: read.value.value }, { status: 422 })
  return data<Answer>({ receipt: answer.receipt })
}

export default function ChangeField({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { field, value, version, revision } = loaderData
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  const label = explained[field].label[language]
  const input = {
    name: 'value',
    label,
    hint: explained[field].blank[language],
    language,
    value: actionData?.typed ?? value,
    problem: actionData?.problem,
    required: field === 'email',
  }
  return (
    <div className="stack">
      <title>{`${said.correct} ${label.toLowerCase()}`}</title>
      <PageTitle lead={said.lead}>{`${said.correct} ${label.toLowerCase()}`}</PageTitle>
      {actionData?.receipt ? (
        <ReceiptNotice title={said.done} href={`/min-side/kvittering/${actionData.receipt}`} language={language}>
          <p>{said.doneSays}</p>
        </ReceiptNotice>
      ) : (
        <form method="post" className="fields" noValidate>
          <input type="hidden" name="version" value={version} />
          {field.endsWith('address') ? <TextArea {...input} /> : <Field {...input} type={inputType(field)} />}
          <Button>{said.save}</Button>
          <StatementLink revision={revision} language={language} />
        </form>
      )}
      <p>
        <a href={pathIn(language, '/min-side#who')}>{said.back}</a>
      </p>
    </div>
  )
}

function inputType(field: ContactField): string {
  return { email: 'email', phone: 'tel' }[field as 'email'] ?? 'text'
}

const words = {
  nb: {
    correct: 'Rett',
    lead: 'Den nye verdien gjelder med en gang. Fakturaer som er utstedt, endres ikke.',
    save: 'Lagre',
    done: 'Rettet',
    doneSays: 'Vi har notert at opplysningen kommer fra deg, i dag.',
    back: 'Til Min side',
  },
  en: {
    correct: 'Correct',
    lead: 'The new value takes effect at once. Invoices that were issued are not changed.',
    save: 'Save',
    done: 'Corrected',
    doneSays: 'We have noted that the value comes from you, today.',
    back: 'To My page',
  },
}

type Problem = Exclude<Awaited<ReturnType<typeof changeContact>>, { version: number }>['refused']

const problems: Record<Language, Record<Problem, string>> = {
  nb: {
    'is required': 'Denne kan ikke være tom.',
    'too long': 'Det ble for langt.',
    'not an e-mail address': 'Skriv e-posten slik: navn@firma.no, uten æ, ø og å.',
    'not a phone number': 'Skriv bare telefonnummeret, med minst fem sifre.',
    'left alone': 'Opplysningen ligger ubrukt fordi du har krevd det.',
    'changed meanwhile': 'Opplysningen ble endret mens du skrev. Se over og lagre igjen.',
    'national identity number': 'Det ser ut som et fødselsnummer. Det lagrer vi ikke; skriv uten.',
    'special category':
      'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det trenger vi ikke og lagrer det ikke; skriv uten.',
    'payment card number': 'Det ser ut som et kortnummer. Det lagrer vi ikke; skriv uten.',
  },
  en: {
    'is required': 'This cannot be empty.',
    'too long': 'That was too long.',
    'not an e-mail address': 'Write the e-mail like this: name@company.com, without letters such as æ, ø and å.',
    'not a phone number': 'Enter the phone number only, with at least five digits.',
    'left alone': 'The value is left unused because you demanded it.',
    'changed meanwhile': 'The value was changed while you wrote. Look it over and save again.',
    'national identity number': 'That looks like a national identity number. We do not keep those; write it without.',
    'special category':
      'This seems to tell of somebody’s health, faith, trade union or the like. We do not need it and do not keep it; write it without.',
    'payment card number': 'That looks like a payment card number. We do not keep those; write it without.',
  },
}
