import { data, useLocation, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth, requireCustomer, whoContext, whoIs } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, Checkbox, Notice, PageTitle, WideTable } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { inventory } from '#inventory'
import { languageOf, pathIn, type Language } from '#languages'
import { asking, asPerson, type For, type Subject } from '#purposes'
import { writtenRule } from '#retention'
import { refused } from '#refusal'
import {
  eachOf,
  erasePerson,
  eraseUnlessKept,
  erasurePlan,
  keptForClaim,
  samePerson,
  stepsOf,
  tableWord,
  type Erased,
  type Step,
} from '#rights'
import { eraseWords as words } from './erase-words.ts'
import styles from './my-page.css?url'
import { ReceiptNotice } from './receipt-notice.tsx'
import { ToldList, toldNames } from './told-list.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const form = z.object({ sure: z.literal('yes'), notKept: z.literal('yes').optional() })

type Line = { readonly what: string; readonly rows: number; readonly law?: string }
type Told = { readonly gone: readonly Line[]; readonly kept: readonly Line[] }
type Loaded = Told & {
  readonly openOrders: readonly string[]
  readonly records: number
  /** Something of an earlier relationship lies in the locked archive, and goes too. */
  readonly inArchive: boolean
  /** They have demanded that it be kept for them, and must say which of the two they want. */
  readonly keptForThem: boolean
}

/** What will happen, before it happens. When it has, nobody is signed in any more and there is nothing to ask. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded | null> {
  if (whoIs(context).kind === 'nobody') return null
  const customer = requireCustomer(context)
  const legal = asking(context, 'legal_obligation')
  const also = await samePerson(legal, customer)
  const kept = await Promise.all([customer, ...also].map((record) => keptForClaim(legal, record)))
  return asPerson(asking(context, 'rights_handling'), customer, async (tx) => ({
    ...(await whatWillHappen(tx, [customer, ...also], languageOf(request))),
    records: 1 + also.filter((record) => !record.inArchive).length,
    inArchive: also.some((record) => record.inArchive),
    keptForThem: kept.includes(true),
  }))
}

/** In every place where they are recorded, for all of them go at once (section 5.4, "recorded twice"). */
async function whatWillHappen(
  tx: For<'rights_handling'>,
  records: readonly Subject[],
  language: Language,
): Promise<Told & Pick<Loaded, 'openOrders'>> {
  const each = await eachOf({ tx, records }, async () => ({
    steps: await erasurePlan(tx, inventory),
    open: await openOrders(tx),
  }))
  const steps = stepsOf(
    each.flatMap((record) => record.steps),
    inventory,
  )
  return { ...told(steps, language), openOrders: each.flatMap(({ open }) => open) }
}

async function openOrders(tx: For<'rights_handling'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('sales_order')
    .select('number')
    .where('delivered_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  return rows.map(({ number }) => number)
}

function told(steps: readonly Step[], language: Language): Told {
  const what = ({ table }: Step) => tableWord(table, language)
  const law = ({ rule, until }: Step) =>
    (until ? `${words[language].until} ${writtenDay(until, language)}: ` : '') + writtenRule(rule, language)
  return {
    gone: steps.filter(({ erased }) => erased > 0).map((step) => ({ what: what(step), rows: step.erased })),
    kept: steps
      .filter(({ kept, detached, isPart }) => kept + detached > 0 && !isPart)
      .map((step) => ({ what: what(step), rows: step.kept + step.detached, law: law(step) })),
  }
}

type Answer = {
  /** Two rights at once: nothing was erased, and they are asked which. */
  readonly which?: boolean
  readonly done?: Told &
    Pick<Erased, 'receipt' | 'caseId' | 'answeredBy'> & {
      readonly recipients: readonly string[]
      readonly left: number
      readonly searched: Erased['residue']['searched']
    }
}

/** Refuses nothing; done when the answer is shown. The receipt is shown here, once, because afterwards there is nobody to send it to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({}, { status: 422 })
  const legal = asking(context, 'legal_obligation')
  const alsoRecordedAs = await samePerson(legal, customer)
  const order = { inventory, channel: 'my_page', alsoRecordedAs, folder: dataDirectory() } as const
  const erase = read.value.notKept === undefined ? eraseUnlessKept : erasePerson
  const erased = await erase(asking(context, 'rights_handling'), now(), customer, order)
  if (refused(erased)) return data<Answer>({ which: true }, { status: 422 })
  const { steps, residue, receipt, caseId, answeredBy, told: recipients } = erased
  const done = {
    ...told(steps, languageOf(request)),
    recipients: toldNames(recipients, languageOf(request)),
    receipt,
    caseId,
    answeredBy,
    left: residue.left.length,
    searched: residue.searched,
  }
  return data<Answer>({ done }, { headers: await signedOut(context, request) })
}

/** The session went with the person: the page that says so is a stranger's already, and the browser drops its cookies. */
async function signedOut(context: ActionFunctionArgs['context'], request: Request): Promise<Headers> {
  const { headers } = await askAuth(context, request, { path: '/sign-out' })
  context.set(whoContext, { kind: 'nobody' })
  return headers
}

type Shown = { readonly loaderData: Loaded | null; readonly actionData?: Answer }

export default function EraseMe({ loaderData, actionData }: Shown) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  if (actionData?.done) return <Done done={actionData.done} language={language} />
  if (!loaderData) return null
  const { openOrders: open, records, inArchive, keptForThem } = loaderData
  return (
    <div className="told">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {open.length > 0 && (
        <Notice kind="warning" title={said.openTitle}>
          <p>{`${open.join(', ')}. ${said.open}`}</p>
        </Notice>
      )}
      {records > 1 && <p>{said.records(records)}</p>}
      {inArchive && <p>{said.inArchive}</p>}
      <Lines title={said.willGo} lines={loaderData.gone} language={language} />
      <Lines title={said.willStay} lines={loaderData.kept} language={language} />
      <p>{said.staysSays}</p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="sure" value="yes" />
        {keptForThem && (
          <Checkbox
            name="notKept"
            label={said.notKept}
            hint={said.keptSays}
            problem={actionData?.which ? said.which : undefined}
            language={language}
            required
          />
        )}
        <Button color="danger">{said.button}</Button>
      </form>
      {actionData?.which && <p>{said.complaint}</p>}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

function Done({ done, language }: { readonly done: NonNullable<Answer['done']>; readonly language: Language }) {
  const said = words[language]
  return (
    <div className="told">
      <title>{said.done}</title>
      <PageTitle lead={said.doneLead}>{said.done}</PageTitle>
      <ReceiptNotice title={said.keepThis} href={`/personvern/kvittering/${done.receipt}`} language={language}>
        <p>{said.searched(done.searched)}</p>
        <p>{done.left === 0 ? said.nothingLeft : said.somethingLeft(writtenDay(done.answeredBy, language))}</p>
        <p className="small figures">
          {said.case} {done.caseId}
        </p>
      </ReceiptNotice>
      <ToldList names={done.recipients} language={language} />
      <Lines title={said.gone} lines={done.gone} language={language} />
      <Lines title={said.stayed} lines={done.kept} language={language} />
      <p>{said.staysSays}</p>
      <p>{said.complaint}</p>
    </div>
  )
}

function Lines({
  title,
  lines,
  language,
}: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly language: Language
}) {
  const said = words[language]
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <WideTable name={title}>
        <thead>
          <tr>
            <th scope="col">{said.what}</th>
            <th scope="col" className="right">
              {said.count}
            </th>
            {lines[0]!.law !== undefined && <th scope="col">{said.law}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, rows, law }) => (
            <tr key={what}>
              <td>{what}</td>
              <td className="number">{rows}</td>
              {law !== undefined && <td>{law}</td>}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
