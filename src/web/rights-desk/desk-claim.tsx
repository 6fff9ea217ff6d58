import { data, Link, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, workingDayOnOrBefore, writtenDay, writtenMoment } from '#clock'
import { fullName, notedReading } from '#customers'
import { ButtonLink, EndCard, Notice, PageTitle, Tag } from '#design'
import { again, readForm } from '#http'
import { quarantined } from '#intake'
import { declared } from '#inventory'
import { asking, type For, type Subject } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { codeWord, proved, recordedSince, safeAddress, samePerson, type ContactShown } from '#rights'
import { actOnClaim, claimForm, type Done } from './act-on-claim.ts'
import { AnswerForms } from './answer-forms.tsx'
import { CaseFile } from './case-file.tsx'
import { ClaimSettings } from './claim-settings.tsx'
import { identityWords, outcomeWords, refusalWords } from './desk-words.ts'
import { foundClaim, handlers } from './found-claim.ts'
import { HeldBack } from './held-back.tsx'
import { handsOf, officeOf } from './office.ts'
import { placesIn, Searched } from './searched.tsx'

/** Whoever opens the case has looked at the person; the person sees that on my page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const staff = requireStaff(context, ...handlers)
  const whole = await foundClaim({ context, params })
  const { claim, person } = whole
  const legal = asking(context, 'legal_obligation')
  if (person && claim.person_id)
    await notedReading(asking(context, 'administer'), now(), {
      accountId: claim.account_id,
      personId: claim.person_id,
      staff,
      purpose: 'rights_handling',
      subject: 'rights request',
    })
  return {
    ...whole,
    me: staff.userId,
    held: await quarantined(legal, { accountId: claim.account_id, id: claim.id }),
    end: await writtenEnd(legal, { now: now(), role: staff.role }, declared('core.rights_case'), {
      accountId: claim.account_id,
      id: claim.id,
    }),
    today: dayOf(now()),
    target: workingDayOnOrBefore(claim.due_on),
    safe: (await safeAddress(legal, whole)) !== undefined,
    known: proved.includes(claim.identity),
    ...(await elsewhere(
      legal,
      claim.person_id === null ? undefined : { accountId: claim.account_id, personId: claim.person_id },
    )),
  }
}

/** Where else the same person is recorded, such as by a question without signing in while they are left alone. Of the archive, that something lies there. */
async function elsewhere(db: For<'legal_obligation'>, subject: Subject | undefined) {
  if (!subject) return { locked: false, others: [] }
  return { locked: (await samePerson(db, subject)).some(({ inArchive }) => inArchive), others: await recordedSince(db, subject) }
}

export type Shown = Awaited<ReturnType<typeof loader>>
export type Answer = {
  readonly problems?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string>>
  readonly done?: string
  readonly receipt?: string
  readonly contact?: ContactShown
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { userId, role } = requireStaff(context, ...handlers)
  const read = await readForm(request, claimForm)
  if (!read.ok) return again(read.problems, read.typed)
  const whole = await foundClaim({ context, params })
  const answer = await actOnClaim(handsOf(context), now(), whole, read.value, { userId, role }, await officeOf(context))
  if (refused(answer)) {
    const field = answer.field ?? 'act'
    return data<Answer>(
      { problems: { [field]: refusalWords[answer.refused] ?? answer.refused }, typed: read.typed },
      { status: 422 },
    )
  }
  if (answer.movedTo) throw redirect(`/desk/rettigheter/${answer.movedTo.accountId}/${answer.movedTo.id}`)
  return data<Answer>(answer satisfies Done)
}

export default function DeskClaim({ loaderData, actionData }: { readonly loaderData: Shown; readonly actionData?: Answer }) {
  const { claim, person, search, target, restrictions } = loaderData
  const name = fullName(person) || person?.email || (search ? 'Slettet' : 'Ikke funnet')
  const restricted = restrictions.some(({ lifted_at }) => lifted_at === null)
  return (
    <>
      <title>{claim.number ?? 'Krav'}</title>
      <PageTitle
        lead={
          <>
            <StateOf shown={loaderData} /> {codeWord(claim.kind, 'nb')} · {codeWord(claim.channel, 'nb')} · mottatt{' '}
            {writtenMoment(claim.received_at, 'nb')} · svarfrist {writtenDay(claim.due_on, 'nb')}
            {target !== claim.due_on && <> (mål {writtenDay(target, 'nb')})</>}
          </>
        }
        actions={
          <ButtonLink variant="secondary" href={`/desk/rettigheter/${claim.account_id}/${claim.id}/sak.zip`}>
            Last ned hele saken
          </ButtonLink>
        }
      >
        {claim.number ?? 'Krav'}
      </PageTitle>
      <Told answer={actionData} />
      <div className="beside">
        <div className="stack">
          {loaderData.locked && (
            <Notice kind="info">
              <p>
                Noe om personen ligger i <a href="/desk/arkiv">det låste kravarkivet</a>, fra et tidligere kundeforhold. Det er
                med i innsyn og sletting. Skal en av oss se det, trengs sak og grunn, og åpningen føres.
              </p>
            </Notice>
          )}
          <HeldBack shown={loaderData} answer={actionData} />
          <CaseFile shown={loaderData} />
          {!claim.closed_at &&
            (search ? <Searched found={placesIn(search.finds)} /> : <AnswerForms shown={loaderData} answer={actionData} />)}
          {claim.closed_at && <p className="soft">Besvart: {outcomeOf(claim.outcome)}.</p>}
        </div>
        <aside className="stack">
          <EndCard end={loaderData.end} />
          <section className="ds-card stack">
            <h2>Hvem spør</h2>
            <p>
              {person ? <a href={`/desk/kunder/${claim.account_id}`}>{name}</a> : name}{' '}
              {restricted && (
                <Tag state="restricted" tone="warning">
                  begrenset
                </Tag>
              )}
            </p>
            <p className="soft">{identityWords[claim.identity]}</p>
            <AlsoHere others={loaderData.others} restricted={restricted} />
          </section>
          <ClaimSettings shown={loaderData} answer={actionData} />
          <p>
            <Link to="/desk/rettigheter">Til listen</Link>
          </p>
        </aside>
      </div>
    </>
  )
}

function StateOf({ shown: { claim, search } }: { readonly shown: Shown }) {
  if (claim.closed_at) return <Tag state="answered" />
  const night = search !== undefined && placesIn(search.finds).length === 0
  return night ? (
    <Tag state="erased" tone="info">
      venter på nattens søk
    </Tag>
  ) : (
    <Tag state="waiting" />
  )
}

/** Nobody else at the desk sees that these are one person: what is left alone stays so, and the new question is answered by itself. */
function AlsoHere({ others, restricted }: { readonly others: Shown['others']; readonly restricted: boolean }) {
  if (others.length === 0) return null
  return (
    <>
      <p>Samme person står også her, med samme adresse:</p>
      <ul>
        {others.map(({ accountId, personId, since, registered }) => (
          <li key={personId}>
            <a href={`/desk/kunder/${accountId}`}>
              {registered ? 'registrert' : 'spurte uten å logge inn'} {writtenDay(since, 'nb')}
            </a>
          </li>
        ))}
      </ul>
      {restricted && <p className="soft">Det nye besvares for seg. Det som er begrenset, brukes ikke til det.</p>}
    </>
  )
}

function outcomeOf(outcome: unknown): string {
  const { answer } = (outcome ?? {}) as { answer?: string }
  return answer === undefined ? 'med en gang' : (outcomeWords[answer] ?? answer)
}

function Told({ answer }: { readonly answer: Answer | undefined }) {
  if (answer?.problems)
    return (
      <Notice kind="danger">
        <p>{answer.problems.act ?? 'Noe mangler. Se ved feltene under.'}</p>
      </Notice>
    )
  if (!answer?.done) return null
  return (
    <Notice kind="success" title={answer.done}>
      {answer.contact && (
        <p>
          {answer.contact.name}, {answer.contact.email ?? 'uten e-post'}, {answer.contact.phone ?? 'uten telefon'}. Bruken er
          notert, og personen ser den.
        </p>
      )}
      {answer.receipt && (
        <p>
          <a href={`/personvern/kvittering/${answer.receipt}`}>Kvittering til den som krevde det</a>. Den er klar innen et minutt.
        </p>
      )}
    </Notice>
  )
}
