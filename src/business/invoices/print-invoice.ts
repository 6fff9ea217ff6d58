import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { noteDispatch } from './dispatch.ts'

type Printing = { readonly invoiceId: string; readonly staffId: string }

/** Somebody takes the paper out to put it in an envelope: noted when they ask for it, since nobody comes back to say so. */
export async function printInvoice(
  db: For<'invoice'>,
  now: Date,
  { invoiceId, staffId }: Printing,
): Promise<{ readonly id: string } | Refusal<'not found'>> {
  const invoice = await db.selectFrom('invoice').select(['id', 'account_id']).where('id', '=', invoiceId).executeTakeFirst()
  if (!invoice) return refuse('not found')
  await noteDispatch(db, now, { accountId: invoice.account_id, invoiceId, staffId, how: 'printed' })
  return { id: invoice.id }
}
