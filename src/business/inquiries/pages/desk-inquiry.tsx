import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { now, writtenDay, writtenMoment } from '#clock'
import { notedReading } from '#customers'
import { Button, EndCard, Notice, PageTitle, Tag } from '#design'
import { idInAddress, readForm } from '#http'
import { asking, type For } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { answerBy } from '../answer-by.ts'
import { answerInquiry } from '../answer-inquiry.ts'
import { assignInquiry, closeInquiry, noteOnInquiry, reopenInquiry } from '../change-inquiry.ts'
import { may, stateOf, type Act, type Outcome } from '../inquiry.ts'
import { oneInquiry } from '../one-inquiry.ts'
import { inquiryData } from '../personal-data.ts'
import { Asker, ItemList, Thread } from './desk-inquiry-parts.tsx'
import { AnswerForm, NoteForm } from './inquiry-forms.tsx'
import { Handling } from './inquiry-handling.tsx'
import { channelNames, done, kindNames, outcomeNames, refusals } from './desk-words.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'case_documentation')
  const found = await oneInquiry(db, idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })
  const { inquiry, person } = found
  if (person) {
    const look = {
      accountId: inquiry.account_id,
      personId: person.id,
      staff,
      purpose: 'case_documentation',
      subject: `inquiry ${inquiry.number}`,
    }
    await notedReading(db, now(), look)
  }
  return {
    ...found,
    state: stateOf(inquiry),
    answerBy: answerBy(inquiry.last_message_at),
    mine: inquiry.owner_user_id === staff.userId,
    end: await writtenEnd(asking(context, 'legal_obligation'), { now: now(), role: staff.role }, inquiryData, {
      accountId: inquiry.account_id,
      id: inquiry.id,
    }),
  }
}

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('answer'), text: z.string().max(20_000).default(''), why: z.string().max(200).default('') }),
  z.object({ act: z.literal('note'), note: z.string().max(5_000).default(''), why: z.string().max(200).default('') }),
  z.object({ act: z.literal('close'), outcome: z.enum(['won', 'lost', 'answered', 'spam']) }),
  z.object({ act: z.literal('reopen') }),
  z.object({ act: z.literal('assign'), to: z.enum(['me', 'nobody']) }),
])

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'case_documentation')
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return data({ problems: read.problems, typed: read.typed, done: undefined }, { status: 422 })
  const found = await oneInquiry(db, idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })

  const website = websiteOf(context)
  const answer = await perform(db, read.value, {
    accountId: found.inquiry.account_id,
    id: found.inquiry.id,
    staffUserId: userId,
    website,
  })
  if (!refused(answer))
    return data({ done: done[read.value.act], problems: {} as Record<string, string>, typed: {} as Record<string, string> })
  const field = answer.field ?? (read.value.act === 'answer' ? 'text' : 'act')
  return data(
    {
      problems: { [field]: refusals[answer.refused] ?? answer.refused } as Record<string, string>,
      typed: read.typed,
      done: undefined,
    },
    { status: 422 },
  )
}

/** What is refused because somebody else was quicker must show what they did, so the page is read again after a no as well. */
export function shouldRevalidate() {
  return true
}

type On = { readonly accountId: string; readonly id: string; readonly staffUserId: string; readonly website: string }

function perform(db: For<'case_documentation'>, asked: z.output<typeof form>, on: On) {
  switch (asked.act) {
    case 'answer':
      return answerInquiry(db, now(), { ...on, text: asked.text, insisted: { why: asked.why, staffUserId: on.staffUserId } })
    case 'note':
      return noteOnInquiry(db, now(), { ...on, text: asked.note, insisted: { why: asked.why, staffUserId: on.staffUserId } })
    case 'close':
      return closeInquiry(db, now(), { ...on, outcome: asked.outcome })
    case 'reopen':
      return reopenInquiry(db, now(), on)
    case 'assign':
      return assignInquiry(db, now(), { ...on, ownerUserId: asked.to === 'me' ? on.staffUserId : null })
  }
}

export default function DeskInquiry() {
  const { inquiry, account, person, items, messages, state, answerBy: day, mine, end } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const can = (act: Act) => may(act, inquiry)
  const problems: Record<string, string> = answer?.problems ?? {}
  return (
    <>
      <title>{inquiry.number}</title>
      <PageTitle
        lead={
          <>
            <Tag state={state} /> {kindNames[inquiry.kind]} · fra {channelNames[inquiry.channel]} · mottatt{' '}
            {writtenMoment(inquiry.received_at, 'nb')}
            {state === 'waiting' && <> · svar innen {writtenDay(day, 'nb')}</>}
            {inquiry.outcome && <> · {outcomeNames[inquiry.outcome as Outcome].toLowerCase()}</>}
          </>
        }
        actions={can('quote') && <MakeQuote id={inquiry.id} />}
      >
        {inquiry.number}
      </PageTitle>
      {answer?.done && (
        <Notice kind="success">
          <p>{answer.done}</p>
        </Notice>
      )}
      {problems.act && (
        <Notice kind="danger">
          <p>{problems.act}</p>
        </Notice>
      )}
      {problems.text && !can('answer') && (
        <Notice kind="danger" title={problems.text}>
          <p>Svaret er ikke sendt. Dette skrev du:</p>
          <p className="as-written">{answer?.typed.text}</p>
        </Notice>
      )}
      <div className="beside">
        <div className="stack">
          <Thread {...{ inquiry, messages }} from={person?.first_name ?? person?.email ?? 'Kunden'} />
          <ItemList items={items} />
          {can('answer') && (
            <AnswerForm value={answer?.typed.text} problem={problems.text} to={person?.email} key={messages.length} />
          )}
          <NoteForm value={answer?.typed.note} problem={problems.note} key={`note ${messages.length}`} />
        </div>
        <aside className="stack">
          <Asker {...{ inquiry, account, person }} />
          <Handling {...{ can, mine }} problem={problems.outcome} owned={inquiry.owner_user_id !== null} />
          <EndCard end={end} />
        </aside>
      </div>
    </>
  )
}

function MakeQuote({ id }: { readonly id: string }) {
  return (
    <form method="post" action={`/desk/tilbud/nytt?inquiry=${id}`}>
      <Button>Lag tilbud</Button>
    </form>
  )
}
