import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#database'
import { canonical, witness } from '#evidence'
import type { For } from '#purposes'
import type { Protocol } from './protocol.ts'

/** Keeps the record as it stands when it has changed, and once a month anyway, with its hash in the evidence log. */
export function takeSnapshot(db: For<'legal_obligation'>, now: Date, content: Protocol): Promise<{ readonly taken: boolean }> {
  const text = canonical(content as never)
  const contentHash = createHash('sha256').update(text).digest('hex')
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('protocol snapshot'))`.execute(tx)
    const { rows } =
      await sql`select 1 from (select content_hash, taken_at from protocol_snapshot order by taken_at desc limit 1) last
      where content_hash = ${contentHash} and taken_at > ${now}::timestamptz - interval '1 month'`.execute(tx)
    if (rows.length > 0) return { taken: false }
    await tx
      .insertInto('core.protocol_snapshot')
      .values({ id: newId(now), taken_at: now, content_hash: contentHash, content: text })
      .execute()
    await witness(tx, now, { kind: 'record of processing', body: { contentHash } })
    return { taken: true }
  })
}

/** The last ones, without their content. */
export async function latestSnapshots(db: For<'legal_obligation'>) {
  return db
    .selectFrom('protocol_snapshot')
    .select(['id', 'taken_at', 'content_hash'])
    .orderBy('taken_at', 'desc')
    .limit(12)
    .execute()
}
