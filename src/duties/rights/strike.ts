import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { struckOut } from './erasure-sql.ts'
import type { Sighting } from './look-through.ts'
import type { Recogniser } from './recognise.ts'

type Struck = { readonly struck: readonly Sighting[]; readonly left: readonly Sighting[] }

/** Strikes the erased out of what others wrote; answers what was struck, and what is left for a person to look at. */
export async function strike(owner: Kysely<DB>, sightings: readonly Sighting[], recognise: Recogniser): Promise<Struck> {
  const done = new Set<Sighting>()
  for (const sighting of sightings) if (sighting.canBeStruck && (await struckAt(owner, sighting, recognise))) done.add(sighting)
  return { struck: sightings.filter((each) => done.has(each)), left: sightings.filter((each) => !done.has(each)) }
}

/** False when the row was changed since it was seen, or holds a value that is no plain text: the next night looks again. */
function struckAt(owner: Kysely<DB>, { table, column, row, prints }: Sighting, recognise: Recogniser): Promise<boolean> {
  return owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      value: unknown
    }>`select ${sql.ref(column)} as value from ${sql.table(table)} where ctid = ${row}::tid for update`.execute(tx)
    const value = rows[0]?.value
    if (typeof value !== 'string') return false
    const text = without(value, recognise, prints)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text} where ctid = ${row}::tid`.execute(tx)
    return true
  })
}

function without(value: string, recognise: Recogniser, prints: readonly string[]): string {
  const hits = recognise
    .inText(value)
    .filter(({ print }) => prints.includes(print))
    .toSorted((a, b) => b.from - a.from)
  return hits.reduce((text, { from, to }) => text.slice(0, from) + struckOut + text.slice(to), value)
}
