import { type Insisted, openRelationship, screenFields, type Contact, type Unlawful } from '#customers'
import { witness } from '#evidence'
import type { Language } from '#languages'
import { sendLater } from '#mail'
import { controller } from '#merchant'
import { orLeftAlone, type For, type Subject } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { fileInquiry, productsOf, type Filed, type Item } from './file-inquiry.ts'
import type { Kind } from './inquiry.ts'
import { inquiryEntered } from './mails/inquiry-entered.ts'

export type Entered = {
  readonly kind: Kind
  readonly channel: 'phone' | 'email' | 'desk'
  readonly body: string
  readonly items: readonly Item[]
  /** E-mail or phone is needed, or we could not answer. */
  readonly contact: Contact
  /** A customer we know already. */
  readonly from?: Subject | undefined
  readonly language: Language
  readonly staffUserId: string
  readonly website: string
  readonly insisted?: Insisted | undefined
}

type NotEntered = Refusal<
  'no such customer' | 'question is empty' | 'no way to answer' | 'no such product' | 'not a quantity' | 'left alone' | Unlawful
>

/** What somebody said on the phone, written down by staff; whoever gave an e-mail address is told at once (promises 2.6-a, 0-h). */
export async function enterInquiry(db: For<'deliver'>, now: Date, entered: Entered): Promise<Filed | NotEntered> {
  const { body, contact, items } = entered
  if (body.trim() === '') return refuse('question is empty', 'body')
  if (!entered.from && !contact.email && !contact.phone) return refuse('no way to answer', 'email')
  const unlawful = await screenFields(db, now, 'inquiry by staff', { body, ...contact }, entered.insisted)
  if (unlawful) return unlawful
  const products = await productsOf(db, items)
  if (refused(products)) return products

  const filed = db.transaction().execute(async (tx) => {
    const known = entered.from && (await knownCustomer(tx, entered.from))
    if (entered.from && !known) return refuse('no such customer')
    const subject = entered.from ?? (await newInquirer(tx, now, entered))
    const filed = await fileInquiry(tx, now, subject, { ...entered, ownerUserId: entered.staffUserId }, products)
    const to = known?.email ?? contact.email
    const language = known ? (known.language === 'en' ? 'en' : 'nb') : entered.language
    if (to) await sendLater(tx, now, inquiryEntered(await controller(tx), { ...filed, ...entered, to, language }))
    await witness(tx, now, {
      kind: 'inquiry entered',
      subject: subject.personId,
      body: { number: filed.number, channel: entered.channel },
    })
    return filed
  })
  return orLeftAlone(filed, 'body')
}

/** Not there, or hidden by a stop: then nothing may be done for them here. */
export function knownCustomer(db: For<'deliver'>, { accountId, personId }: Subject) {
  return db
    .selectFrom('person')
    .select(['first_name', 'last_name', 'email', 'language'])
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
}

function newInquirer(tx: For<'deliver'>, now: Date, { contact, language, channel }: Entered): Promise<Subject> {
  return openRelationship(tx, now, {
    kind: 'inquirer',
    contact,
    language,
    origin: { source: 'staff_entry_from_conversation', channel, actor: 'staff' },
  })
}
