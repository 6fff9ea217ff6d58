import { newId } from '#database'
import { deliveryOf, type Delivery } from '#mail'
import type { For } from '#purposes'

/** How a document leaves us. `before_noted`: it was issued before this was noted. */
export type How = 'mailed' | 'printed' | 'before_noted'

type Dispatched = {
  readonly accountId: string
  readonly invoiceId: string
  readonly staffId: string
} & ({ readonly how: 'printed' } | { readonly how: 'mailed'; readonly mailId: string })

/** Notes that the document left us, in the transaction of what sent it. */
export async function noteDispatch(tx: For<'invoice'>, now: Date, dispatched: Dispatched): Promise<void> {
  const { accountId, invoiceId, staffId, how } = dispatched
  await tx
    .insertInto('core.invoice_dispatch')
    .values({
      account_id: accountId,
      id: newId(now),
      invoice_id: invoiceId,
      how,
      mail_id: dispatched.how === 'mailed' ? dispatched.mailId : null,
      staff_user_id: staffId,
      at: now,
    })
    .execute()
}

/** Each time the document was sent or printed, the latest first. */
export function dispatchesOf(db: For<'invoice'>, accountId: string, invoiceId: string) {
  return db
    .selectFrom('invoice_dispatch')
    .select(['id', 'how', 'mail_id', 'staff_user_id', 'at'])
    .where('account_id', '=', accountId)
    .where('invoice_id', '=', invoiceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** What has become of the letters, by their ids. A letter that is gone has outlived its rule, and was sent long ago. */
export async function deliveriesOf(
  db: For<'administer'>,
  accountId: string,
  mailIds: readonly string[],
): Promise<Readonly<Record<string, Delivery>>> {
  if (mailIds.length === 0) return {}
  const letters = await db
    .selectFrom('mail')
    .select(['id', 'sent_at', 'failed_at', 'failure'])
    .where('account_id', '=', accountId)
    .where('id', 'in', mailIds)
    .execute()
  return Object.fromEntries(letters.map((letter) => [letter.id, deliveryOf(letter)]))
}
