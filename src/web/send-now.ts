import { enqueue } from '#jobs'
import type { For } from '#purposes'

/**
 * Letters that stayed here for want of a mail server go out now, because a member of staff says so: one, or all of them. They
 * never go by themselves: what was written while nobody could send may be out of date.
 */
export function sendNow(db: For<'administer'>, which: { readonly id: string } | 'all'): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let local = tx
      .updateTable('core.mail')
      .set({ failure: null })
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('failure', 'is not', null)
      // Whoever holds a sign-in link is let in; an old one helps nobody.
      .where('kind', '!=', 'sign-in link')
    if (which !== 'all') local = local.where('id', '=', which.id)
    const letters = await local.returning(['account_id', 'id']).execute()
    for (const { account_id: accountId, id: mailId } of letters)
      await enqueue(tx, 'send-mail', { accountId, mailId }, { key: `mail ${mailId}` })
    return letters.length
  })
}
