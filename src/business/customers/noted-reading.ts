import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '#database'
import type { Subject } from '#purposes'

export type Reader = { readonly userId: string; readonly role: string }

export type Look = Subject & {
  readonly staff: Reader
  /** One of the closed set of purposes (promise 2.2-i). */
  readonly purpose: string
  /** What was looked at, in a few words without personal data: 'customer card', 'inquiry F-2026-00001'. */
  readonly subject: string
}

/** A member of staff looked at a person: who, as what, when and for what. The person sees it on my page (promise 4-f). */
export async function notedReading(db: QueryExecutorProvider, now: Date, look: Look): Promise<void> {
  await notedReadings(db, now, look, [look])
}

/** The same for everyone a list shows by name, in one statement. */
export async function notedReadings(
  db: QueryExecutorProvider,
  now: Date,
  { staff, purpose, subject }: Omit<Look, keyof Subject>,
  people: readonly Subject[],
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(
    ({ accountId, personId }) =>
      sql`(${accountId}::uuid, ${newId(now)}::uuid, ${personId}::uuid, ${staff.userId}, ${staff.role}, ${purpose}, ${subject}, ${now}::timestamptz)`,
  )
  await sql`insert into core.reading (account_id, id, person_id, staff_user_id, staff_role, purpose, subject, at)
    values ${sql.join(rows)}`.execute(db)
}
