import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import type { AnySentence } from './a-sentence.ts'
import type { Control, Found, World } from './control.ts'

export type Checked = Found & { readonly milliseconds: number }

type AnyControl = Control<never>

/** The control of that name; throws when the sentence has none, because then somebody renamed it. */
export function controlOf(sentence: AnySentence, name: string): Control<never> {
  const found = sentence.controls.find((control) => control.name === name)
  if (!found) throw new Error(`${sentence.id} has no control called "${name}"`)
  return found as AnyControl
}

/** Runs one query or probe and says what it found. Tests and attestations are read, not run. */
export async function check(control: AnyControl, terms: unknown, world: World): Promise<Checked | undefined> {
  const before = performance.now()
  const found = await look(control, terms as never, world)
  return found && { ...found, milliseconds: Math.round(performance.now() - before) }
}

async function look(control: AnyControl, terms: never, world: World): Promise<Found | undefined> {
  if (control.kind === 'query') return ask(world.db, control.broken(world.now, terms), control.of(world.now, terms))
  if (control.kind === 'probe') return control.tries(world, terms)
  return undefined
}

// A control may look and may not touch: the transaction is read-only, and gives up after a minute. It may compare whole tables with
// each other, and has room to do that without writing half of them to the disk (decision 72). Whatever it has to read, next to nothing
// is found, so that handing it over costs nothing and several processors may look at once (decision 0089).
const room = `
  set local statement_timeout = '60s';
  set local work_mem = '64MB';
  set local parallel_tuple_cost = 0;
  set local parallel_setup_cost = 100`

async function ask(db: Kysely<DB>, broken: ReturnType<typeof sql>, of: ReturnType<typeof sql>): Promise<Found> {
  if (db.isTransaction) return count(db, broken, of)
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql.raw(room).execute(tx)
      return count(tx, broken, of)
    })
}

async function count(tx: Kysely<DB>, broken: ReturnType<typeof sql>, of: ReturnType<typeof sql>): Promise<Found> {
  const { rows } = await sql<{ found: number; looked: number }>`
    select (select count(*)::int from (${broken}) b) as found, (${of})::int as looked`.execute(tx)
  return { found: rows[0]!.found, of: rows[0]!.looked }
}
