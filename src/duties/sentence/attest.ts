import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { period } from './period.ts'
import type { AnySentence } from './a-sentence.ts'
import { controlOf } from './check.ts'

type Given = { readonly sentence: AnySentence; readonly control: string; readonly word: string; readonly staffUserId: string }

/** Writes down a member of staff's word; it expires when the control says, counted by the database. */
export async function attest(
  db: QueryExecutorProvider,
  now: Date,
  { sentence, control, word, staffUserId }: Given,
): Promise<void> {
  const { every } = controlOf(sentence, control)
  const id = newId(now)
  const { rows } = await sql<{
    expires: Date
  }>`insert into evidence.attestation (id, sentence, control, word, staff_user_id, given_at, expires_at)
    values (${id}, ${sentence.id}, ${control}, ${word}, ${staffUserId}, ${now}, ${now}::timestamptz + ${period(every)}::interval) returning expires_at as expires`.execute(
    db,
  )
  const body = { attestation: id, sentence: sentence.id, control, expiresAt: rows[0]!.expires.toISOString() }
  await witness(db, now, { kind: 'word given', body })
}
