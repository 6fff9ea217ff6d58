import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'
import type { PrintedSentence } from '../printed.ts'

export type Revision = {
  readonly revision: number
  /** YYYY-MM-DD, in Oslo. */
  readonly effectiveOn: string
  readonly contentHash: string
  readonly texts: readonly PrintedSentence[]
}

type Row = { revision: number; effective_on: string; content_hash: string; texts: readonly PrintedSentence[] }

/** Every published revision, the newest first; on any purpose's handle. */
export async function revisions(db: QueryExecutorProvider): Promise<Revision[]> {
  const { rows } =
    await sql<Row>`select revision, effective_on, content_hash, texts from statement_revision order by revision desc`.execute(db)
  return rows.map((row) => ({
    revision: row.revision,
    effectiveOn: row.effective_on,
    contentHash: row.content_hash,
    texts: row.texts,
  }))
}

/** The one that applies on the day it is in Oslo, or undefined before the first. */
export async function revisionInForce(db: QueryExecutorProvider, now: Date): Promise<Revision | undefined> {
  const today = dayOf(now)
  return (await revisions(db)).find(({ effectiveOn }) => effectiveOn <= today)
}
