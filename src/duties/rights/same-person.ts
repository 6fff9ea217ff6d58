import { sql } from 'kysely'
import { sameInArchive } from '#archive'
import type { For, Recorded, Subject } from '#purposes'
import { wholly } from './set-aside.ts'

/**
 * Where else the same person is recorded, restricted or not: the same e-mail address, and no other name. A shared mailbox has several names,
 * so it never makes two people one (section 5.4, promise 7-c). What lies locked from an earlier relationship is theirs too (2.6-j).
 */
export async function samePerson(db: For<'legal_obligation'>, subject: Subject): Promise<Recorded[]> {
  const locked = await sameInArchive(db, subject)
  return [...(await amongCustomers(db, subject)), ...locked.map((record) => ({ ...record, inArchive: true as const }))]
}

/** Those of them that anybody could work with: what lies in the archive is out of reach of all that a no is about. */
export async function alsoInUse(db: For<'legal_obligation'>, subject: Subject): Promise<Subject[]> {
  return amongCustomers(db, subject)
}

/** The same with when it began, for those who answer claims: they alone may know that both are one (decision 81). */
export async function recordedSince(
  db: For<'legal_obligation'>,
  subject: Subject,
): Promise<(Subject & { readonly since: Date; readonly registered: boolean })[]> {
  const others = await amongCustomers(db, subject)
  if (others.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select(['account_id', 'id', 'created_at', 'registered_at'])
    .where(
      'id',
      'in',
      others.map(({ personId }) => personId),
    )
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    personId: row.id,
    since: row.created_at,
    registered: row.registered_at !== null,
  }))
}

async function amongCustomers(db: For<'legal_obligation'>, { accountId, personId }: Subject): Promise<Subject[]> {
  const { rows } = await sql<{ account_id: string; id: string }>`
    with asking as (select p.account_id, p.id, ${wholly('email')} as email, ${wholly('first_name')} as first_name, ${wholly('last_name')} as last_name
      from person p where p.account_id = ${accountId} and p.id = ${personId}),
    there as (select p.account_id, p.id, p.created_at, ${wholly('first_name')} as first_name, ${wholly('last_name')} as last_name from person p, asking
      where p.id <> asking.id and (p.account_id, p.id) in (select account_id, id from person where lower(email) = lower(asking.email)
        union all select account_id, person_id from set_aside where field = 'email' and lower(value) = lower(asking.email)))
    select o.account_id, o.id from asking p, there o
    where (o.first_name is null or p.first_name is null or lower(o.first_name) = lower(p.first_name))
      and (o.last_name is null or p.last_name is null or lower(o.last_name) = lower(p.last_name))
    order by o.created_at`.execute(db)
  return rows.map((row) => ({ accountId: row.account_id, personId: row.id }))
}
