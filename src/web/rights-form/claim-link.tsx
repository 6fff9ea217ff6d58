import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { now, writtenDay } from '#clock'
import { Button, PageTitle } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { writtenRule } from '#retention'
import { claimByLink, codeWord, confirmClaim, tableWord, type Confirmed, type LinkedClaim } from '#rights'
import { ReceiptNotice } from '../my-page/receipt-notice.tsx'
import { ToldList, toldNames } from '../my-page/told-list.tsx'
import { handsOf, officeOf } from '../rights-desk/office.ts'
import { notAnothers } from './not-anothers.ts'
import { linkWords } from './link-words.ts'

type Shown = {
  readonly number: string
  readonly kind: LinkedClaim['kind']
  readonly due: string
  /** The button has been pressed, and what there is to fetch can be fetched. */
  readonly ready: boolean
  readonly closed: boolean
  readonly token: string
}

/** Opening it does nothing: mail scanners open links too. With the person the link is gone as well, and the answer still shown. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const claim = await claimByLink(asking(context, 'legal_obligation'), now(), params.token ?? '')
  if (!claim) return data<Shown | null>(null, { status: 404 })
  notAnothers(context, claim)
  const language = languageOf(request)
  return data<Shown | null>({
    number: claim.number,
    kind: claim.kind,
    due: writtenDay(claim.dueOn, language),
    ready: isReady(claim),
    closed: claim.closedAt !== null,
    token: params.token!,
  })
}

async function found(context: LoaderFunctionArgs['context'], token: string | undefined): Promise<LinkedClaim> {
  const claim = await claimByLink(asking(context, 'legal_obligation'), now(), token ?? '')
  if (!claim) throw data(null, { status: 404 })
  notAnothers(context, claim)
  return claim
}

function isReady({ confirmed, shows, kind, purpose }: LinkedClaim): boolean {
  return shows && (purpose === 'download' || confirmed) && ['access', 'portability'].includes(kind)
}

type Line = { readonly what: string; readonly law?: string }
type Answer = {
  readonly answer: Confirmed['answer']
  readonly gone?: readonly Line[]
  readonly kept?: readonly Line[]
  readonly receipt?: string
  readonly recipients?: readonly string[]
  readonly left?: number
  readonly columns?: number
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const claim = await found(context, params.token)
  const confirmed = await confirmClaim(handsOf(context), now(), claim, params.token!, await officeOf(context))
  return data<Answer>(told(confirmed, languageOf(request)), { status: 200 })
}

function told(confirmed: Confirmed, language: Language): Answer {
  if (confirmed.answer === 'nothing held') return { answer: confirmed.answer, columns: confirmed.found.columns }
  if (confirmed.answer !== 'erased') return { answer: confirmed.answer }
  const { steps, receipt, residue } = confirmed.erased
  const what = (table: string) => tableWord(table, language)
  return {
    answer: 'erased',
    receipt,
    recipients: toldNames(confirmed.erased.told, language),
    left: residue.left.length,
    columns: residue.searched.columns,
    gone: steps.filter(({ erased }) => erased > 0).map(({ table }) => ({ what: what(table) })),
    kept: steps
      .filter(({ kept, detached, isPart }) => kept + detached > 0 && !isPart)
      .map(({ table, rule, until }) => ({
        what: what(table),
        law: (until ? `${linkWords[language].until} ${writtenDay(until, language)}: ` : '') + writtenRule(rule, language),
      })),
  }
}

export default function ClaimLink({
  loaderData,
  actionData,
}: {
  readonly loaderData: Shown | null
  readonly actionData?: Answer
}) {
  const language = languageOf(useLocation().pathname)
  const said = linkWords[language]
  if (actionData?.answer === 'erased') return <Erased {...actionData} language={language} />
  if (actionData?.answer === 'nothing held') return <Nothing columns={actionData.columns ?? 0} language={language} />
  if (!loaderData) return <NoLink language={language} />
  const { number, kind, due, ready, closed, token } = loaderData
  const what = codeWord(kind, language)
  return (
    <div className="prose stack">
      <title>{`${said.case} ${number}`}</title>
      <PageTitle lead={`${said.case} ${number}: ${what}. ${said.answeredBy(due)}`}>{said.title}</PageTitle>
      {ready ? (
        <form method="post" action={`${pathIn(language, '/krav')}/${token}/innsyn.zip`} className="stack">
          <p>{said.ready}</p>
          <Button>{said.download}</Button>
        </form>
      ) : actionData?.answer === 'a person will answer' ? (
        <p>{said.person(due)}</p>
      ) : closed ? (
        <p>{said.closed}</p>
      ) : (
        <form method="post" className="stack">
          <p>{kind === 'erasure' ? said.sureErase : said.sure}</p>
          <Button {...(kind === 'erasure' && { color: 'danger' as const })}>{said.buttons[kind] ?? said.yes}</Button>
          <p className="soft">{said.notYou}</p>
        </form>
      )}
      <p className="soft">{said.remedy}</p>
    </div>
  )
}

type In = { readonly language: Language }

function Erased({ gone = [], kept = [], recipients = [], receipt, left = 0, columns = 0, language }: Answer & In) {
  const said = linkWords[language]
  return (
    <div className="told">
      <title>{said.erased}</title>
      <PageTitle lead={said.erasedLead}>{said.erased}</PageTitle>
      <ReceiptNotice title={said.keepThis} href={`/personvern/kvittering/${receipt}`} language={language}>
        <p>{said.searched(columns)}</p>
        <p>{left === 0 ? said.nothingLeft : said.somethingLeft}</p>
      </ReceiptNotice>
      <ToldList names={recipients} language={language} />
      <Lines title={said.gone} lines={gone} />
      <Lines title={said.kept} lines={kept} />
      <p>{said.remedy}</p>
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map(({ what, law }) => (
          <li key={what}>
            {what}
            {law && <span className="soft"> · {law}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function NoLink({ language }: In) {
  const said = linkWords[language]
  return (
    <div className="prose stack">
      <title>{said.noLink}</title>
      <PageTitle lead={said.noLinkLead}>{said.noLink}</PageTitle>
      <p>
        <a href={pathIn(language, '/rettigheter')}>{said.askAgain}</a>
      </p>
    </div>
  )
}

function Nothing({ columns, language }: { readonly columns: number } & In) {
  const said = linkWords[language]
  return (
    <div className="prose stack">
      <title>{said.nothing}</title>
      <PageTitle lead={said.nothingLead(columns)}>{said.nothing}</PageTitle>
      <p>{said.nothingSays}</p>
      <p>{said.remedy}</p>
    </div>
  )
}
