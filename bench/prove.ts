/**
 * What it costs to ask every control on many people: each query of the statement, timed, with the large tables its plan reads from
 * end to end. A control asks whether any row at all breaks the promise, so that many must see all of them once; what to look for is one
 * that takes long, or reads a large table for the sake of a few rows.
 *   npm run bench -- prove --persons 1000000 --json
 */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { check, type Query, type World } from '#sentence'
import { printed, publishIfChanged, sentences } from '#statement'
import { termsOf } from '../src/statement/printed.ts'
import { inAHouse, persons, print, say } from './measure.ts'
import { populate, settled, withHistory } from './population.ts'
import { withTrade } from './trade.ts'

const count = persons(20_000)
/** Reading a table of fewer rows than this from end to end is as good as an index. */
const large = Math.min(50_000, count / 2)

await inAHouse(async ({ owner }) => {
  const now = new Date()
  say(`${count} persons …`)
  await saveController(owner, now, sampleController)
  await publishIfChanged(owner, now)
  await populate(owner, count)
  await withHistory(owner, count)
  await withTrade(owner, count)
  await settled(owner)
  const world = worldOf(owner, now)
  const asked = []
  for (const sentence of sentences)
    for (const control of sentence.controls) {
      if (control.kind !== 'query') continue
      const terms = termsOf(sentence, sampleController)
      say(`${sentence.id}, ${control.name}`)
      const failed = (error: unknown) => ({ failed: String(error) })
      const before = performance.now()
      const answer = await check(control as never, terms, world).catch(failed)
      const milliseconds = Math.round(performance.now() - before)
      const scanned = await scans(owner, control as Query<never>, terms as never, now)
      const found = 'found' in answer! ? answer.found : undefined
      asked.push({
        sentence: sentence.id,
        control: control.name,
        milliseconds,
        found,
        scanned,
        ...('failed' in answer! && answer),
      })
    }
  const slowest = asked.toSorted((a, b) => b.milliseconds - a.milliseconds)
  print({
    bench: 'prove',
    persons: count,
    controls: asked.length,
    seconds: Math.round(asked.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000),
    failed: asked.filter((each) => 'failed' in each).length,
    each: slowest,
  })
})

function worldOf(db: Kysely<DB>, now: Date): World {
  const visit = () => Promise.reject(new Error('no pages here'))
  return { db, now, visit, inventory, publicKey: '', contentHash: printed(sampleController).contentHash }
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly Plans?: readonly Plan[]
}

/** The large tables that the plan reads from end to end. */
async function scans(db: Kysely<DB>, control: Query<never>, terms: never, now: Date): Promise<string[]> {
  const { rows } = await sql<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>`
    explain (format json, verbose) select count(*) from (${control.broken(now, terms)}) b`.execute(db)
  const names = new Set(sequential(rows[0]!['QUERY PLAN'][0]!.Plan))
  if (names.size === 0) return []
  const { rows: sizes } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and c.reltuples >= ${large} and n.nspname || '.' || c.relname = any (${[...names]}::text[])`.execute(
    db,
  )
  return sizes.map(({ name }) => name).toSorted()
}

function sequential(plan: Plan): string[] {
  const here = plan['Node Type'].endsWith('Seq Scan') ? [`${plan.Schema}.${plan['Relation Name']}`] : []
  return [...here, ...(plan.Plans ?? []).flatMap(sequential)]
}
