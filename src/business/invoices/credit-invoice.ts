import { dayOf } from '#clock'
import { screenFields, type Unlawful } from '#customers'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { creditOf, remaining, type Document, type Wanted } from './credit.ts'
import { lockOrder } from './lock-order.ts'
import { sealDocument, type Issued } from './seal-document.ts'

type Crediting = {
  readonly accountId: string
  readonly invoiceId: string
  readonly staffId: string
  /** Why, in a few words; it stands on the credit note. */
  readonly reason: string
  readonly wanted: Wanted
}
type NotCredited = Refusal<'not found' | 'no reason' | 'nothing to credit' | 'more than remains' | Unlawful>

/** Corrects an issued invoice the only way there is: by a document of its own, in its own series (bokføringsforskriften § 5-2-7). */
export function creditInvoice(
  db: For<'invoice'>,
  now: Date,
  { accountId, invoiceId, staffId, reason, wanted }: Crediting,
): Promise<Issued | NotCredited> {
  return db.transaction().execute(async (tx) => {
    if (reason.trim() === '') return refuse('no reason', 'reason')
    const unlawful = await screenFields(tx, now, 'credit note', { reason })
    if (unlawful) return unlawful
    // Two who credit at once would each see all of it left.
    await lockOrder(tx, invoiceId)
    const invoice = await tx
      .selectFrom('invoice')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('id', '=', invoiceId)
      .where('kind', '=', 'invoice')
      .where('series', '=', 'invoice')
      .executeTakeFirst()
    if (!invoice) return refuse('not found')
    const left = await leftToCredit(tx, accountId, invoiceId)
    const credit = creditOf(left, wanted)
    if (refused(credit)) return credit
    const {
      id: _,
      number: __,
      kid,
      issued_at: ___,
      document_hash: ____,
      previous_hash: _____,
      issued_by: ______,
      ...said
    } = invoice
    const today = dayOf(now)
    return sealDocument(tx, now, {
      ...said,
      ...credit,
      kind: 'credit_note',
      series: 'credit_note',
      credits_invoice_id: invoiceId,
      credit_reason: reason.trim(),
      issue_date: today,
      due_date: today,
      issuedBy: staffId,
      kidFor: () => kid,
    })
  })
}

/** The invoice less its credit notes, line by line and rate by rate. */
export async function leftToCredit(db: For<'invoice'>, accountId: string, invoiceId: string): Promise<Document> {
  const credits = await db
    .selectFrom('invoice')
    .select('id')
    .where('account_id', '=', accountId)
    .where('credits_invoice_id', '=', invoiceId)
    .execute()
  const [invoice, ...taken] = await Promise.all(
    [invoiceId, ...credits.map(({ id }) => id)].map((id) => documentOf(db, accountId, id)),
  )
  return remaining(invoice!, taken)
}

export async function documentOf(db: For<'invoice'>, accountId: string, id: string): Promise<Document> {
  const lines = await db
    .selectFrom('invoice_line')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('invoice_id', '=', id)
    .orderBy('line')
    .execute()
  const groups = await db
    .selectFrom('invoice_vat')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('invoice_id', '=', id)
    .orderBy('vat_rate', 'desc')
    .execute()
  return { lines, groups }
}
