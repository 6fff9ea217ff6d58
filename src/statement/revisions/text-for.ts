import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { For } from '#purposes'
import { inForceOn, revisionHeads, type RevisionHead } from './revision-in-force.ts'

type TextFor = {
  /** What applied that day; undefined before the first. */
  readonly applied: RevisionHead | undefined
  /** What stood at the forms the person filled in, or in the letters they were sent, until that day; the newest first. */
  readonly shown: readonly { readonly revision: number; readonly form: string; readonly at: Date }[]
}

/** Which text applied to this person on that day, and which they had been shown (promise 8-d). Under the fixed person. */
export async function textFor(tx: For<'rights_handling'>, day: string): Promise<TextFor> {
  const { rows } = await sql<TextFor['shown'][number]>`select revision, form, at from statement_shown
    union all select revision, 'letter of change', at from revision_notice
    order by at desc`.execute(tx)
  return { applied: inForceOn(await revisionHeads(tx), day), shown: rows.filter(({ at }) => dayOf(at) <= day) }
}
