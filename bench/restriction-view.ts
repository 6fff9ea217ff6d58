/**
 * What it costs that a restriction is obeyed: reads through a purpose's views, with the rule that hides whoever is restricted,
 * against the same reads of the tables with no rule at all. Each person has five inquiries; one person in two hundred is restricted.
 *   npm run bench -- restriction-view --persons 1000000 --json
 * Ratios wanted: point read at most 1.05, join of two views at most 1.20, the open inbox at most 1.2. All are asked as the program asks,
 * by its own connections, which have the server keep a plan (decisions 56 and 92); the point read is also given as it is when planned each
 * time. With `--keep FOLDER` the persons of that house are asked, if there are any.
 */
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { openDatabase } from '#database'
import { inAHouse, interleaved, median, persons, print, rounded, rounds, say } from './measure.ts'
import { inquiriesOf, populate, settled, subjectNumber } from './population.ts'

const count = persons(100_000)
const readsPerRound = 500

await inAHouse(async (house) => {
  const standing = await house.owner.selectFrom('core.person').select('id').limit(1).execute()
  if (standing.length === 0) {
    say(`making ${count} persons and ${5 * count} inquiries …`)
    await populate(house.owner, count)
    await inquiriesOf(house.owner, count)
    await settled(house.owner)
  }
  const subjects = await Promise.all(
    Array.from({ length: readsPerRound }, (_, n) => subjectNumber(house.owner, 1 + ((n * 7919) % count))),
  )
  // One connection and one role for both sides: the only difference is the rule.
  const db = openDatabase<never>(house.ownerUrl, { max: 1 })
  const anew = new pg.Client({ connectionString: house.ownerUrl })
  await anew.connect()

  let next = 0
  const subject = () => subjects[next++ % subjects.length]!
  const point = (schema: RawBuilder<unknown>) => {
    const { accountId, personId } = subject()
    return sql`select * from ${schema}.person p where p.account_id = ${accountId} and p.id = ${personId}`
  }
  const join = (schema: RawBuilder<unknown>) => sql`
    select count(*), max(i.received_at), max(p.last_name) from ${schema}.inquiry i join ${schema}.person p
      on p.account_id = i.account_id and p.id = i.person_id where p.language = ${'nb'}`
  const inbox = (schema: RawBuilder<unknown>) => sql`
    select i.id, i.number, i.subject, i.received_at, a.name, coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email) as person
    from ${schema}.inquiry i join ${schema}.account a on a.account_id = i.account_id left join ${schema}.person p on p.account_id = i.account_id and p.id = i.person_id
    where i.closed_at is null and (i.answered_at is null or i.answered_at < i.last_message_at) and ${true}::boolean order by i.received_at, i.id limit 25`

  const compare = async (times: number, asked: (schema: RawBuilder<unknown>) => RawBuilder<unknown>, send = ask) => {
    const of = (schema: string) => () => send(asked(sql.raw(schema)))
    const { a, b } = await interleaved(times, of('case_documentation'), of('core'))
    return { viewMs: rounded(median(a)), tableMs: rounded(median(b)), ratio: rounded(median(a) / median(b)) }
  }
  const ask = (question: RawBuilder<unknown>): Promise<unknown> => question.execute(db)
  const askAnew = (question: RawBuilder<unknown>): Promise<unknown> => {
    const { sql: text, parameters } = question.compile(db)
    return anew.query(text, [...parameters])
  }
  say('reading …')
  const found = {
    pointRead: await compare(rounds(9) * readsPerRound, point),
    joinOfTwoViews: await compare(rounds(9), join),
    openInbox: await compare(rounds(9) * readsPerRound, inbox),
    pointReadPlannedEachTime: await compare(rounds(9) * readsPerRound, point, askAnew),
  }
  await Promise.all([db.destroy(), anew.end()])
  print({
    benchmark: 'restriction-view',
    persons: count,
    inquiries: 5 * count,
    wanted: 'point 1.05, join 1.20, inbox 1.2',
    ...found,
  })
})
