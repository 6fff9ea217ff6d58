import { Form } from 'react-router'
import { writtenDay, writtenMoment } from '#clock'
import { Button } from '#design'
import { codeWord } from '#rights'
import type { Shown } from './desk-claim.tsx'
import { decisionWords, eventWords, exceptionWords } from './desk-words.ts'

/** What was written and what happened, oldest first. */
export function CaseFile({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <Messages messages={shown.messages} />
      <Pending shown={shown} />
      <Decisions shown={shown} />
      <Timeline events={shown.events} />
    </>
  )
}

function Messages({ messages }: Pick<Shown, 'messages'>) {
  const written = messages.filter(({ body }) => body !== '')
  if (written.length === 0) return <p className="soft">Ingenting er skrevet ned utover kravet selv.</p>
  return (
    <section className="stack">
      <h2>Meldinger</h2>
      {written.map(({ id, direction, address, body, at }) => (
        <article key={id} className="ds-card">
          <p className="small soft">
            {direction === 'in' ? 'Fra den som krever' : direction === 'out' ? 'Fra oss' : 'Notat'}
            {address && `, ${address}`} · {writtenMoment(at, 'nb')}
          </p>
          <p className="written">{body}</p>
        </article>
      ))}
    </section>
  )
}

function Pending({ shown: { pending } }: { readonly shown: Shown }) {
  if (pending.length === 0) return null
  return (
    <section className="stack">
      <h2>Står igjen</h2>
      <ul>
        {pending.map(({ id, what, since, done_at }) => (
          <li key={id} className="row">
            <span>
              {what}{' '}
              <span className="small soft">
                {done_at ? `gjort ${writtenDay(done_at, 'nb')}` : `siden ${writtenDay(since, 'nb')}`}
              </span>
            </span>
            {!done_at && (
              <Form method="post">
                <input type="hidden" name="act" value="pending done" />
                <Button variant="tertiary" name="pending" value={id}>
                  Gjort
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decisions({ shown: { decisions, uses, me } }: { readonly shown: Shown }) {
  if (decisions.length === 0 && uses.length === 0) return null
  return (
    <section className="stack">
      <h2>Avgjørelser</h2>
      {decisions.map(({ id, act, reasons, proposed_by, proposed_at, approved_at, takes_effect_on }) => (
        <article key={id} className="ds-card stack">
          <p className="small soft">
            {decisionWords[act] ?? act} · foreslått {writtenMoment(proposed_at, 'nb')}
            {approved_at && ` · godkjent ${writtenMoment(approved_at, 'nb')}`}
            {takes_effect_on && ` · gjelder fra ${writtenDay(takes_effect_on, 'nb')}`}
          </p>
          <p className="written">{reasons}</p>
          {approved_at === null &&
            (proposed_by === me ? (
              <p className="soft">En annen enn deg må godkjenne.</p>
            ) : (
              <Form method="post">
                <input type="hidden" name="act" value="approve" />
                <Button name="decision" value={id}>
                  Godkjenn og send avslaget
                </Button>
              </Form>
            ))}
        </article>
      ))}
      {uses.map(({ id, exception, reason, staff_role, at }) => (
        <p key={id}>
          Unntak: {exceptionWords[exception]}, {codeWord(staff_role, 'nb')}, {writtenMoment(at, 'nb')}. {reason}
        </p>
      ))}
    </section>
  )
}

function Timeline({ events }: Pick<Shown, 'events'>) {
  return (
    <section className="stack">
      <h2>Hva som har skjedd</h2>
      <ol className="timeline">
        {events.map(({ id, what, by_role, at }) => (
          <li key={id}>
            <span className="small soft figures">{writtenMoment(at, 'nb')}</span> {eventWords[what] ?? what}{' '}
            <span className="small soft">{by_role !== 'person' && by_role !== 'system' && codeWord(by_role, 'nb')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
