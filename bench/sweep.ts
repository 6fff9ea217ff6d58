/**
 * The sweep of expired rows against one bare DELETE of the same rows, rows per second each, and how long the shop's own acts take
 * meanwhile: four visitors ask, each twenty times a second, while either way of deleting runs, and while neither does.
 *   npm run bench -- sweep --rows 1000000 --json
 * Ratio wanted: at least 0.8.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { sweep } from '#retention'
import { publishIfChanged } from '#statement'
import { inAHouse, median, print, rounded, rounds, say, timed, wish } from './measure.ts'
import { idOf } from './population.ts'
import { openShop, slowness } from './shop.ts'

const count = Number(wish.rows ?? 100_000)
const now = new Date()

await inAHouse(async (house) => {
  await saveController(house.owner, now, sampleController)
  await publishIfChanged(house.owner, now)
  const places = { legal: house.for('legal_obligation'), security: house.for('security') }
  const ways = { bare: () => bareDelete(house.owner), swept: () => sweep(places, inventory, now) }
  const took = { bare: [] as number[], swept: [] as number[] }
  const waited = { bare: [] as number[], swept: [] as number[] }
  for (let round = 0; round <= rounds(3); round++) {
    for (const way of round % 2 === 0 ? (['bare', 'swept'] as const) : (['swept', 'bare'] as const)) {
      await lookUps(house.owner)
      say(`round ${round}, ${way} …`)
      const shop = openShop(house)
      const ms = await timed(ways[way])
      const asked = await shop.close()
      if (await anyLeft(house.owner)) throw new Error(`${way} left rows`)
      // The first round warms up.
      if (round > 0) {
        took[way].push(ms)
        waited[way].push(...asked)
      }
    }
  }
  const quiet = openShop(house)
  await pause(5000)
  const alone = await quiet.close()
  const perSecond = (ms: readonly number[]) => rounded(count / (median(ms) / 1000), 0)
  print({
    benchmark: 'sweep',
    rows: count,
    wanted: '>= 0.8',
    sweptPerSecond: perSecond(took.swept),
    barePerSecond: perSecond(took.bare),
    ratio: rounded(median(took.bare) / median(took.swept)),
    inquiriesMeanwhile: {
      duringSweep: slowness(waited.swept),
      duringBareDelete: slowness(waited.bare),
      otherwise: slowness(alone),
    },
  })
})

/** Look-ups by staff, kept for a year: the log that grows fastest. */
async function lookUps(owner: Kysely<DB>): Promise<void> {
  await sql`truncate core.reading`.execute(owner)
  await sql`insert into core.reading (account_id, id, person_id, staff_user_id, staff_role, purpose, subject, at)
    select ${idOf('account', 'n')}, ${idOf('reading', 'n')}, ${idOf('person', 'n')}, 'bench', 'salesperson', 'deliver', 'customer card',
      timestamptz '2020-01-01 12:00+01' from generate_series(1, ${sql.lit(count)}) n`.execute(owner)
  await sql`vacuum analyze core.reading`.execute(owner)
  await sql`checkpoint`.execute(owner)
}

async function anyLeft(owner: Kysely<DB>): Promise<boolean> {
  return (await sql`select 1 from core.reading limit 1`.execute(owner)).rows.length > 0
}

async function bareDelete(owner: Kysely<DB>): Promise<void> {
  await sql`delete from core.reading where at + interval '12 months' < ${now}`.execute(owner)
}
