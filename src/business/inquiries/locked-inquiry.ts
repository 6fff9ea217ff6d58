import { sql } from 'kysely'
import type { For } from '#purposes'

export type InquiryKey = { readonly accountId: string; readonly id: string }

/** The inquiry's times and owner of its thread, locked until the transaction ends; nothing when it is not there or a stop hides it. */
export async function lockedInquiry(tx: For<'case_documentation'>, { accountId, id }: InquiryKey) {
  await sql`select 1 from core.inquiry where account_id = ${accountId} and id = ${id} for update`.execute(tx)
  return tx
    .selectFrom('inquiry')
    .select(['number', 'person_id', 'answered_at', 'closed_at', 'last_message_at'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
}
