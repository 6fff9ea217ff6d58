import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '#database'
import { screenFreeText, type Unlawful } from '#http'
import { refuse, refused, type Refusal } from '#refusal'
import { screeningTerms } from './screening-terms.ts'

export type { Unlawful } from '#http'

/** A member of staff answers for it: an order number of eleven digits, a word that means something else here. */
export type Insisted = { readonly why: string; readonly staffUserId: string }

/** A claim about such data must be able to name them (art. 12(2)). */
const mayTellAnything: ReadonlySet<string> = new Set(['rights form'])

/** The name of a congregation or a street tells nothing of anybody's faith; numbers have no business there either. */
const namesAndPlaces = /(name|Name|workplace|address|Address|Place|email|Number)$/

/**
 * The first field that holds what must not be kept: noted as a refusal, without what it held (promise 2.1-e). With a reason
 * it is let through, and the reason is noted with whose it is; a reason that holds such a thing itself is none.
 */
export async function screenFields(
  db: QueryExecutorProvider,
  now: Date,
  form: string,
  fields: Readonly<Record<string, string | null | undefined>>,
  insisted?: Insisted,
): Promise<Refusal<Unlawful> | undefined> {
  if (!Object.values(fields).some(Boolean)) return undefined
  const terms = mayTellAnything.has(form) ? [] : await screeningTerms(db)
  const found = (field: string, text: string) => screenFreeText(text, namesAndPlaces.test(field) ? [] : terms, field)
  const why = insisted?.why.trim() ?? ''
  const answersFor = why !== '' && found('why', why) === undefined
  for (const [field, text] of Object.entries(fields)) {
    const answer = text ? found(field, text) : undefined
    if (!refused(answer)) continue
    await sql`insert into core.refused_entry (id, at, form, field, reason, insisted_by, insisted_why)
      values (${newId(now)}, ${now}, ${form}, ${field}, ${answer.refused}, ${answersFor ? insisted!.staffUserId : null}, ${answersFor ? why : null})`.execute(
      db,
    )
    if (!answersFor) return refuse(answer.refused, field)
  }
  return undefined
}
