import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { now } from '#clock'
import { mayDoInWords, notedReading } from '#customers'
import { LineTable, Notice, PageTitle } from '#design'
import { idInAddress, readForm, typedDay, typedNumber, typedVersion } from '#http'
import { asking, type For } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { quoteForDesk } from '../quote-for-desk.ts'
import { quoteData } from '../personal-data.ts'
import { may, writtenQuoteNumber } from '../quote.ts'
import { reviseQuote, saveDraft } from '../save-draft.ts'
import { sendQuote } from '../send-quote.ts'
import { readLines, typedLine } from '../typed-lines.ts'
import { filledIn, typedRows } from '../typed-rows.ts'
import { withdrawQuote } from '../withdraw-quote.ts'
import { Beside, Doings } from './desk-quote-parts.tsx'
import { QuoteTag } from './desk-quotes.tsx'
import { refusals } from './desk-words.ts'
import { DraftForm } from './draft-form.tsx'
import grid from './grid.css?url'

export const links = () => [{ rel: 'stylesheet', href: grid }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'deliver')
  const found = await quoteForDesk(db, now(), idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })
  const { quote, person } = found
  if (person)
    await notedReading(db, now(), {
      accountId: quote.accountId,
      personId: person.id,
      staff,
      purpose: 'deliver',
      subject: `quote ${quote.number}`,
    })
  const row = { accountId: quote.accountId, id: quote.id }
  const subject = person && { accountId: quote.accountId, personId: person.id }
  return {
    ...found,
    mayDo: subject && (await mayDoInWords(asking(context, 'administer'), subject)),
    end: await writtenEnd(asking(context, 'legal_obligation'), { now: now(), role: staff.role }, quoteData, row),
  }
}

const form = z
  .object({
    act: z.enum(['save', 'send', 'revise', 'withdraw']),
    version: typedVersion.default(0),
    why: z.string().max(200).default(''),
    intro: z.string().max(4_000).default(''),
    validUntil: z.union([typedDay, z.literal('')]).default(''),
    deliveryDays: z.union([z.literal('').transform(() => null), typedNumber(0, 400)]).default(null),
  })
  .catchall(z.string())

type Asked = z.output<typeof form>
type On = { readonly accountId: string; readonly quoteId: string; readonly staffId: string; readonly website: string }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId: staffId } = requireStaff(context, 'salesperson', 'host')
  const db = asking(context, 'deliver')
  const quoteId = idInAddress(params.id)
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const found = await quoteForDesk(db, now(), quoteId)
  if (!found) throw data(null, { status: 404 })
  const on = { accountId: found.quote.accountId, quoteId, staffId, website: websiteOf(context) }
  const answer = await perform(db, read.value, on, read.typed)
  if ('rows' in answer) return again(answer.problems, read.typed, answer.rows)
  // The next save begins from what is there now, knowing that it replaces it.
  const typed =
    'refused' in answer && answer.refused === 'changed by somebody else'
      ? { ...read.typed, version: String(found.draft?.version ?? 0) }
      : read.typed
  if (refused(answer))
    return again({ [answer.field ?? 'act']: refusals[answer.refused] ?? answer.refused }, typed, typedRows(read.typed))
  throw redirect(`/desk/tilbud/${quoteId}${'to' in answer ? '?sendt' : ''}`)
}

function again(problems: Record<string, string>, typed: Record<string, string>, rows = typedRows(typed)) {
  return data({ problems, typed, rows }, { status: 422 })
}

async function perform(db: For<'deliver'>, asked: Asked, on: On, typed: Record<string, string>) {
  if (asked.act === 'withdraw') return withdrawQuote(db, now(), on)
  if (asked.act === 'revise') return reviseQuote(db, now(), on)
  const rows = await filledIn(db, typedRows(typed))
  const read = readLines(rows)
  const missingDay: Record<string, string> = asked.validUntil === '' ? { validUntil: 'Velg hvor lenge tilbudet gjelder.' } : {}
  if (!read.ok || asked.validUntil === '') return { rows, problems: { ...missingDay, ...(read.ok ? {} : read.problems) } }
  const { intro, validUntil, deliveryDays, version } = asked
  const saved = await saveDraft(
    db,
    now(),
    {
      ...on,
      lines: read.lines,
      intro,
      validUntil,
      deliveryDays: deliveryDays === null ? null : Number(deliveryDays),
      version,
    },
    { why: asked.why, staffUserId: on.staffId },
  )
  if (refused(saved) || asked.act === 'save') return saved
  const sent = await sendQuote(db, now(), on)
  // What was typed is saved by now, so the page must go on from there.
  return refused(sent)
    ? { rows, problems: { [sent.field ?? 'act']: refusals[sent.refused] ?? sent.refused, version: String(saved.version) } }
    : sent
}

export default function DeskQuote() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const { quote, draft, paper, person } = found
  const { number, newest, state } = quote
  const rows = answer?.rows ?? draft?.lines.map(typedLine) ?? []
  return (
    <>
      <title>{number}</title>
      <PageTitle
        lead={
          <>
            <QuoteTag state={state} /> {draft && newest > 0 && `versjon ${newest + 1} skrives`}
          </>
        }
        actions={<Doings {...found} />}
      >
        {writtenQuoteNumber(number, newest)}
      </PageTitle>
      {answer?.problems.act && (
        <Notice kind="danger">
          <p>{answer.problems.act}</p>
        </Notice>
      )}
      {query.has('sendt') && (state === 'sent' || state === 'viewed') && (
        <Notice kind="success">
          <p>
            Tilbudet er sendt{person?.email && ` til ${person.email}`}. Brevet ligger i <Link to="/desk/utboks">utboksen</Link>.
          </p>
        </Notice>
      )}
      <div className={draft ? 'beside drafting' : 'beside'}>
        <div className="stack">
          {draft && may('edit', state) ? (
            <DraftForm
              key={draft.version}
              {...{ draft, rows, ladders: found.ladders, canSend: may('send', state) }}
              typed={answer?.typed ?? {}}
              problems={answer?.problems ?? {}}
            />
          ) : (
            paper && <LineTable lines={paper.lines} sums={paper.totals} currency={paper.currency} caption="Linjene i tilbudet" />
          )}
        </div>
        <Beside {...found} />
      </div>
    </>
  )
}
