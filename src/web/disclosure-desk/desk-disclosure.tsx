import { data, Link, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { notedReading } from '#customers'
import { EndCard, Notice, PageTitle, Tag } from '#design'
import { allowed, disclosureCase, grounds } from '#disclosure'
import { readForm } from '#http'
import { declared } from '#inventory'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { actOnCase, form } from './act-on-case.ts'
import { Approve, Assess, Execute, Press, Refuse, type Answer } from './case-forms.tsx'
import { handlers } from './desk-disclosures.tsx'
import { shownCase, type Shown } from './shown-case.ts'
import { caseWords, refusals } from './words.ts'

const keyOf = (params: LoaderFunctionArgs['params']) => ({ accountId: params.account ?? '', id: params.id ?? '' })
const uuids = /^[0-9a-f-]{36}$/

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Shown> {
  const { userId, role } = requireStaff(context, ...handlers)
  const key = keyOf(params)
  const valid = uuids.test(key.accountId) && uuids.test(key.id)
  const db = asking(context, 'legal_obligation')
  const found = valid ? await disclosureCase(db, key) : undefined
  if (!found) throw data(null, { status: 404 })
  if (found.person && found.person_id !== null)
    await notedReading(asking(context, 'administer'), now(), {
      accountId: found.account_id,
      personId: found.person_id,
      staff: { userId, role },
      purpose: 'legal_obligation',
      subject: 'case of theirs',
    })
  return shownCase(
    found,
    { userId, today: dayOf(now()) },
    await writtenEnd(db, { now: now(), role }, declared('core.disclosure_case'), key),
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, ...handlers)
  const key = keyOf(params)
  if (!uuids.test(key.accountId) || !uuids.test(key.id)) throw data(null, { status: 404 })
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const answer = await actOnCase(context, key, read.value, userId)
  if (!refused(answer)) return data<Answer>({ done: true })
  const problem = 'because' in answer ? String(answer.because) : (refusals[answer.refused] ?? answer.refused)
  return data<Answer>(
    answer.field ? { problems: { [answer.field]: problem }, typed: read.typed } : { problem, typed: read.typed },
    {
      status: 422,
    },
  )
}

export default function DeskDisclosure({ loaderData, actionData }: { readonly loaderData: Shown; readonly actionData?: Answer }) {
  const { ground, state, asked_for, recipient, recipient_name, requested, approvals } = loaderData
  const may = (act: keyof typeof allowed) => (allowed[act] as readonly string[]).includes(state)
  return (
    <div className="stack">
      <title>{`Utlevering til ${recipient_name}`}</title>
      <PageTitle lead={grounds[ground].label}>{`Utlevering til ${recipient_name}`}</PageTitle>
      <p>
        <Tag state={state} tone={caseWords[state].tone}>
          {caseWords[state].nb}
        </Tag>{' '}
        Bedt om {requested} av {recipient}.
      </p>
      <p>Gjelder {loaderData.about ? <Link to={loaderData.about.href}>{loaderData.about.name}</Link> : 'en som er slettet'}.</p>
      <p>{asked_for}</p>
      {actionData?.problem && <Notice kind="danger">{actionData.problem}</Notice>}
      {actionData?.problems && (
        <Notice kind="danger" title="Ikke lagret">
          Se merknadene ved feltene.
        </Notice>
      )}
      {actionData?.done && <Notice kind="success">Ført inn.</Notice>}
      {loaderData.refusedBecause && <Notice title="Avslått">{loaderData.refusedBecause}</Notice>}
      <WhatIsMissing shown={loaderData} />
      <Told shown={loaderData} />
      {approvals.length > 0 && <p>Godkjent {approvals.join(' og ')}.</p>}
      {!may('assess') && <Facts facts={loaderData.facts} />}
      {may('assess') && <Assess shown={loaderData} answer={actionData} />}
      {may('approve') && <Approve shown={loaderData} />}
      {may('execute') && <Execute answer={actionData} />}
      {may('refuse') && <Refuse answer={actionData} />}
      {may('inform') && loaderData.maybeTold && <Press act="inform" label="Personen har fått vite det" />}
      {ground === 'subject_consent' && !loaderData.recalled && may('withdraw') && (
        <Press act="withdraw" label="Personen har trukket samtykket" />
      )}
      {may('close') && <Press act="close" label="Avslutt saken" />}
      <EndCard end={loaderData.end} />
    </div>
  )
}

function Facts({ facts }: Pick<Shown, 'facts'>) {
  return (
    <section className="ds-card" aria-label="Saken">
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="small soft">{label}</dt>
            <dd className="as-written hash">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function WhatIsMissing({ shown: { state, missing: lacking } }: { readonly shown: Shown }) {
  if (lacking.length === 0 || state === 'refused') return null
  return (
    <section>
      <h2>Må være på plass før noe kan godkjennes</h2>
      <ul>
        {lacking.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  )
}

function Told({ shown: { informed, notInformed, withheld_until } }: { readonly shown: Shown }) {
  if (informed) return <p>Personen fikk vite det {informed}.</p>
  if (withheld_until)
    return <p>Personen kan ikke varsles før {writtenDay(withheld_until, 'nb')}. Fra den dagen står saken på Min side.</p>
  return notInformed ? <p>Personen er ikke varslet: {notInformed}</p> : null
}
