/** The truth table of purposes and stops, against the database: every combination that can be, and every purpose that reads a person. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personalColumn, viewName, type Declared } from '#personal-data'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { may } from './may.ts'
import { purposeNames, type Purpose } from './purpose.ts'
import { consentEnds, stops, type Stop } from './stops.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted
beforeAll(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
})
afterAll(() => house.close())

/** What a restriction is of: everything, a kind of rows, one inquiry with its parts, or one value of the person's row. */
const scopes = ['no', 'all', 'dialogue', 'trade', 'a paper', 'a value'] as const

type State = {
  readonly restricted: (typeof scopes)[number]
  readonly objection: 'marketing' | 'contact' | 'particular_situation' | null
  /** An old yes is one that nobody has renewed for two years. */
  readonly consent: 'no' | 'given' | 'old'
  readonly ended: boolean
}

const state = fc.record({
  restricted: fc.constantFrom(...scopes),
  objection: fc.constantFrom('marketing', 'contact', 'particular_situation', null),
  consent: fc.constantFrom('no', 'given', 'old'),
  ended: fc.boolean(),
}) satisfies fc.Arbitrary<State>

/** Written apart from the SQL: what is in force in that state. */
function inForce({ restricted, objection, consent, ended }: State, path: Path): Stop[] {
  return [
    ...(isRestricted(restricted, path) ? (['restricted'] as const) : []),
    ...(objection === 'marketing' || objection === 'contact' ? (['objected'] as const) : []),
    ...(objection === 'contact' ? (['no contact'] as const) : []),
    ...(ended ? (['ended'] as const) : []),
    ...(consent === 'given' ? [] : (['consent missing'] as const)),
  ]
}

function isRestricted(scope: State['restricted'], { holds, paper }: Path): boolean {
  if (scope === 'no' || scope === 'a value') return false
  return scope === 'all' || (scope === 'a paper' ? paper === 'core.inquiry' : holds.has(scope))
}

async function put({ restricted, objection, consent, ended }: State): Promise<void> {
  await sql`truncate core.restriction, core.objection, core.consent, core.relationship_end cascade`.execute(house.owner)
  const { accountId, personId } = kari
  if (restricted !== 'no') {
    const part = {
      category: restricted === 'dialogue' || restricted === 'trade' ? restricted : null,
      fields: restricted === 'a value' ? ['phone'] : null,
      document: restricted === 'a paper' ? await idOf('core.inquiry') : null,
    }
    await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at, category, fields, document)
      values (${accountId}, gen_random_uuid(), ${personId}, 'objection_pending', ${now}, ${part.category}, ${part.fields}, ${part.document})`.execute(
      house.owner,
    )
  }
  if (objection)
    await sql`insert into core.objection values (${accountId}, gen_random_uuid(), ${personId}, ${objection}, 'phone', ${now}, null)`.execute(
      house.owner,
    )
  if (ended)
    await sql`insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at)
      values (${accountId}, gen_random_uuid(), ${personId}, 'asked', 'my_page', ${now})`.execute(house.owner)
  if (consent !== 'no') await consented(consent === 'given' ? '1 day' : '24 months 1 hour')
}

/** So long ago by the database's own clock, which is the one that the views ask. */
async function consented(ago: string): Promise<void> {
  await sql`insert into core.consent select ${kari.accountId}, gen_random_uuid(), ${kari.personId}, 'marketing', 'email', 'x', 'x', 'nb', 1,
    'own_page', 'click', at, at, null from (select now() - ${ago}::interval as at) given`.execute(house.owner)
}

type Path = {
  readonly purpose: Purpose
  readonly view: string
  /** The column that says whose the row is, or which row of the whole it is a part of. */
  readonly by: string
  readonly whole: string | undefined
  readonly holds: ReadonlySet<string>
  /** The kind of paper that it is or hangs on. */
  readonly paper: string | undefined
}

const declared = new Map(inventory.map((table) => [table.table as string, table]))
const holdsOf = ({ columns }: Declared) => Object.values(columns).flatMap((column) => personalColumn(column)?.holds ?? [])

/** Every view of every purpose that shows a row of a person, or a part of one, by the declarations. */
const paths: readonly Path[] = purposeNames
  .filter((purpose) => purpose !== 'rights_handling')
  .flatMap((purpose) =>
    inventory
      .filter((table) => table.scope === 'account' && table.stops !== false && may(table, 'read', purpose))
      .flatMap((table) => {
        const whole = table.person === undefined && table.through ? declared.get(table.through.table) : undefined
        const by = table.person ?? (whole?.person === undefined ? undefined : table.through!.by)
        if (by === undefined || table.table.startsWith('archive.')) return []
        const paper = [table, ...(whole ? [whole] : [])].find(({ document }) => document !== undefined)?.table
        const holds = new Set([...holdsOf(table), ...(whole ? holdsOf(whole) : [])])
        return [{ purpose, view: viewName(table.table), by, whole: whole?.table, holds, paper }]
      }),
  )

async function idOf(table: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where account_id = ${kari.accountId} and ${sql.ref(declared.get(table)!.person!)} = ${kari.personId}`.execute(house.owner)
  return rows[0]!.id
}

async function shows({ purpose, view, by, whole }: Path): Promise<boolean> {
  const whose = whole === undefined ? kari.personId : await idOf(whole)
  const { rows } =
    await sql`select 1 from ${sql.table(`${purpose}.${view}`)} where account_id = ${kari.accountId} and ${sql.ref(by)} = ${whose}`.execute(
      house.owner,
    )
  return rows.length > 0
}

it('hides exactly what the truth table says, on every read path, in every combination of stops', async () => {
  expect(paths.length).toBeGreaterThan(30)
  const there: Path[] = []
  await put({ restricted: 'no', objection: null, consent: 'given', ended: false })
  for (const path of paths) if (await shows(path)) there.push(path)
  expect(there.filter(({ whole }) => whole !== undefined).length).toBeGreaterThan(5)
  await fc.assert(
    fc.asyncProperty(state, async (given) => {
      await put(given)
      for (const path of there) {
        const stopped = inForce(given, path)
        expect(await shows(path), `${path.purpose}.${path.view} in ${JSON.stringify(given)}`).toBe(
          !stops[path.purpose].some((stop) => stopped.includes(stop)),
        )
      }
    }),
    {
      numRuns: 24,
      seed: 1,
      // Each scope by itself, whatever is drawn besides; the drawn ones combine them with what else there is.
      examples: scopes.map((restricted): [State] => [
        { restricted, objection: restricted === 'all' ? 'contact' : null, consent: 'given', ended: false },
      ]),
    },
  )
})

it('takes a yes for two years and no longer, in everything marketing can see, until there is a new one', async () => {
  const audience = paths.filter(({ purpose }) => purpose === 'marketing')
  const shown = async () => (await Promise.all(audience.map(shows))).filter((seen) => seen).length
  await put({ restricted: 'no', objection: null, consent: 'given', ended: false })
  const all = await shown()
  expect(all).toBeGreaterThan(0)
  await put({ restricted: 'no', objection: null, consent: 'old', ended: false })
  expect(await shown()).toBe(0)
  await consented('23 months 27 days')
  expect(await shown()).toBe(all)
})

it.each([
  ['a leap day', '2024-02-29T11:00:00Z', '2026-02-28T11:00:00Z'],
  ['summer to winter', '2024-10-26T10:00:00Z', '2026-10-26T11:00:00Z'],
  ['winter to summer', '2024-03-30T11:00:00Z', '2026-03-30T10:00:00Z'],
  ['the end of a month, a minute before midnight', '2024-08-31T21:59:00Z', '2026-08-31T21:59:00Z'],
])('counts the two years of a yes by Oslo’s clock: %s', async (_, confirmed, ends) => {
  const { rows } = await sql<{ ends: Date }>`select ${sql.raw(consentEnds('given'))} as ends
    from (select ${confirmed}::timestamptz as confirmed_at) given`.execute(house.owner)
  expect(rows[0]!.ends).toEqual(new Date(ends))
})

it('lets an invoice through whatever was said about marketing, and never the other way round', () => {
  expect(stops.invoice).toEqual([])
  expect(stops.legal_obligation).toEqual([])
  expect(stops.marketing).toEqual(['restricted', 'objected', 'no contact', 'ended', 'consent missing'])
})
