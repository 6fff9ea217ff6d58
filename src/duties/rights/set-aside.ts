import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/** The values of these fields leave the person's row, so that no purpose meets them while they are restricted (decision 0039). */
export async function setAside(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  fields: readonly string[],
): Promise<void> {
  for (const field of fields) {
    await sql`insert into core.set_aside (account_id, person_id, field, value, since)
      select account_id, id, ${field}, ${sql.ref(field)}, ${now} from person where ${sql.ref(field)} is not null
      on conflict do nothing`.execute(tx)
    await sql`update core.person set ${sql.ref(field)} = null, version = version + 1
      where account_id = ${accountId} and id = ${personId}`.execute(tx)
  }
}

/**
 * Values that no restriction holds any more go back to the person's row; what was corrected meanwhile stays corrected, and the old
 * value is gone. `whatever`: all of them, because the person is about to be erased and must be known whole. Of the person fixed in the
 * transaction.
 */
export async function putBack(
  tx: For<'rights_handling'>,
  { accountId, personId }: Subject,
  whatever?: 'whatever is restricted',
): Promise<void> {
  const { rows } = await sql<{ field: string; value: string }>`select field, value from set_aside a
    where ${whatever !== undefined} or not exists (select 1 from restriction r where r.lifted_at is null and a.field = any(r.fields))`.execute(
    tx,
  )
  for (const { field, value } of rows) {
    await sql`update core.person set ${sql.ref(field)} = ${value}, version = version + 1
      where account_id = ${accountId} and id = ${personId}
        and exists (select 1 from person p where ${sql.ref(`p.${field}`)} is null)`.execute(tx)
    await tx
      .deleteFrom('core.set_aside')
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('field', '=', field)
      .execute()
  }
}

/** SQL over a person `p`: the value, also while it is set aside; who somebody is does not change by what they restrict (decision 0039). */
export function wholly(field: string) {
  return sql`coalesce(p.${sql.ref(field)}, (select a.value from set_aside a
    where a.account_id = p.account_id and a.person_id = p.id and a.field = ${field}))`
}
