/**
 * What it costs that a restriction is obeyed: reads through a purpose's views, with the rule that hides whoever is restricted,
 * against the same reads of the tables with no rule at all. Each person has five inquiries; one person in two hundred is restricted.
 *   npm run bench -- restriction-view --persons 1000000 --json
 * Ratios wanted: point read at most 1.05, join of two views at most 1.20, the open inbox at most 1.2. The point read is given as it is
 * sent now, planned each time, and as a prepared statement, where only the rule itself is left to pay for.
 */
import pg from 'pg'
import { sql } from 'kysely'
import { inAHouse, interleaved, median, persons, print, rounded, rounds, say } from './measure.ts'
import { populate, settled, subjectNumber } from './population.ts'

const count = persons(100_000)
const readsPerRound = 500

await inAHouse(async (house) => {
  say(`making ${count} persons and ${5 * count} inquiries …`)
  await populate(house.owner, count)
  await sql
    .raw(`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, answered_at, last_message_at, closed_at)
      select md5('account ' || n)::uuid, md5('inquiry ' || n || ' ' || k)::uuid, 'F-2026-' || n || '-' || k, md5('person ' || n)::uuid, 'question', 'web', 'Spørsmål', 'Hva koster hundre handlenett?',
        at, null, at, case when n % 50 > 0 or k > 1 then at end
      from generate_series(1, ${count}) n, generate_series(1, 5) k, lateral (select timestamptz '2026-01-01 12:00+01' + n % 250 * interval '1 day' as at) t`)
    .execute(house.owner)
  await settled(house.owner)
  const subjects = await Promise.all(
    Array.from({ length: readsPerRound }, (_, n) => subjectNumber(house.owner, 1 + ((n * 7919) % count))),
  )
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  // One connection and one role for both sides: the only difference is the rule.
  const ask = (schema: string, text: (schema: string) => string, values: unknown[] = [], prepared?: string) =>
    client.query({ text: text(schema), values, ...(prepared && { name: `${prepared} ${schema}` }) })

  let next = 0
  const point = (prepared?: string) => (schema: string) => () => {
    const { accountId, personId } = subjects[next++ % subjects.length]!
    return ask(
      schema,
      (of) => `select * from ${of}.person p where p.account_id = $1 and p.id = $2`,
      [accountId, personId],
      prepared,
    )
  }
  const join = (schema: string) => () =>
    ask(
      schema,
      (of) => `select count(*), max(i.received_at), max(p.last_name) from ${of}.inquiry i join ${of}.person p
        on p.account_id = i.account_id and p.id = i.person_id where p.language = 'nb'`,
    )
  const inbox = (schema: string) => () =>
    ask(
      schema,
      (
        of,
      ) => `select i.id, i.number, i.subject, i.received_at, a.name, coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email) as person
        from ${of}.inquiry i join ${of}.account a on a.account_id = i.account_id left join ${of}.person p on p.account_id = i.account_id and p.id = i.person_id
        where i.closed_at is null and (i.answered_at is null or i.answered_at < i.last_message_at) order by i.received_at, i.id limit 25`,
    )
  const compare = async (times: number, of: (schema: string) => () => Promise<unknown>) => {
    const { a, b } = await interleaved(times, of('case_documentation'), of('core'))
    return { viewMs: rounded(median(a)), tableMs: rounded(median(b)), ratio: rounded(median(a) / median(b)) }
  }
  say('reading …')
  const found = {
    pointReadAsSent: await compare(rounds(9) * readsPerRound, point()),
    pointReadPrepared: await compare(rounds(9) * readsPerRound, point('point')),
    joinOfTwoViews: await compare(rounds(9), join),
    openInbox: await compare(rounds(9) * 5, inbox),
  }
  await client.end()
  print({
    benchmark: 'restriction-view',
    persons: count,
    inquiries: 5 * count,
    wanted: 'point 1.05, join 1.20, inbox 1.2',
    ...found,
  })
})
