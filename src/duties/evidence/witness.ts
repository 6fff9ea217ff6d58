import { createHash, randomBytes } from 'node:crypto'
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { newId } from '#database'
import { canonical, type Value } from './canonical.ts'

export type Witnessed = {
  /** What happened, in words: 'consent withdrawn'. */
  readonly kind: string
  /** The person it happened to. */
  readonly subject?: string | null
  /** What is committed to. Personal data only where the proof needs them; they can be destroyed later. */
  readonly body: { readonly [name: string]: Value | undefined }
}

/** One entry, in the caller's transaction. */
export async function witness(tx: QueryExecutorProvider, now: Date, what: Witnessed): Promise<{ readonly id: string }> {
  const { id, sql: insert } = entry(now, what)
  await insert.execute(tx)
  return { id }
}

/** The same as one part of a larger statement. 32 random bytes of salt make the commitment say nothing once they are gone. */
export function entry(now: Date, { kind, subject, body }: Witnessed): { readonly id: string; readonly sql: RawBuilder<unknown> } {
  const id = newId(now)
  const salt = randomBytes(32)
  const content = canonical(body)
  const insert = sql`insert into evidence.entry (id, at, kind, subject, commitment, salt, body)
    values (${id}, ${now}, ${kind}, ${subject ?? null}, ${commitment(salt, content)}, ${salt}, ${content}::jsonb)`
  return { id, sql: insert }
}

/** SHA-256(salt || content), content as canonical JSON in UTF-8. */
export function commitment(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest()
}
