import { writtenDay } from '#clock'
import { sendLater } from '#mail'
import { controller, signature } from '#merchant'
import { written } from '#money'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { noteDispatch } from './dispatch.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { invoicePdf } from './invoice-pdf.ts'
import { oneInvoice, type OneInvoice } from './one-invoice.ts'

type Mailing = {
  readonly invoiceId: string
  readonly to: string
  readonly staffId: string
  /** Our own address, for the link to the statement. */
  readonly website?: string | undefined
}

/** Sends the document as a PDF, and notes that it was sent. */
export function mailInvoice(
  db: For<'invoice'>,
  now: Date,
  mailing: Mailing,
): Promise<{ readonly to: string } | Refusal<'not found'>> {
  return db.transaction().execute((tx) => mailInvoiceIn(tx, now, mailing))
}

/** The same in the caller's transaction: what is issued to be mailed is in the outbox when it is issued, or neither is. */
export async function mailInvoiceIn(
  tx: For<'invoice'>,
  now: Date,
  { invoiceId, to, staffId, website }: Mailing,
): Promise<{ readonly to: string } | Refusal<'not found'>> {
  const found = await oneInvoice(tx, now, invoiceId)
  if (!found) return refuse('not found')
  const paper = await invoicePdf(found)
  const { title, language } = invoiceFacts(found)
  const merchant = await controller(tx)
  const attachment = { fileName: fileName(found), contentType: 'application/pdf', base64: paper.toString('base64') }
  const letter = {
    accountId: found.invoice.account_id,
    personId: null,
    kind: 'invoice sent',
    purpose: 'invoice',
    to,
    subject: `${title}, ${merchant.legalName}`,
    attachment,
  }
  const mail = await sendLater(tx, now, { ...letter, body: `${bodyOf(found)}\n\n${signature(merchant, language, website)}` })
  const accountId = found.invoice.account_id
  await noteDispatch(tx, now, { accountId, invoiceId, staffId, how: 'mailed', mailId: mail.id })
  return { to }
}

/** `faktura-12.pdf`, `credit-note-3.pdf`. */
export function fileName({ invoice }: Pick<OneInvoice, 'invoice'>): string {
  const words = invoice.kind === 'credit_note' ? { nb: 'kreditnota', en: 'credit-note' } : { nb: 'faktura', en: 'invoice' }
  return `${words[invoice.language as 'nb' | 'en']}-${invoice.number}.pdf`
}

export function bodyOf({ invoice, order }: OneInvoice): string {
  const language = invoice.language as 'nb' | 'en'
  const sum = written(invoice.gross, language, invoice.currency)
  const due = writtenDay(invoice.due_date, language)
  if (invoice.kind === 'credit_note') {
    return {
      nb: `Hei!\n\nVedlagt er kreditnota ${invoice.number} på ${sum}.`,
      en: `Hello,\n\nAttached is credit note ${invoice.number} for ${sum}.`,
    }[language]
  }
  return {
    nb: `Hei!\n\nVedlagt er faktura ${invoice.number}${order ? ` for ordre ${order.number}` : ''} på ${sum}.\nDen forfaller ${due}. Bruk KID ${invoice.kid} når dere betaler.`,
    en: `Hello,\n\nAttached is invoice ${invoice.number}${order ? ` for order ${order.number}` : ''} for ${sum}.\nIt is due on ${due}. Please state the reference (KID) ${invoice.kid} when you pay.`,
  }[language]
}
