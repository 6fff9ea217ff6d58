import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { DB } from '#database'
import { witness } from '#evidence'
import { printed } from '../printed.ts'
import { settingsOf } from '../settings.ts'

export type Published = { readonly revision: number; readonly changed: boolean }

// Two starts at once publish once.
const advisoryLock = 7_239_014_554

/**
 * Publishes the statement when its texts or terms differ from the last revision: effective the same day, witnessed in the
 * same transaction. Done by the database's owner, at start. Throws while the controller's settings are missing.
 */
export function publishIfChanged(owner: Kysely<DB>, now: Date): Promise<Published> {
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(tx)
    const { controller, changed } = await settingsOf(tx)
    const { texts, terms, contentHash } = printed(controller, changed)
    const last = await tx
      .selectFrom('core.statement_revision')
      .select(['revision', 'content_hash'])
      .orderBy('revision', 'desc')
      .executeTakeFirst()
    if (last?.content_hash === contentHash) return { revision: last.revision, changed: false }
    const revision = (last?.revision ?? 0) + 1
    await insert(tx, now, { revision, contentHash, texts: JSON.stringify(texts), terms: JSON.stringify(terms) })
    return { revision, changed: true }
  })
}

type Fresh = { readonly revision: number; readonly contentHash: string; readonly texts: string; readonly terms: string }

async function insert(tx: Transaction<DB>, now: Date, { revision, contentHash, texts, terms }: Fresh): Promise<void> {
  await tx
    .insertInto('core.statement_revision')
    .values({ revision, effective_on: dayOf(now), content_hash: contentHash, texts, terms, kind: 'material', published_at: now })
    .execute()
  await witness(tx, now, { kind: 'statement published', body: { revision, contentHash } })
}
