import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { websiteOf, whoIs } from '#auth'
import { now, writtenDay } from '#clock'
import { currentRevision } from '#consent'
import { Button, Field, LineTable, Notice, PageTitle, StatementLink, TextArea } from '#design'
import { again, readForm, saidNo } from '#http'
import { languageOf } from '#languages'
import { knownAddress } from '#orders'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { acceptQuote } from '../accept-quote.ts'
import { declineQuote } from '../decline-quote.ts'
import { noteViewed, quoteByLink } from '../quote-by-link.ts'
import { writtenQuoteNumber, type State } from '../quote.ts'
import quotePage from './quote.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: quotePage }]
/** Whoever has the address has the quote: it is kept out of caches, search engines and other sites' logs. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const db = asking(context, 'deliver')
  const [quote, revision] = await Promise.all([quoteByLink(db, now(), params.token ?? ''), currentRevision(db)])
  if (!quote) return data({ quote: undefined, revision, language }, { status: 404 })
  // One of us who looks is not the customer, who then would seem to have seen it.
  if (whoIs(context).kind !== 'staff') await noteViewed(db, now(), quote)
  const { state, paper, orderNumber } = quote
  const hasAddress = (await knownAddress(db, quote.accountId, quote.personId)) !== null
  return data(
    { quote: { state, paper, orderNumber, hasAddress }, revision, language },
    { status: goneStates.has(state) ? 410 : 200 },
  )
}

const goneStates: ReadonlySet<string> = new Set(['expired', 'superseded', 'withdrawn'])

const form = z.object({
  act: z.enum(['accept', 'decline']),
  contentHash: z.string().max(64).default(''),
  purchaseOrderNumber: z.string().max(60).default(''),
  deliveryAddress: z.string().max(400).default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const said = words[languageOf(request)]
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const { act, contentHash, purchaseOrderNumber, deliveryAddress } = read.value
  const db = asking(context, 'deliver')
  const token = params.token ?? ''
  const answer =
    act === 'decline'
      ? await declineQuote(db, now(), token)
      : await acceptQuote(db, now(), {
          token,
          contentHash,
          purchaseOrderNumber: purchaseOrderNumber || null,
          deliveryAddress: deliveryAddress || null,
          via: 'link',
          website: websiteOf(context),
        })
  if (refused(answer)) return again(saidNo(answer, said.refusals), read.typed)
  throw redirect(new URL(request.url).pathname)
}

export default function Quote() {
  const { quote, revision, language } = useLoaderData<typeof loader>()
  const said = words[language]
  if (!quote) return <Told title={said.unknown.title} text={said.unknown.text} />
  const { state, paper, orderNumber, hasAddress } = quote
  const number = writtenQuoteNumber(paper.number, paper.version)
  return (
    <article className="quote-page">
      <title>{said.title(number)}</title>
      <Standing {...{ state, orderNumber, language }} />
      <PageTitle lead={<>{paper.buyer && said.to(paper.buyer)}</>}>{said.title(number)}</PageTitle>
      <dl className="facts">
        <dt>{said.valid}</dt>
        <dd>{writtenDay(paper.validUntil, language)}</dd>
        <dt>{said.sent}</dt>
        <dd>{writtenDay(paper.sentAt, language)}</dd>
      </dl>
      {paper.intro && <p className="as-written prose">{paper.intro}</p>}
      {paper.deliveryDays !== null && <p>{said.delivery(paper.deliveryDays)}.</p>}
      <LineTable lines={paper.lines} sums={paper.totals} currency={paper.currency} language={language} caption={said.lines} />
      <p className="small soft">{said.exVat}</p>
      {(state === 'sent' || state === 'viewed') && (
        <AnswerForm {...{ contentHash: paper.contentHash, hasAddress, revision, language }} />
      )}
    </article>
  )
}

/** What has become of it, when there is nothing left to answer. */
function Standing({
  state,
  orderNumber,
  language,
}: {
  readonly state: State | 'superseded'
  readonly orderNumber: string | null
  readonly language: 'nb' | 'en'
}) {
  const { accepted, gone } = words[language]
  if (state === 'accepted') {
    return (
      <Notice kind="success" title={accepted.title}>
        <p>{accepted.text(orderNumber ?? '')}</p>
      </Notice>
    )
  }
  if (state === 'draft' || state === 'sent' || state === 'viewed') return null
  return (
    <Notice kind="warning" title={gone[state].title}>
      <p>{gone[state].text}</p>
    </Notice>
  )
}

function AnswerForm({
  contentHash,
  hasAddress,
  revision,
  language,
}: {
  readonly contentHash: string
  readonly hasAddress: boolean
  readonly revision: number
  readonly language: 'nb' | 'en'
}) {
  const answer = useActionData<typeof action>()
  const said = words[language]
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  return (
    <section className="answer ds-card">
      <h2>{said.accept}</h2>
      <p>{said.acceptLead}</p>
      <form method="post" className="fields" noValidate>
        {answer && (
          <Notice kind="danger">
            <p>{problems.act ?? said.wrong}</p>
          </Notice>
        )}
        <input type="hidden" name="contentHash" value={contentHash} />
        <Field
          name="purchaseOrderNumber"
          label={said.purchaseOrder}
          hint={said.purchaseOrderHint}
          value={typed.purchaseOrderNumber}
          problem={problems.purchaseOrderNumber}
          maxLength={60}
          language={language}
        />
        <TextArea
          name="deliveryAddress"
          label={said.delivered}
          hint={hasAddress ? said.deliveredHint : said.deliveredWhere}
          value={typed.deliveryAddress}
          problem={problems.deliveryAddress}
          rows={2}
          maxLength={400}
          language={language}
        />
        <div className="row">
          <Button name="act" value="accept">
            {said.yes}
          </Button>
          <Button name="act" value="decline" variant="secondary">
            {said.no}
          </Button>
        </div>
        <p className="small soft">
          {said.use} <StatementLink revision={revision} language={language} />
        </p>
        <p className="small soft">{said.ask}</p>
      </form>
    </section>
  )
}

function Told({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <title>{title}</title>
      <PageTitle lead={text}>{title}</PageTitle>
    </>
  )
}
