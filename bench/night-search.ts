/**
 * The night after erasures: every text and id of every table and file, read once for everybody who was erased since the last night
 * (decision 15). An hour is what the night has for it.
 *   npm run bench -- night-search --persons 1000000 --rows 20 --json
 */
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { erasePerson, searchEverything } from '#rights'
import { publishIfChanged } from '#statement'
import { inAHouse, persons, print, rounded, say, timed, wish } from './measure.ts'
import { populate, settled, subjectNumber, withHistory } from './population.ts'
import { withTrade } from './trade.ts'

const count = persons(100_000)
const erasures = Number(wish.rows ?? 20)

await inAHouse(async (house) => {
  say(`making ${count} persons …`)
  await saveController(house.owner, new Date(), sampleController)
  await publishIfChanged(house.owner, new Date())
  await populate(house.owner, count)
  await withHistory(house.owner, count)
  await withTrade(house.owner, count)
  await settled(house.owner)
  say(`erasing ${erasures} of them …`)
  const apart = Math.max(1, Math.floor(count / erasures))
  for (let n = 0; n < erasures; n++) {
    const subject = await subjectNumber(house.owner, 1 + n * apart)
    await erasePerson(house.for('rights_handling'), new Date(), subject, { inventory, channel: 'my_page', folder: house.dataDir })
  }
  say('searching …')
  const before = await house.owner.selectFrom('core.erasure_search').select('case_id').where('passed_at', 'is', null).execute()
  let found = { searched: 0, passed: 0, struck: 0, left: 0 }
  const ms = await timed(async () => (found = await searchEverything({ ...house, inventory }, new Date())))
  if (found.searched !== before.length || found.searched === 0) throw new Error('somebody was not searched for')
  const { rows, tables } = await house.owner
    .selectFrom('core.erasure_search')
    .select(['rows', 'tables'])
    .where('searched_at', 'is not', null)
    .executeTakeFirstOrThrow()
  print({
    benchmark: 'night-search',
    persons: count,
    wanted: 'within an hour',
    ...found,
    tables,
    rows: Number(rows),
    seconds: rounded(ms / 1000, 1),
    rowsPerSecond: rounded(Number(rows) / (ms / 1000), 0),
  })
})
