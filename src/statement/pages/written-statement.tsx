import { type QueryExecutorProvider, sql } from 'kysely'
import { renderToStaticMarkup } from 'react-dom/server'
import { dayOf } from '#clock'
import type { Language } from '#languages'
import { withLatest } from '../latest-results.ts'
import { readStatement } from './read-statement.ts'
import { StatementText } from './statement-text.tsx'

type Written = { readonly madeOf: string; readonly from: Date; readonly until: number; readonly html: string }

const written = new Map<Language, Written>()

/**
 * The statement in force as HTML, or undefined before the first is published. It is the longest page and the same for everybody, so it
 * is written once, and again when the database has another text or finding, or a look has become too old: each reader's request asks.
 */
export async function writtenStatement(db: QueryExecutorProvider, now: Date, language: Language): Promise<string | undefined> {
  const madeOf = await whatItIsMadeOf(db, now)
  const known = written.get(language)
  if (known?.madeOf === madeOf && known.from <= now && now.getTime() <= known.until) return known.html
  const statement = await readStatement(db, now, language)
  if (!statement) return undefined
  const html = renderToStaticMarkup(<StatementText {...{ statement, language }} />)
  written.set(language, { madeOf, from: now, until: statement.until, html })
  return html
}

/** The revision in force and what each control found last, as one figure: any other row, or the same changed by anybody, makes it another. */
async function whatItIsMadeOf(db: QueryExecutorProvider, now: Date): Promise<string> {
  const { rows } = await sql<{ text: string | null; found: string | null }>`${withLatest()}
    select (select hash_record_extended(r, 0)::text from (
        select * from statement_revision where effective_on <= ${dayOf(now)}::date order by revision desc limit 1) r) as text,
      (select sum(hash_record_extended(l, 0))::text from latest l) as found`.execute(db)
  return `${rows[0]!.text} ${rows[0]!.found}`
}
