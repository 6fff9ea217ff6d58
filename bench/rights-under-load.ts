/**
 * A thousand persons claim at once, every other one a copy of everything and every other one erasure, while the shop is open: how
 * long whoever asks us something has to wait meanwhile, and when nobody claims anything. Four visitors ask, each twenty times a second.
 *   npm run bench -- rights-under-load --rows 1000 --persons 100000 --json
 */
import { setTimeout as pause } from 'node:timers/promises'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { erasePerson, giveAccess } from '#rights'
import { publishIfChanged } from '#statement'
import type { House } from '../src/opening/open-house.ts'
import { inAHouse, median, p95, persons, print, rounded, say, timed, wish } from './measure.ts'
import { populate, settled, subjectNumber, withHistory } from './population.ts'
import { openShop, slowness } from './shop.ts'

const count = persons(10_000)
const claims = Number(wish.rows ?? 1000)

await inAHouse(async (house) => {
  say(`making ${count} persons …`)
  await saveController(house.owner, new Date(), sampleController)
  await publishIfChanged(house.owner, new Date())
  await populate(house.owner, count)
  await withHistory(house.owner, count)
  await settled(house.owner)
  // The first of each plans its statements.
  await claimed(house, 1)
  await claimed(house, 2)
  say('the shop alone …')
  const quiet = openShop(house)
  await pause(10_000)
  const alone = slowness(await quiet.close())
  say(`${claims} claims at once …`)
  const busy = openShop(house)
  const each: number[] = []
  const took = await timed(() =>
    Promise.all(Array.from({ length: claims }, async (_, n) => each.push(await timed(() => claimed(house, n + 3))))),
  )
  const meanwhile = slowness(await busy.close())
  print({
    benchmark: 'rights-under-load',
    persons: count,
    claims,
    allAnsweredAfterMs: rounded(took, 0),
    claimsPerSecond: rounded(claims / (took / 1000), 0),
    claimMs: { median: rounded(median(each), 0), p95: rounded(p95(each), 0) },
    shop: { alone, meanwhile, p99Ratio: rounded(meanwhile.p99Ms / alone.p99Ms, 2) },
  })
})

async function claimed(house: House, n: number): Promise<void> {
  const [db, subject] = [house.for('rights_handling'), await subjectNumber(house.owner, n)]
  if (n % 2 === 0) await erasePerson(db, new Date(), subject, { inventory, channel: 'my_page' })
  else await giveAccess(db, new Date(), subject, { inventory, controller: sampleController, language: 'nb' })
}
