import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import type { Line } from './act.ts'
import { readLedger } from './ledger-file.ts'

/**
 * The lines that the database has not carried out, oldest first; and every erasure whose person is there again, whatever the
 * database believes of it: an erased person's id is never given to anybody else.
 */
export async function outstanding(owner: Kysely<DB>, dataDir: string): Promise<readonly Line[]> {
  const lines = readLedger(dataDir)
  if (lines.length === 0) return []
  const ids = lines.map(({ id }) => id)
  const done = await sql<{ id: string }>`select id from evidence.ledger_line where id = any(${ids}::uuid[])`.execute(owner)
  const persons = lines.flatMap((line) => (line.what === 'erasure' ? line.persons.map(({ personId }) => personId) : []))
  const here = await sql<{ id: string }>`select id from core.person where id = any(${persons}::uuid[])`.execute(owner)
  const carriedOut = new Set(done.rows.map(({ id }) => id))
  const back = new Set(here.rows.map(({ id }) => id))
  return lines.filter(
    (line) => !carriedOut.has(line.id) || (line.what === 'erasure' && line.persons.some(({ personId }) => back.has(personId))),
  )
}
