import { sql } from 'kysely'
import { witness } from '#evidence'
import type { For, Subject } from '#purposes'
import type { Happened } from './letters.ts'
import { askForNotice } from './write-notice.ts'

/** `untold`: why nobody could be written to, as art. 19 lets us record instead. */
export type ToldRecipient = { readonly id: string; readonly recipient: string; readonly name: string; readonly untold?: string }

type Told = {
  readonly what: Happened
  /** Which part, for the letter; undefined: all of it. */
  readonly of?: Readonly<Record<'nb' | 'en', string>>
}

/**
 * Whoever was handed something about the person as a case is told too, not only our suppliers (art. 19, promises 6-h, X-11). They know
 * the case by its number, so the letter names nobody. Before anything is erased, of the person fixed in the transaction. Those that
 * the person may not know of yet are written to as well, and are not in the answer, which is the person's (decision 0070).
 */
export async function tellRecipients(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId }: Subject,
  { what, of }: Told,
): Promise<ToldRecipient[]> {
  const open = await handedOpenly(tx)
  const { rows: silent } = await sql<Row>`select * from house.disclosed_under_silence()`.execute(tx)
  const all = [...open, ...silent]
  for (const { id, recipient_mailbox: mailbox } of all)
    if (mailbox !== null) await askForNotice(tx, now, { accountId, caseId: id, what, ...(of && { of }) })
  if (all.length > 0)
    await witness(tx, now, { kind: 'disclosure recipients told', body: { about: what, cases: all.map(({ id }) => id) } })
  return open.map(({ id, recipient_name: name, recipient_mailbox }) => ({
    id,
    recipient: name,
    name,
    ...(recipient_mailbox === null && { untold: 'no address' }),
  }))
}

type Row = Awaited<ReturnType<typeof handedOpenly>>[number]

/** What the person sees on their own page: without what an order has us keep silent about. */
function handedOpenly(tx: For<'rights_handling'>) {
  return tx
    .selectFrom('disclosure_case')
    .select(['id', 'recipient_name', 'recipient_country', 'recipient_mailbox', 'executed_at'])
    .where('executed_at', 'is not', null)
    .where('recalled_at', 'is', null)
    .orderBy('executed_at')
    .execute()
}
