import { type ActionFunctionArgs, data, Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { notedReading } from '#customers'
import { Button, EndCard, Notice, PageTitle } from '#design'
import { idInAddress } from '#http'
import { declared } from '#inventory'
import { deliveryOf } from '#mail'
import { asking } from '#purposes'
import { writtenEnd } from '#retention'
import { DeliveryTag } from './delivery-tag.tsx'
import { outboxLetter } from './outbox-letters.ts'
import { sendNow } from './send-now.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const letter = await outboxLetter(db, idInAddress(params.id))
  if (!letter) throw data(null, { status: 404 })
  const { account_id, person_id, kind } = letter
  if (person_id)
    await notedReading(db, now(), {
      accountId: account_id,
      personId: person_id,
      staff,
      purpose: 'administer',
      subject: `letter: ${kind}`,
    })
  const delivery = deliveryOf(letter)
  // Whoever holds a sign-in link is the customer. It is shown only where nothing is sent, so that the house can be tried out.
  const secret = kind === 'sign-in link' && delivery !== 'local'
  const attachment = letter.attachment as { readonly fileName: string } | null
  const maySend =
    delivery === 'local' &&
    kind !== 'sign-in link' &&
    Boolean(process.env.SMTP_URL) &&
    ['host', 'privacy_officer'].includes(staff.role)
  const end = await writtenEnd(asking(context, 'legal_obligation'), { now: now(), role: staff.role }, declared('core.mail'), {
    accountId: account_id,
    id: letter.id,
  })
  return { ...letter, end, delivery, maySend, body: secret ? undefined : letter.body, attachment: attachment?.fileName }
}

/** This one goes out, when the host or the privacy officer says so. */
export async function action({ params, context }: ActionFunctionArgs) {
  requireStaff(context, 'privacy_officer', 'host')
  const letter = await outboxLetter(asking(context, 'administer'), idInAddress(params.id))
  if (!letter) throw data(null, { status: 404 })
  if (process.env.SMTP_URL) await sendNow(asking(context, 'administer'), { id: letter.id })
  throw redirect(`/desk/utboks/${letter.id}`)
}

export default function OutboxLetter() {
  const { subject, to_address, queued_at, sent_at, failed_at, failure, delivery, maySend, body, attachment, end } =
    useLoaderData<typeof loader>()
  return (
    <>
      <title>{subject}</title>
      <PageTitle actions={<Link to="/desk/utboks">Til utboksen</Link>}>{subject}</PageTitle>
      {delivery === 'failed' && (
        <Notice kind="warning">
          <p>
            E-posttjeneren tok ikke imot brevet {failed_at && writtenMoment(failed_at, 'nb')}: {failure}. Det prøves igjen av seg
            selv.
          </p>
        </Notice>
      )}
      <div className="stack">
        <article className="ds-card letter">
          <p className="soft">
            Til {to_address} · skrevet {writtenMoment(queued_at, 'nb')}
            {sent_at && ` · sendt ${writtenMoment(sent_at, 'nb')}`} <DeliveryTag delivery={delivery} />
          </p>
          {body === undefined ? <p>Brevet inneholder en lenke for å logge inn, og vises ikke.</p> : <LetterText text={body} />}
          {attachment && <p className="soft">Vedlegg: {attachment}</p>}
          {maySend && (
            <Form method="post">
              <Button variant="secondary">Send nå</Button>
            </Form>
          )}
        </article>
        <EndCard end={end} />
      </div>
    </>
  )
}

/** The letter as it was written, with its addresses as links. */
function LetterText({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/\S*[^\s.,;:!?)])/)
  return (
    <div className="letter-text">
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <a key={at} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  )
}
