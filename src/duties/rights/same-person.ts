import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/**
 * Where else the same person is recorded, restricted or not: the same e-mail address, and no other name. A shared mailbox has several names,
 * so it never makes two people one (section 5.4, promise 7-c).
 */
export async function samePerson(db: For<'legal_obligation'>, { accountId, personId }: Subject): Promise<Subject[]> {
  const { rows } = await sql<{ account_id: string; id: string }>`
    select o.account_id, o.id from person p join person o on lower(o.email) = lower(p.email) and o.id <> p.id
    where p.account_id = ${accountId} and p.id = ${personId}
      and (o.first_name is null or p.first_name is null or lower(o.first_name) = lower(p.first_name))
      and (o.last_name is null or p.last_name is null or lower(o.last_name) = lower(p.last_name))
    order by o.created_at`.execute(db)
  return rows.map((row) => ({ accountId: row.account_id, personId: row.id }))
}
