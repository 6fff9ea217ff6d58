import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '#database'
import { screenFreeText } from '#http'
import { refuse, refused, type Refusal } from '#refusal'

export type Unlawful = 'national identity number' | 'payment card number'

/** The first field that holds what must not be kept: noted as a refusal, without what it held (promise 2.1-e). */
export async function screenFields(
  db: QueryExecutorProvider,
  now: Date,
  form: string,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<Refusal<Unlawful> | undefined> {
  for (const [field, text] of Object.entries(fields)) {
    const answer = text === undefined ? undefined : screenFreeText(text)
    if (!refused(answer)) continue
    await sql`insert into core.refused_entry (id, at, form, field, reason)
      values (${newId(now)}, ${now}, ${form}, ${field}, ${answer.refused})`.execute(db)
    return refuse(answer.refused, field)
  }
  return undefined
}
