import { dayOf } from '#clock'
import { witness } from '#evidence'
import { answeredByQuote } from '#inquiries'
import { sendLater } from '#mail'
import { controller } from '#merchant'
import { lineRow } from '#orders'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { addressee } from './addressee.ts'
import { contentHash, type QuoteContent } from './content-hash.ts'
import { newLink, quoteAddress } from './link.ts'
import { lockQuote } from './lock-quote.ts'
import { quoteSent } from './mails/quote-sent.ts'
import { may } from './quote.ts'
import { quoteFacts, type QuoteFacts } from './quote-facts.ts'
import { draftLines, numbered, totalsOf } from './quote-line.ts'

export type Sending = {
  readonly accountId: string
  readonly quoteId: string
  readonly staffId: string
  /** Our own address, such as https://ntcprofil.example: where the link leads. */
  readonly website: string
}
export type NotSent = Refusal<
  | 'not found'
  | 'no longer to be sent'
  | 'nothing to send'
  | 'no lines'
  | 'valid until a day that has passed'
  | 'nobody to send to'
>
export type Sent = { readonly number: string; readonly version: number; readonly token: string; readonly to: string }

/**
 * Makes the draft the next version, which is never changed again, and mails its link. What was sent before is superseded.
 * The link is in the letter only; we keep its hash.
 */
export function sendQuote(
  db: For<'deliver'>,
  now: Date,
  { accountId, quoteId, staffId, website }: Sending,
): Promise<Sent | NotSent> {
  return db.transaction().execute(async (tx) => {
    await lockQuote(tx, quoteId)
    const quote = await quoteFacts(tx, now, accountId, quoteId)
    if (!quote) return refuse('not found')
    if (!may('send', quote.state)) return refuse('no longer to be sent')
    const content = await contentOf(tx, now, quote)
    if ('refused' in content) return content
    const receiver = await addressee(tx, quote)
    if (!receiver) return refuse('nobody to send to')

    const link = newLink()
    await insertVersion(tx, now, quote, content, { staffId, linkHash: link.hash })
    await makeNewest(tx, quote)
    const facts = {
      ...receiver,
      accountId,
      personId: quote.personId,
      content,
      address: quoteAddress(website, receiver.language, link.token),
    }
    await sendLater(tx, now, quoteSent(await controller(tx), facts))
    if (quote.inquiryId) await answeredByQuote(tx, now, { accountId, id: quote.inquiryId })
    const { number, version } = content
    await witness(tx, now, { kind: 'quote sent', body: { quote: quoteId, number, version, contentHash: contentHash(content) } })
    return { number, version, token: link.token, to: receiver.to }
  })
}

async function contentOf(
  tx: For<'deliver'>,
  now: Date,
  { accountId, id, number, newest, currency }: QuoteFacts,
): Promise<QuoteContent | NotSent> {
  const draft = await tx
    .selectFrom('quote_draft')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('quote_id', '=', id)
    .executeTakeFirst()
  if (!draft) return refuse('nothing to send')
  const lines = numbered(draftLines.parse(draft.lines))
  if (!lines.some(({ kind }) => kind !== 'note')) return refuse('no lines', 'lines')
  if (draft.valid_until < dayOf(now)) return refuse('valid until a day that has passed', 'validUntil')
  const { net, vat, gross } = totalsOf(lines)
  const said = { intro: draft.intro, validUntil: draft.valid_until, deliveryDays: draft.delivery_days }
  return { number, version: newest + 1, currency, ...said, lines, net, vat, gross }
}

type Sealed = { readonly staffId: string; readonly linkHash: string }

async function insertVersion(
  tx: For<'deliver'>,
  now: Date,
  quote: QuoteFacts,
  content: QuoteContent,
  { staffId, linkHash }: Sealed,
): Promise<void> {
  const key = { account_id: quote.accountId, quote_id: quote.id, version: content.version }
  const { intro, validUntil, deliveryDays, net, vat, gross, lines } = content
  await tx
    .insertInto('core.quote_version')
    .values({
      ...key,
      intro,
      valid_until: validUntil,
      delivery_days: deliveryDays,
      net,
      vat,
      gross,
      content_hash: contentHash(content),
      sent_by: staffId,
      sent_at: now,
      link_hash: linkHash,
    })
    .execute()
  await tx
    .insertInto('core.quote_line')
    .values(lines.map((line) => ({ ...key, ...lineRow(line) })))
    .execute()
}

/** A new version is a new offer: not yet opened, not yet declined, and nothing is being written. */
async function makeNewest(tx: For<'deliver'>, { accountId, id }: QuoteFacts): Promise<void> {
  await tx
    .updateTable('core.quote')
    .set({ viewed_at: null, declined_at: null })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('core.quote_draft').where('account_id', '=', accountId).where('quote_id', '=', id).execute()
}
