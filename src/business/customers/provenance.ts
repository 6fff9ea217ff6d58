import { type QueryExecutorProvider, sql } from 'kysely'
import type { For, Subject } from '#purposes'

export type Origin = {
  readonly source: 'self_registration' | 'self_voluntary' | 'order' | 'enquiry' | 'colleague' | 'staff_entry_from_conversation'
  readonly channel: 'web' | 'my_page' | 'desk' | 'email' | 'phone' | 'api' | 'import'
  readonly actor: 'person' | 'staff' | 'colleague' | 'system'
}

/** Where each value of a new person came from, when and by whom: one row a field (promise 2.1-a). */
export async function recordProvenance(
  tx: For<'deliver'>,
  now: Date,
  subject: Subject,
  fields: readonly string[],
  origin: Origin,
): Promise<void> {
  if (fields.length === 0) return
  await tx
    .insertInto('core.provenance')
    .values(fields.map((field) => row(subject, field, origin, now)))
    .execute()
}

/** A corrected value came from somewhere else than the one before; asked for by whoever may correct it. */
export async function replaceProvenance(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, personId }: Subject,
  field: string,
  { source, channel, actor }: Origin,
): Promise<void> {
  await sql`insert into core.provenance (account_id, person_id, field, source, channel, actor, at)
    values (${accountId}, ${personId}, ${field}, ${source}, ${channel}, ${actor}, ${now})
    on conflict (account_id, person_id, field) do update set source = ${source}, channel = ${channel}, actor = ${actor}, at = ${now}`.execute(
    tx,
  )
}

function row({ accountId, personId }: Subject, field: string, origin: Origin, at: Date) {
  return { account_id: accountId, person_id: personId, field, ...origin, at }
}
