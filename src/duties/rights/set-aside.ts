import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/** The values of these fields leave the person's row, so that no purpose meets them while they are restricted (decision 0039). */
export async function setAside(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  fields: readonly string[],
): Promise<void> {
  // Whose the firm is, is known by the owner's name: as long as that stands.
  await setAsideOfFirm(tx, now, { accountId, personId }, fields)
  for (const field of fields) {
    await sql`insert into core.set_aside (account_id, person_id, field, value, since)
      select account_id, id, ${field}, ${sql.ref(field)}, ${now} from person where ${sql.ref(field)} is not null
      on conflict do nothing`.execute(tx)
    await sql`update core.person set ${sql.ref(field)} = null, version = version + 1
      where account_id = ${accountId} and id = ${personId}`.execute(tx)
  }
}

/** Where the same value may stand on the firm: SQL over the person's own value `o` and the firm's `f`. */
const onFirm: Readonly<Record<string, { readonly column: string; readonly same: string }>> = {
  first_name: { column: 'name', same: `position(' ' || lower(o) in ' ' || lower(f)) > 0` },
  last_name: { column: 'name', same: `position(' ' || lower(o) in ' ' || lower(f)) > 0` },
  workplace: { column: 'name', same: 'lower(o) = lower(f)' },
  email: { column: 'invoice_email', same: 'lower(o) = lower(f)' },
  // Whoever has no address beside the firm's means the firm's.
  company_address: { column: 'company_address', same: 'o is null or lower(o) = lower(f)' },
  invoice_address: { column: 'invoice_address', same: 'o is null or lower(o) = lower(f)' },
}

/** A sole proprietor's firm is theirs, and so is the value where it stands there (promise 2.1-f, decision 96). */
async function setAsideOfFirm(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  fields: readonly string[],
): Promise<void> {
  for (const field of fields) {
    const there = onFirm[field]
    if (!there) continue
    const column = sql.ref(there.column)
    const { numAffectedRows = 0n } = await sql`insert into core.set_aside (account_id, person_id, field, value, since)
      select account_id, ${personId}, ${`${field}@${there.column}`}, f, ${now} from (
        select a.account_id, ${column} as f, (select ${wholly(field)} from person p) as o from account a
        where coalesce(a.organisation_form, 'ENK') = 'ENK' and ${column} is not null and house.owns_firm(a.account_id, ${personId})) firm
      where ${sql.raw(there.same)} on conflict do nothing`.execute(tx)
    if (numAffectedRows === 0n) continue
    await sql`update core.account set ${column} = null where account_id = ${accountId}`.execute(tx)
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
    where ${whatever !== undefined} or not exists (select 1 from restriction r where r.lifted_at is null and split_part(a.field, '@', 1) = any(r.fields))`.execute(
    tx,
  )
  for (const { field, value } of rows) {
    const [, column] = field.split('@')
    if (column === undefined)
      await sql`update core.person set ${sql.ref(field)} = ${value}, version = version + 1
      where account_id = ${accountId} and id = ${personId}
        and exists (select 1 from person p where ${sql.ref(`p.${field}`)} is null)`.execute(tx)
    else
      await sql`update core.account set ${sql.ref(column)} = ${value} where account_id = ${accountId}
        and exists (select 1 from account a where ${sql.ref(`a.${column}`)} is null)`.execute(tx)
    await tx
      .deleteFrom('core.set_aside')
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('field', '=', field)
      .execute()
  }
  if (whatever === undefined && rows.some(({ field }) => field.includes('@'))) await heldByAnother(tx, { accountId, personId })
}

/** What came back to the firm may hold another value that is still restricted: her last name is lifted, and her first name is not. */
async function heldByAnother(tx: For<'rights_handling'>, subject: Subject): Promise<void> {
  const { rows } = await sql<{ fields: string[]; since: Date }>`select fields, restricted_at as since from restriction
    where lifted_at is null and fields is not null`.execute(tx)
  for (const { fields, since } of rows) await setAsideOfFirm(tx, since, subject, fields)
}

/** SQL over a person `p`: the value, also while it is set aside; who somebody is does not change by what they restrict (decision 0039). */
export function wholly(field: string) {
  return sql`coalesce(p.${sql.ref(field)}, (select a.value from set_aside a
    where a.account_id = p.account_id and a.person_id = p.id and a.field = ${field}))`
}
