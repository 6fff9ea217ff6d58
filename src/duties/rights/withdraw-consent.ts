import { suppress } from '#consent'
import type { For, Subject } from '#purposes'
import { dropWaiting } from './drop-waiting.ts'
import type { Office } from './office.ts'

/** All consents, unless one purpose is named. */
export type Withdrawal = { readonly purpose?: string; readonly channel: string } & Pick<Office, 'suppressionKey' | 'ledger'>

export type Withdrawn = { readonly consents: number; readonly dropped: number }

/**
 * Takes back every consent that stands, or those for one purpose, of the person fixed in the transaction; what waits to be
 * sent on them is dropped in the same transaction. Twice is once. The address is suppressed, so that no other ground can
 * bring it back (promises 2.1-k, 2.1-m; art. 7(3)).
 */
export async function withdrawConsent(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { purpose, channel, suppressionKey, ledger }: Withdrawal,
): Promise<Withdrawn> {
  let given = tx.selectFrom('consent').select(['id', 'purpose']).where('withdrawn_at', 'is', null)
  if (purpose !== undefined) given = given.where('purpose', '=', purpose)
  const standing = await given.execute()
  for (const { id } of standing) {
    await tx
      .updateTable('core.consent')
      .set({ withdrawn_at: now })
      .where('account_id', '=', subject.accountId)
      .where('id', '=', id)
      .execute()
  }
  const marketing = purpose === undefined || purpose === 'marketing'
  const person = marketing ? await tx.selectFrom('person').select('email').executeTakeFirst() : undefined
  if (person?.email) await suppress(tx, now, suppressionKey, { address: person.email, channel }, ledger)
  const dropped = await dropWaiting(tx, subject, purpose === undefined ? ['marketing', 'survey', 'tailor'] : [purpose])
  for (const { id } of standing) await ledger.enter(tx, now, { what: 'withdrawal', ...subject, consent: id })
  return { consents: standing.length, dropped }
}
