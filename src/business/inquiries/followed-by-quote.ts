import { sql } from 'kysely'
import type { For } from '#purposes'
import { may } from './inquiry.ts'
import { type InquiryKey } from './locked-inquiry.ts'

/** A quote that is sent answers the inquiry it was made for; in the quote's own transaction. */
export async function answeredByQuote(tx: For<'deliver'>, now: Date, key: InquiryKey): Promise<void> {
  const inquiry = await locked(tx, key)
  if (inquiry && may('answer', inquiry)) await change(tx, key, { answered_at: now, last_message_at: now })
}

/** A quote that is accepted closes the inquiry it was made for as won; in the acceptance's own transaction. */
export async function wonByQuote(tx: For<'deliver'>, now: Date, key: InquiryKey): Promise<void> {
  const inquiry = await locked(tx, key)
  if (inquiry && may('close', inquiry)) await change(tx, key, { closed_at: now, outcome: 'won' })
}

async function locked(tx: For<'deliver'>, { accountId, id }: InquiryKey) {
  await sql`select 1 from core.inquiry where account_id = ${accountId} and id = ${id} for update`.execute(tx)
  return tx
    .selectFrom('inquiry')
    .select(['answered_at', 'closed_at', 'last_message_at'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
}

type Changed = {
  readonly answered_at?: Date
  readonly last_message_at?: Date
  readonly closed_at?: Date
  readonly outcome?: 'won'
}

async function change(tx: For<'deliver'>, { accountId, id }: InquiryKey, changed: Changed): Promise<void> {
  await tx.updateTable('core.inquiry').set(changed).where('account_id', '=', accountId).where('id', '=', id).execute()
}
