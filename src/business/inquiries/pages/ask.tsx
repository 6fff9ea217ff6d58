import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { z } from 'zod'
import { whoIs, websiteOf } from '#auth'
import { readBasket, withBasket } from '#catalogue'
import { now } from '#clock'
import { currentRevision } from '#consent'
import { Button, Field, Notice, PageTitle, Select, StatementLink, TextArea } from '#design'
import { readForm, typedPhone } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { askedItems } from '../asked-items.ts'
import { receiveInquiry, type NotReceived } from '../receive-inquiry.ts'
import ask from './ask.css?url'
import { AskedItems } from './asked-items.tsx'
import { typedItems } from './typed-items.ts'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: ask }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const db = asking(context, 'deliver')
  const basket = readBasket(new URL(request.url).searchParams)
  const who = whoIs(context)
  const [items, revision] = await Promise.all([askedItems(db, basket), currentRevision(db)])
  return { items, revision, email: who.kind === 'customer' ? who.email : undefined, language: languageOf(request) }
}

const form = z
  .object({
    kind: z.enum(['question', 'quote_request']).default('quote_request'),
    body: z.string().max(10_000).default(''),
    email: z.union([z.literal(''), z.email().max(254)]).optional(),
    phone: typedPhone.max(32).optional(),
  })
  .catchall(z.string())

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const said = words[language]
  const db = asking(context, 'deliver')
  const who = whoIs(context)
  const from = who.kind === 'customer' ? { accountId: who.accountId, personId: who.personId } : undefined
  const read = await readForm(request, from ? form : form.extend({ email: z.email().max(254) }), 'by the act')
  const items = typedItems(read.typed)
  const again = async (problems: Record<string, string>) =>
    data({ problems, typed: read.typed, items: await askedItems(db, items) }, { status: 422 })
  if (!read.ok) return again(read.problems)

  const { kind, body, phone } = read.value
  const email = who.kind === 'customer' ? who.email : (read.value.email ?? '')
  const website = websiteOf(context)
  const answer = await receiveInquiry(db, now(), { kind, channel: 'web', body, items, email, phone, from, language, website })
  if (refused(answer)) return again({ [answer.field ?? 'body']: problem(answer, said) })
  throw redirect(`${pathIn(language, '/foresporsel')}/${language === 'nb' ? 'takk' : 'thank-you'}?nr=${answer.number}`)
}

function problem({ refused: reason }: NotReceived, said: (typeof words)['nb']): string {
  return said.refusals[reason]
}

export default function Ask() {
  const { items: prefilled, revision, email, language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const said = words[language]
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  const items = answer?.items ?? prefilled
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <form method="post" action={pathIn(language, '/foresporsel')} className="fields" noValidate>
        {answer && (
          <Notice kind="danger">
            <p>{said.wrong}</p>
          </Notice>
        )}
        <Select
          name="kind"
          label={said.kind}
          value={typed.kind ?? (items.length > 0 ? 'quote_request' : 'question')}
          problem={problems.kind}
          required
          language={language}
        >
          <option value="question">{said.kinds.question}</option>
          <option value="quote_request">{said.kinds.quote_request}</option>
        </Select>
        <AskedItems {...{ items, typed, language }} problem={problems.items} />
        <TextArea
          name="body"
          label={items.length > 0 ? said.bodyWithItems : said.body}
          hint={said.bodyHint}
          value={typed.body}
          problem={problems.body}
          rows={5}
          maxLength={10_000}
          required={items.length === 0}
          language={language}
        />
        {email === undefined ? (
          <>
            <Field
              name="email"
              type="email"
              label={said.email}
              hint={said.emailHint}
              value={typed.email}
              problem={problems.email}
              autoComplete="email"
              required
              language={language}
            />
            <Field
              name="phone"
              type="tel"
              label={said.phone}
              hint={said.phoneHint}
              value={typed.phone}
              problem={problems.phone}
              autoComplete="tel"
              language={language}
            />
          </>
        ) : (
          <p>{said.signedIn(email)}</p>
        )}
        <div className="row">
          <Button>{said.send}</Button>
          <a href={withBasket(pathIn(language, '/produkter'), items)}>{said.more}</a>
        </div>
        <p className="small soft">
          {said.use} <StatementLink revision={revision} language={language} />
        </p>
      </form>
    </>
  )
}
