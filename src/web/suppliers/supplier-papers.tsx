import { Form } from 'react-router'
import { daysAfter, writtenDay } from '#clock'
import { Button, Tag } from '#design'
import { reviewState, type papersOf } from '#processors'
import { article28 } from './words.ts'

export type Papers = Awaited<ReturnType<typeof papersOf>>

export function Agreements({ papers: { agreements, exemptions } }: { readonly papers: Papers }) {
  return (
    <section className="stack">
      <h2>Avtale</h2>
      {agreements.length === 0 && <p className="soft">Ingen avtale er ført. Uten den går ingenting ut.</p>}
      <ul>
        {agreements.map(({ id, document_name, document_hash, covers, breach_notice_hours, signed_on, ends_on }) => (
          <li key={id}>
            {document_name}, undertegnet {writtenDay(signed_on, 'nb')}
            {ends_on && `, gjelder til ${writtenDay(ends_on, 'nb')}`}. Dekker art. 28(3){' '}
            {covers.map((letter) => `(${letter})`).join(' ')}. Avvik meldes innen {breach_notice_hours} timer.
            {!coversAll(covers) && <> Uten alle åtte, (a) til (h), går ingenting ut.</>}
            <br />
            <span className="soft small hash">SHA-256 {document_hash}</span>
          </li>
        ))}
      </ul>
      {exemptions.map(({ id, data_class, statute, section, holder, rule }) => (
        <p key={id}>
          Kan beholde {data_class} etter {statute} {section}, for {holder} ({rule}). Når tiden er ute, ber programmet om resten.
        </p>
      ))}
    </section>
  )
}

function coversAll(covers: readonly string[]): boolean {
  return Object.keys(article28).every((letter) => covers.includes(letter))
}

export function Reviews({ papers: { reviews }, today }: { readonly papers: Papers; readonly today: string }) {
  const next = reviews[0]?.next_on
  const state = reviewState(next, today)
  return (
    <section className="stack">
      <h2>Årlig gjennomgang</h2>
      {state === 'amber' && <p>Forfalt. 30 dager etter forfall stanses det som kan vente.</p>}
      {state === 'red' && <p>{next ? 'Forfalt for mer enn 30 dager siden' : 'Aldri gjort'}. Det som kan vente, er stanset.</p>}
      <ul>
        {reviews.map(({ id, reviewed_on, next_on, found }) => (
          <li key={id}>
            {writtenDay(reviewed_on, 'nb')}: {found} <span className="soft">Neste {writtenDay(next_on, 'nb')}.</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Confirmations({ papers: { confirmations } }: { readonly papers: Papers }) {
  return (
    <section className="stack">
      <h2>Bekreftelser</h2>
      {confirmations.length === 0 ? (
        <p className="soft">De har ikke bekreftet noe skriftlig.</p>
      ) : (
        <ul>
          {confirmations.map(({ id, confirms, document_name: document, confirmed_on: day, backup_policy: policy }) => (
            <li key={id}>
              {writtenDay(day, 'nb')}: {confirms} {policy && <>Regler for sikkerhetskopier: {policy}. </>}
              <span className="soft">{document}.</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function SubProcessors({ papers: { subProcessors }, mayAct }: { readonly papers: Papers; readonly mayAct: boolean }) {
  return (
    <section className="stack">
      <h2>Underleverandører</h2>
      {subProcessors.length === 0 ? (
        <p className="soft">De har ikke meldt om noen.</p>
      ) : (
        <ul>
          {subProcessors.map((each) => (
            <li key={each.id}>
              {each.name}, {each.location}: {each.does}. Varslet {writtenDay(each.told_on, 'nb')}, tas i bruk{' '}
              {writtenDay(each.effective_on, 'nb')}. {noticeOf(each)}
              {mayAct && !each.ended_on && <Close id={each.id} objected={each.objected_on !== null} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Thirty days is what the agreements give us to object in (promise 5-f). */
function noticeOf({ told_on, effective_on, objected_on, ended_on }: Papers['subProcessors'][number]) {
  if (ended_on) return <Tag state="closed">slutt {writtenDay(ended_on, 'nb')}</Tag>
  if (objected_on) return <Tag state="declined">protestert {writtenDay(objected_on, 'nb')}</Tag>
  if (effective_on < daysAfter(told_on, 30)) return <Tag state="overdue">varslet for sent</Tag>
  return <Tag state="accepted">kjent</Tag>
}

function Close({ id, objected }: { readonly id: string; readonly objected: boolean }) {
  return (
    <Form method="post" className="row">
      <input type="hidden" name="subProcessor" value={id} />
      {!objected && (
        <Button variant="tertiary" name="act" value="object">
          Protester
        </Button>
      )}
      <Button variant="tertiary" name="act" value="sub-processor ended">
        Ikke lenger i bruk
      </Button>
    </Form>
  )
}
