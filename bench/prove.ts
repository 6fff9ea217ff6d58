/**
 * What it costs to ask every control on many people: each query and probe of the statement, timed, then asked again while the server tells how it
 * went about it. None may read many rows for the sake of a few; what must see every row says why, beside its question (`reads`).
 *   npm run bench -- prove --persons 1000000 --json
 */
import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { sampleController, saveController } from '#merchant'
import { check, type AnySentence, type Control, type World } from '#sentence'
import { printed, publishIfChanged, sentences } from '#statement'
import type { House } from '../src/opening/open-house.ts'
import { placeOf } from '../src/opening/place-of.ts'
import { termsOf } from '../src/statement/printed.ts'
import { inAHouse, persons, print, say } from './measure.ts'
import { hearPlans, type Heard } from './plans.ts'
import { populate, settled, withHistory } from './population.ts'
import { manyRows, needless, scansOf, verdictOf, wholeTables, type Scan } from './scans.ts'
import { withTrade } from './trade.ts'

const count = persons(20_000)
/** What is asked of the running pages is asked of no table. */
const noPages = 'no pages here'
const many = Math.min(manyRows, count / 2)

await inAHouse(async (house) => {
  const now = new Date()
  const { owner, ownerUrl } = house
  const standing = await owner.selectFrom('core.person').select('id').limit(1).execute()
  if (standing.length === 0) await people(owner, now)
  const heard = hearPlans(ownerUrl)
  const world = worldOf(house, now)
  // Made beforehand: it is made once for each version of the program.
  await world.made()
  const all = []
  for (const sentence of sentences)
    for (const control of sentence.controls)
      if (control.kind === 'query' || control.kind === 'probe')
        all.push(await asked(heard, world, sentence, control as Control<never>))
  await heard.db.destroy()
  const each = all.filter(({ failed }) => !failed?.includes(noPages))
  const verdicts = Object.groupBy(each, ({ verdict }) => verdict)
  print({
    bench: 'prove',
    persons: count,
    controls: each.length,
    seconds: Math.round(each.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000),
    failed: each.filter(({ failed }) => failed).length,
    ofPages: all.length - each.length,
    byIndex: verdicts.index?.length ?? 0,
    needless: verdicts.needless?.length ?? 0,
    readEverything: (verdicts.everything ?? []).map(({ sentence, control, reason }) => ({ sentence, control, reason })),
    idleReasons: each.filter(({ verdict, reason }) => verdict === 'index' && reason).map(({ control }) => control),
    each: each.toSorted((a, b) => b.milliseconds - a.milliseconds),
  })
})

async function people(owner: Kysely<DB>, now: Date): Promise<void> {
  say(`${count} persons …`)
  await saveController(owner, now, sampleController)
  await publishIfChanged(owner, now)
  await populate(owner, count)
  await withHistory(owner, count)
  await withTrade(owner, count)
  await settled(owner)
}

async function asked({ db, heard }: Heard, world: World, sentence: AnySentence, control: Control<never>) {
  say(`${sentence.id}, ${control.name}`)
  const terms = termsOf(sentence, sampleController)
  const ask = (of: Kysely<DB>) =>
    check(control, terms, { ...world, db: of }).catch((error: unknown) => ({ failed: String(error) }))
  const before = performance.now()
  const answer = await ask(world.db)
  const milliseconds = Math.round(performance.now() - before)
  heard()
  await ask(db)
  const scans = heard().flatMap(scansOf)
  const reason = 'reads' in control ? control.reads : undefined
  return {
    sentence: sentence.id,
    control: control.name,
    milliseconds,
    verdict: verdictOf(scans, reason, many),
    ...told(scans),
    reason,
    found: answer && 'found' in answer ? answer.found : undefined,
    failed: answer && 'failed' in answer ? answer.failed : undefined,
  }
}

/** How many rows of large tables were read from end to end, how many of them were let through, and what was only counted. */
function told(scans: readonly Scan[]) {
  const whole = wholeTables(scans, many)
  const sum = (of: readonly Scan[], what: 'read' | 'through') => of.reduce((total, each) => total + each[what], 0)
  return {
    read: sum(whole, 'read'),
    through: sum(whole, 'through'),
    counted: sum(
      scans.filter(({ way }) => way === 'counted'),
      'read',
    ),
    scans: whole,
    needless: needless(scans, many),
  }
}

function worldOf(house: House, now: Date): World {
  const visit = () => Promise.reject(new Error(noPages))
  return { ...placeOf(house, now), now, visit, publicKey: '', contentHash: printed(sampleController).contentHash }
}
