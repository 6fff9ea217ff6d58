import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, EmptyState, Field, Notice, PageTitle, Select, type ShownEnd } from '#design'
import { readForm } from '#http'
import { declared } from '#inventory'
import { asking } from '#purposes'
import { refused } from '#refusal'
import {
  heldItems,
  holders,
  holdKinds,
  holdList,
  placeHold,
  releaseHold,
  reviewHold,
  writtenEnds,
  type HeldRow,
} from '#retention'
import { codeWord } from '#rights'
import { namesOfStaff } from '#staff'
import { Holds, type Row } from './hold-table.tsx'

/** Empty where the form is about the whole; what is neither is no word of ours, and makes nothing wider. */
const ofOne = <Kept extends z.ZodType>(kept: Kept) => z.union([z.literal('').transform(() => undefined), kept]).optional()
const about = { account: z.uuid(), person: ofOne(z.uuid()) }
const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('place'),
    ...about,
    item: ofOne(z.enum(heldItems)),
    id: ofOne(z.uuid()),
    kind: z.enum(holdKinds),
    reference: z.string().trim().min(1).max(100),
    reason: z.string().trim().min(10).max(500),
  }),
  z.object({ act: z.enum(['review', 'release']), account: z.uuid(), id: z.uuid() }),
])

/** What the form is about, when one came from a customer or an item. */
type Asked = {
  readonly account: string
  readonly person: string
  readonly item: string
  readonly id: string
  readonly what: string
}
type Loaded = { readonly rows: readonly Row[]; readonly asked: Asked | undefined }

export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context, ...holders)
  const db = asking(context, 'legal_obligation')
  const rows = await holdList(db, now())
  const keys = rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
  const ends = await writtenEnds(db, { now: now(), role }, declared('core.hold'), keys)
  const names = await namesOfStaff(
    asking(context, 'security'),
    rows.map(({ approved_by: by }) => by),
  )
  return {
    asked: askedIn(new URL(request.url).searchParams),
    rows: rows.map((row) => ({
      ...shown(row),
      by: names[row.approved_by] ?? 'en som har sluttet',
      end: withoutLink(ends.get(row.id)),
    })),
  }
}

/** To keep a decision longer leads nowhere: it is renewed here. */
function withoutLink(end: ShownEnd | undefined): ShownEnd | undefined {
  return end && { ...end, link: undefined }
}

function askedIn(query: URLSearchParams): Asked | undefined {
  const [account = '', person = '', item = '', id = ''] = ['kunde', 'person', 'slag', 'sak'].map((name) => query.get(name) ?? '')
  if (!account) return undefined
  return { account, person, item, id, what: itemWords[item] ?? wholeWords(person) }
}

function wholeWords(person: string | null): string {
  return person ? 'Alt om personen' : 'Alt om kunden'
}

const itemWords: Record<string, string> = {
  'core.inquiry': 'Én forespørsel',
  'core.quote': 'Ett tilbud',
  'core.sales_order': 'Én ordre',
}

function shown({
  account_id,
  id,
  reference,
  reason,
  state,
  kind,
  item_table,
  person_id,
  ...row
}: HeldRow): Omit<Row, 'by' | 'end'> {
  return {
    account_id,
    id,
    reference,
    reason,
    state,
    kind: codeWord(kind, 'nb'),
    what: item_table === null ? wholeWords(person_id) : itemWords[item_table]!,
    customer: row.name ?? (row.customer_number === null ? 'Kunde uten navn' : `Kunde ${row.customer_number}`),
    placed: writtenDay(row.placed_at, 'nb'),
    reviewed: writtenDay(row.reviewed_at, 'nb'),
    lapses: writtenDay(row.lapses_on, 'nb'),
  }
}

type Answer = { readonly problems?: Record<string, string>; readonly typed?: Record<string, string>; readonly done?: string }

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, ...holders)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: worded(read.problems), typed: read.typed }, { status: 422 })
  const db = asking(context, 'legal_obligation')
  const asked = read.value
  if (asked.act !== 'place') {
    const which = { accountId: asked.account, id: asked.id }
    const done = await (asked.act === 'review' ? reviewHold(db, now(), which) : releaseHold(db, now(), which))
    const said = asked.act === 'review' ? 'Vurdert og fornyet i tolv måneder.' : 'Opphevet. Den vanlige fristen gjelder igjen.'
    return data<Answer>({ done: done ? said : 'Beslutningen var alt opphevet eller falt bort.' })
  }
  const { item, id } = asked
  if ((item === undefined) !== (id === undefined))
    return data<Answer>({ problems: worded({ id: '' }), typed: read.typed }, { status: 422 })
  const placed = await placeHold(db, now(), {
    accountId: asked.account,
    personId: asked.person,
    kind: asked.kind,
    reference: asked.reference,
    reason: asked.reason,
    ...(item && id && { item: { table: item, id } }),
    approvedBy: userId,
  })
  if (refused(placed) && placed.refused.startsWith('no such'))
    return data<Answer>({ problems: worded({ id: '' }), typed: read.typed }, { status: 422 })
  if (refused(placed))
    return data<Answer>({ problems: worded({ [placed.field ?? 'reason']: '' }), typed: read.typed }, { status: 422 })
  return data<Answer>({ done: 'Beholdt. Det faller bort av seg selv om tolv måneder.' })
}

function worded(problems: Record<string, string>): Record<string, string> {
  const words: Record<string, string> = {
    reference: 'Skriv kravets nummer eller annen henvisning, høyst 100 tegn.',
    reason: 'Skriv grunnen med minst ti tegn. Den det gjelder, får se den.',
  }
  // What it is about stands in no field that anybody writes in.
  if (['account', 'person', 'item', 'id'].some((name) => name in problems))
    return { reference: 'Det du vil beholde, finnes ikke hos denne kunden. Begynn på nytt fra kunden eller saken.' }
  return Object.fromEntries(Object.keys(problems).map((name) => [name, words[name] ?? problems[name]!]))
}

export default function DeskHolds({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { rows, asked } = loaderData
  return (
    <div className="stack">
      <title>Beholdt lenger</title>
      <PageTitle lead="Det vi beholder forbi fristen på grunn av et krav. Vurderes hver 90. dag, faller bort etter tolv måneder, og den det gjelder får se det i innsynet sitt.">
        Beholdt lenger
      </PageTitle>
      {actionData?.done && <Notice kind="success">{actionData.done}</Notice>}
      {asked && !actionData?.done && <Place asked={asked} answer={actionData} />}
      {rows.length === 0 ? <NothingHeld /> : <Holds rows={rows} />}
    </div>
  )
}

function NothingHeld() {
  return (
    <EmptyState title="Ingenting er beholdt lenger">
      Er det et krav, en reklamasjon eller en tvist, åpner du kunden eller forespørselen det gjelder og velger «Behold lenger».
    </EmptyState>
  )
}

function Place({ asked, answer }: { readonly asked: Asked; readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name] })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Behold lenger: {asked.what.toLowerCase()}</h2>
      <input type="hidden" name="act" value="place" />
      {(['account', 'person', 'item', 'id'] as const).map(
        (name) => asked[name] && <input key={name} type="hidden" name={name} value={asked[name]} />,
      )}
      <Select {...field('kind')} label="Hva er det" required>
        {holdKinds.map((kind) => (
          <option key={kind} value={kind}>
            {capital(codeWord(kind, 'nb'))}
          </option>
        ))}
      </Select>
      <Field {...field('reference')} label="Kravets nummer" hint="Vårt eller deres, så det kan finnes igjen." required />
      <Field {...field('reason')} label="Hvorfor må det beholdes" hint="Den det gjelder, får se dette. Ingen navn." required />
      <Button>Behold i tolv måneder</Button>
    </Form>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
