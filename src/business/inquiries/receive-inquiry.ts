import { openRelationship, recordStatementShown, registeredAt, screenFields, type Unlawful } from '#customers'
import { witness } from '#evidence'
import type { Language } from '#languages'
import { mayWriteTo, sendLater } from '#mail'
import { controller } from '#merchant'
import { orLeftAlone, type For, type Subject } from '#purposes'
import { noteActivity } from '#relationship'
import { refuse, refused, type Refusal } from '#refusal'
import { fileInquiry, productsOf, type Filed, type Item, type Products } from './file-inquiry.ts'
import type { Kind } from './inquiry.ts'
import { inquiryReceived } from './mails/inquiry-received.ts'

export type Asked = {
  readonly kind: Kind
  readonly channel: 'web' | 'api'
  readonly body: string
  readonly items: readonly Item[]
  readonly email: string
  readonly phone?: string | undefined
  /** Who is signed in; then the inquiry is theirs, and the address is the one they signed in with. */
  readonly from?: Subject | undefined
  readonly language: Language
  /** Our own address, for the links in the letter. */
  readonly website: string
}

export type NotReceived = Refusal<
  'question is empty' | 'no such product' | 'not a quantity' | 'asked too often' | 'no longer here' | 'left alone' | Unlawful
>

/** Files a question or a request for a quote and queues the acknowledgement, in one transaction (promises 2.6-a, 9-b, 0-h). */
export async function receiveInquiry(db: For<'deliver'>, now: Date, asked: Asked): Promise<Filed | NotReceived> {
  if (asked.body.trim() === '' && asked.items.length === 0) return refuse('question is empty', 'body')
  const unlawful = await screenFields(db, now, 'inquiry', freeText(asked))
  if (unlawful) return unlawful
  const products = await productsOf(db, asked.items)
  if (refused(products)) return products

  const received = await file(db, now, asked, products, asked.from ? knownCustomer : whoeverWrites)
  // Somebody who is left alone is not given away to whoever types their address: then a stranger has asked.
  const hidden = asked.from === undefined && refused(received) && received.refused === 'left alone'
  return hidden ? file(db, now, asked, products, newInquirer) : received
}

type Writes = Subject & { readonly registered?: true }
type Found = (tx: For<'deliver'>, now: Date, asked: Asked) => Promise<Writes | Refusal<'no longer here'>>

function file(
  db: For<'deliver'>,
  now: Date,
  asked: Asked,
  products: Products,
  whoAsks: Found,
): Promise<Filed | Refusal<'asked too often' | 'no longer here' | 'left alone'>> {
  const filed = db.transaction().execute(async (tx) => {
    if (!asked.from && !(await mayWriteTo(tx, now, asked.email, allowance))) return refuse('asked too often', 'email')
    const subject = await whoAsks(tx, now, asked)
    if (refused(subject)) return subject
    const inquiry = await fileInquiry(tx, now, subject, { ...asked, body: withNumber(asked, subject) }, products)
    await sendLater(tx, now, inquiryReceived(await controller(tx), { ...inquiry, ...letterFacts(asked) }))
    await witness(tx, now, {
      kind: 'inquiry received',
      subject: subject.personId,
      body: { number: inquiry.number, channel: asked.channel },
    })
    return inquiry
  })
  return orLeftAlone(filed, 'body')
}

// Each inquiry sends a letter to an address that anybody may have typed: nobody's mailbox is filled through us.
const allowance = { kinds: ['inquiry received'], perHour: 20 } as const

function freeText({ body, items, email, phone }: Asked): Record<string, string | undefined> {
  return { body, email, phone, items: items.map(({ wish }) => wish ?? '').join('\n') }
}

function letterFacts({ kind, email, language, website }: Asked) {
  return { kind, to: email, language, website }
}

/**
 * Whoever registered with that address is who writes, signed in or not: the answer, the quote and the invoice belong with the firm they
 * registered. Nothing about them is shown, and every answer goes to the address itself (decision 75).
 */
async function whoeverWrites(tx: For<'deliver'>, now: Date, asked: Asked): Promise<Writes> {
  const [registered, another] = await registeredAt(tx, asked.email)
  if (!registered || another) return newInquirer(tx, now, asked)
  const known = await knownCustomer(tx, now, { from: registered })
  return refused(known) ? newInquirer(tx, now, asked) : { ...known, registered: true }
}

/** A stranger's number is not written on the card of somebody who is registered; it stands in what was asked. */
function withNumber({ body, phone, language }: Asked, { registered }: Writes): string {
  if (!registered || !phone) return body
  return [body, `${{ nb: 'Telefon', en: 'Phone' }[language]}: ${phone}`].filter(Boolean).join('\n\n')
}

/** Somebody we do not know: an e-mail, perhaps a phone number, and where both came from (promise 2.1-a). */
function newInquirer(tx: For<'deliver'>, now: Date, { email, phone, language, channel }: Asked): Promise<Subject> {
  return openRelationship(tx, now, {
    kind: 'inquirer',
    contact: { email, ...(phone && { phone }) },
    language,
    origin: { source: 'enquiry', channel, actor: 'person' },
    form: 'inquiry',
  })
}

/** Who was erased in another window since the page was opened is nobody we know; they may ask again as anybody may. */
async function knownCustomer(
  tx: For<'deliver'>,
  now: Date,
  { from }: Pick<Asked, 'from'>,
): Promise<Subject | Refusal<'no longer here'>> {
  if (!from || !(await noteActivity(tx, now, from, 'asked'))) return refuse('no longer here', 'body')
  await recordStatementShown(tx, now, from, 'inquiry')
  return from
}
