import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import type { CaseKey } from './rights-case.ts'

export type Written = {
  readonly direction: 'in' | 'out' | 'note'
  readonly address?: string | undefined
  readonly subject?: string | undefined
  readonly body: string
  readonly at?: Date
  readonly held?: { readonly body: string; readonly reason: string } | undefined
}

/** What was written in the case. An empty text is filed too: that somebody wrote is the claim. */
export async function fileMessage(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, id }: CaseKey,
  { direction, address, subject, body, at = now, held }: Written,
): Promise<void> {
  const message = newId(now)
  await sql`insert into core.rights_message (account_id, id, case_id, direction, address, subject, body, at)
    values (${accountId}, ${message}, ${id}, ${direction}, ${address ?? null}, ${subject ?? null}, ${body.trim()}, ${at})`.execute(
    tx,
  )
  if (held)
    await sql`insert into core.mail_quarantine (account_id, id, case_id, message_id, body, reason, at)
      values (${accountId}, ${newId(now)}, ${id}, ${message}, ${held.body}, ${held.reason}, ${now})`.execute(tx)
}
