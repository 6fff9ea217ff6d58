import type { For, Subject } from '#purposes'

/**
 * Letters of the person fixed in the transaction that wait to be sent for one of the purposes are no more. The sender locks the
 * row it sends, so a letter is either gone before it could be, or was sent before the no (promise 2.1-k).
 */
export async function dropWaiting(
  tx: For<'rights_handling'>,
  { accountId }: Subject,
  purposes: readonly string[],
): Promise<number> {
  const waiting = await tx
    .selectFrom('mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('purpose', 'in', [...purposes])
    .execute()
  if (waiting.length === 0) return 0
  const ids = waiting.map(({ id }) => id)
  await tx
    .deleteFrom('core.mail')
    .where('account_id', '=', accountId)
    .where('id', 'in', ids)
    .where('sent_at', 'is', null)
    .execute()
  return waiting.length
}
