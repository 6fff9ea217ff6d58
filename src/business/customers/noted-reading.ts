import { sql } from 'kysely'
import { newId } from '#database'
import type { For, Subject } from '#purposes'

export type Reader = { readonly userId: string; readonly role: string }

/** Only who may change a person can hold their row. */
type Holder = For<'administer'> | For<'deliver'> | For<'case_documentation'>

export type Look = Subject & {
  readonly staff: Reader
  /** One of the closed set of purposes (promise 2.2-i). */
  readonly purpose: string
  /** What was looked at, in a few words without personal data: 'customer card', 'inquiry F-2026-00001'. */
  readonly subject: string
}

/** A member of staff looked at a person: who, as what, when and for what. The person sees it on my page (promise 4-f). */
export async function notedReading(db: Holder, now: Date, look: Look): Promise<void> {
  await notedReadings(db, now, look, [look])
}

/**
 * The same for everyone a list shows by name, in one statement; whoever it shows twice was looked at once. Their rows are held meanwhile: an erasure under way is waited for, and of
 * whoever is gone by then nothing is written; they were looked up before, and that line would have gone with them (decision 73).
 */
export async function notedReadings(
  db: Holder,
  now: Date,
  { staff, purpose, subject }: Omit<Look, keyof Subject>,
  people: readonly Subject[],
): Promise<void> {
  if (people.length === 0) return
  const once = new Map(people.map((person) => [`${person.accountId} ${person.personId}`, person]))
  const rows = [...once.values()].map(
    ({ accountId, personId }) => sql`(${accountId}::uuid, ${newId(now)}::uuid, ${personId}::uuid)`,
  )
  await sql`with looked (account_id, id, person_id) as (values ${sql.join(rows)}),
      here as materialized (select p.account_id, p.id from core.person p
        where (p.account_id, p.id) in (select account_id, person_id from looked) order by p.account_id, p.id for key share)
    insert into core.reading (account_id, id, person_id, staff_user_id, staff_role, purpose, subject, at)
    select l.account_id, l.id, l.person_id, ${staff.userId}, ${staff.role}, ${purpose}, ${subject}, ${now}::timestamptz
    from looked l join here h on (h.account_id, h.id) = (l.account_id, l.person_id)`.execute(db)
}
