import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
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
  await sql`insert into evidence.attestation (id, sentence, control, word, staff_user_id, given_at, expires_at)
    values (${newId(now)}, ${sentence.id}, ${control}, ${word}, ${staffUserId}, ${now}, ${now}::timestamptz + ${period(every)}::interval)`.execute(
    db,
  )
}
