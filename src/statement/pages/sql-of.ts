import type { QueryExecutorProvider } from 'kysely'
import { sentences } from '../clauses/clauses.ts'

/** The control's search as it is sent to the database, for whoever wants to check it; undefined for what is no query. */
export function sqlOf(
  sentence: string,
  name: string,
  db: QueryExecutorProvider,
  now: Date,
): { readonly broken: string; readonly of: string } | undefined {
  const found = sentences.find(({ id }) => id === sentence)
  const control = found?.controls.find((each) => each.name === name)
  if (!found || control?.kind !== 'query') return undefined
  return { broken: written(control.broken(now, found.terms).compile(db)), of: written(control.of(now, found.terms).compile(db)) }
}

type Compiled = { readonly sql: string; readonly parameters: readonly unknown[] }

function written({ sql, parameters }: Compiled): string {
  const filled = sql.replace(/\$(\d+)/g, (_, at: string) => literal(parameters[Number(at) - 1]))
  return filled.replace(/\n\s{6,}/g, '\n  ').trim()
}

function literal(value: unknown): string {
  if (value instanceof Date) return 'now()'
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}
