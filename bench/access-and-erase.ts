/**
 * A person's rights among very many: the access package of a median person and of the heaviest, and erasure (case, rows,
 * evidence, search of every table, certificate) against hand-written SQL that deletes the same rows.
 *   npm run bench -- access-and-erase --persons 1000000 --json
 * Ratio wanted for erasure: at most 2. Each person has ten rows besides their own; the heaviest has thirty thousand more.
 */
import { sql } from 'kysely'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import type { Subject } from '#purposes'
import { erasePerson, giveAccess } from '#rights'
import type { House } from '../src/open-house.ts'
import { inAHouse, median, persons, print, rounded, rounds, say, timed } from './measure.ts'
import { heaviest, populate, settled, subjectNumber, withHistory } from './population.ts'

const count = persons(10_000)
const more = Math.min(10_000, count)
const times = rounds(7)

await inAHouse(async (house) => {
  say(`making ${count} persons and ${count * 10} rows about them …`)
  await saveController(house.owner, new Date(), sampleController)
  await populate(house.owner, count)
  await withHistory(house.owner, count)
  await heaviest(house.owner, count, more)
  await settled(house.owner)

  say('access …')
  const middle = await subjectNumber(house.owner, count >> 1)
  const most = await subjectNumber(house.owner, 1)
  const access = { medianMs: [] as number[], heaviestMs: [] as number[], medianRows: 0, heaviestRows: 0 }
  for (let round = 0; round < times; round++) {
    access.medianMs.push(
      await timed(async () => {
        access.medianRows = await rowsGiven(house, middle)
      }),
    )
    access.heaviestMs.push(
      await timed(async () => {
        access.heaviestRows = await rowsGiven(house, most)
      }),
    )
  }

  say('erasure …')
  const erased: number[] = []
  const byHand: number[] = []
  for (let round = 0; round < times; round++) {
    const [one, other] = [await subjectNumber(house.owner, 10 + round * 2), await subjectNumber(house.owner, 11 + round * 2)]
    erased.push(await timed(() => erasePerson(house.for('rights_handling'), new Date(), one, { inventory, channel: 'my_page' })))
    byHand.push(await timed(() => deleted(house, other)))
    say(`  ${Math.round(erased.at(-1)!)} ms, by hand ${Math.round(byHand.at(-1)!)} ms`)
  }
  const heaviestMs = await timed(() =>
    erasePerson(house.for('rights_handling'), new Date(), most, { inventory, channel: 'my_page' }),
  )

  print({
    benchmark: 'access-and-erase',
    persons: count,
    rowsAboutThem: count * 10 + more * 3,
    wanted: 'erasure <= 2',
    access: {
      medianMs: rounded(median(access.medianMs), 1),
      medianRows: access.medianRows,
      heaviestMs: rounded(median(access.heaviestMs), 1),
      heaviestRows: access.heaviestRows,
    },
    erasure: {
      erasureMs: rounded(median(erased), 1),
      byHandMs: rounded(median(byHand), 1),
      ratio: rounded(median(erased) / median(byHand), 2),
      heaviestMs: rounded(heaviestMs, 1),
    },
  })
})

async function rowsGiven(house: House, subject: Subject): Promise<number> {
  const { found } = await giveAccess(house.for('rights_handling'), new Date(), subject, {
    inventory,
    controller: sampleController,
    language: 'nb',
  })
  return found.data.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** What a careful colleague would type: the same rows, children before parents, in one transaction. */
async function deleted({ owner }: House, { accountId, personId }: Subject): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    const theirs = sql`account_id = ${accountId} and person_id = ${personId}`
    await sql`delete from core.inquiry_message where (account_id, inquiry_id) in (select account_id, id from core.inquiry where ${theirs})`.execute(
      tx,
    )
    for (const table of ['inquiry', 'reading', 'statement_shown', 'provenance', 'consent', 'objection', 'restriction']) {
      await sql`delete from ${sql.table(`core.${table}`)} where ${theirs}`.execute(tx)
    }
    await sql`delete from core.person where account_id = ${accountId} and id = ${personId}`.execute(tx)
  })
}
