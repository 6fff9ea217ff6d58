/**
 * The sample merchant: settings, catalogue, a slice of a real year's trade, and the named cast's doings, all made by the
 * rooms' own acts at their own moments. Nobody in it has consented to anything; Fatima has said no.
 */
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { dayOf } from '#clock'
import { suppressionKey } from '#consent'
import type { DB } from '#database'
import { dataDirectory, programRoot } from '#files'
import { importFile } from '#import'
import { sampleController, saveController } from '#merchant'
import { enterFirstRegister } from '#processors'
import type { Purposes } from '#purposes'
import { refused } from '#refusal'
import { publishIfChanged } from '#statement'
import { loadCatalogue } from './catalogue.ts'
import { playTheCast } from './cast-at-work.ts'
import { daysBefore } from './days-before.ts'
import { countSampleVisits } from './visits.ts'

export { cast, inquirers, type CastMember } from './cast.ts'

/** What loading needs of a house; a test's house has it too. */
export type EmptyHouse = { readonly owner: Kysely<DB>; readonly ownerUrl: string; readonly for: Purposes['for'] }
export type Place = {
  /** Our own address, for the links in letters. */
  readonly website?: string
  /** Where the import's report goes and the suppression list's key is kept. */
  readonly dataDir?: string
}

export const slice = join(programRoot, 'samples/online-retail-slice.csv.gz')

/** Loads all of it. Stopped half-way, it is called again at the next start and goes on. */
export async function loadSamples(house: EmptyHouse, now: Date, place: Place = {}): Promise<void> {
  const { website = 'http://localhost:3000', dataDir = dataDirectory() } = place
  await note(house.owner, now, 'loading')
  await saveController(house.owner, now, sampleController)
  await enterFirstRegister(house.owner, now, daysBefore(now, 500))
  // The statement comes first: nothing may be collected before one is in force.
  await publishIfChanged(house.owner, daysBefore(now, 400))
  await loadCatalogue(house.for('deliver'), daysBefore(now, 400))
  const imported = await importFile(
    { ownerUrl: house.ownerUrl, file: slice, reports: join(dataDir, 'imports'), daysLater: weeksToRecently(now) },
    now,
  )
  if (refused(imported)) throw new Error(`the sample trade was refused: ${imported.refused}`)
  await playTheCast({ for: house.for, now, website, suppressionKey: suppressionKey(dataDir) })
  await countSampleVisits(house.for, now)
  await lettersAreHistory(house.owner)
  await note(house.owner, now, 'loaded')
}

const lastDayOfTrade = '2011-12-09'

// The slice's year is moved whole weeks, so that it ends last week and its Mondays are Mondays.
function weeksToRecently(now: Date): number {
  const days = (Date.parse(dayOf(now)) - Date.parse(lastDayOfTrade)) / 86_400_000
  return Math.floor((days - 3) / 7) * 7
}

async function note(owner: Kysely<DB>, now: Date, state: 'loading' | 'loaded'): Promise<void> {
  const setting = { value: JSON.stringify({ state }), changed_at: now }
  await owner
    .insertInto('core.setting')
    .values({ key: 'samples', ...setting })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(setting))
    .execute()
}

// Letters of last month are not sent today: nobody at an .example address waits for them.
async function lettersAreHistory(owner: Kysely<DB>): Promise<void> {
  await sql`update core.mail set sent_at = queued_at where sent_at is null and to_address like '%.example'`.execute(owner)
}
