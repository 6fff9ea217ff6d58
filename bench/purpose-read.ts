/**
 * What reading for a purpose costs: a point read and an audience through the purpose's view, as the purpose's role, against
 * the same SQL written by hand and run as the owner of the tables.
 *   npm run bench -- purpose-read --persons 1000000 --json
 * Ratio wanted: at most 1.05 each.
 */
import { type Kysely, sql } from 'kysely'
import { inAHouse, interleaved, median, persons, print, rounded, rounds, say } from './measure.ts'
import { populate, settled, subjectNumber } from './population.ts'

const count = persons(100_000)
const readsPerRound = 500

const columns = sql.raw(
  [
    'account_id',
    'id',
    'first_name',
    'last_name',
    'phone',
    'email',
    'job_title',
    'workplace',
    'company_address',
    'invoice_address',
    'language',
    'version',
  ]
    .map((name) => `p.${name}`)
    .join(', '),
)
const not = (table: string, more: string) => `not exists (select 1 from core.${table} s where s.person_id = p.id and ${more})`
// By hand, and asking all that the law asks: who wants to be left alone, wholly or in what this table holds.
const notRestricted = sql.raw(
  not(
    'restriction',
    `s.lifted_at is null and ((s.category is null and s.fields is null and s.document is null) or s.category = 'contact')`,
  ),
)
const mayBeMarketedTo = sql.raw(
  [
    not('objection', `s.lifted_at is null and s.scope in ('marketing', 'contact')`),
    not('relationship_end', 's.reopened_at is null'),
    `exists (select 1 from core.consent s where s.person_id = p.id and s.purpose = 'marketing' and s.confirmed_at is not null and s.withdrawn_at is null)`,
  ].join(' and '),
)

await inAHouse(async (house) => {
  say(`making ${count} persons …`)
  await populate(house.owner, count)
  await settled(house.owner)
  const [deliver, marketing] = [house.for('deliver'), house.for('marketing')]
  const subjects = await Promise.all(
    Array.from({ length: readsPerRound }, (_, n) => subjectNumber(house.owner, 1 + ((n * 7919) % count))),
  )
  const found = { view: 0, hand: 0 }

  // Read by read in turn, and the median of single reads: a pause of the machine then falls on one read, not on one side.
  let next = 0
  const subject = () => subjects[next++ % subjects.length]!
  const byView = () => {
    const { accountId, personId } = subject()
    return sql`select ${columns} from person p where p.account_id = ${accountId} and p.id = ${personId}`.execute(deliver)
  }
  const byHand = () => {
    const { accountId, personId } = subject()
    return sql`select ${columns} from core.person p where p.account_id = ${accountId} and p.id = ${personId} and ${notRestricted}`.execute(
      house.owner,
    )
  }
  const audience = async (db: Kysely<never>, from: ReturnType<typeof sql.raw>) =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n, count(distinct p.language) as languages, max(p.email) as last from ${from} and p.language = 'nb'`.execute(
        db,
      )
    ).rows[0]!.n
  const throughView = async () => {
    found.view = await audience(marketing as unknown as Kysely<never>, sql.raw('person p where true'))
  }
  const writtenByHand = async () => {
    found.hand = await audience(
      house.owner as unknown as Kysely<never>,
      sql`core.person p where ${notRestricted} and ${mayBeMarketedTo}` as never,
    )
  }

  say('point reads …')
  const point = await interleaved(rounds(11) * readsPerRound, byView, byHand)
  say('audiences …')
  const whole = await interleaved(rounds(11), throughView, writtenByHand)
  if (found.view !== found.hand) throw new Error(`the view finds ${found.view}, the hand-written SQL ${found.hand}`)
  print({
    benchmark: 'purpose-read',
    persons: count,
    wanted: '<= 1.05 each',
    pointRead: {
      viewMs: rounded(median(point.a)),
      handMs: rounded(median(point.b)),
      ratio: rounded(median(point.a) / median(point.b)),
    },
    audience: {
      found: found.view,
      viewMs: rounded(median(whole.a), 1),
      handMs: rounded(median(whole.b), 1),
      ratio: rounded(median(whole.a) / median(whole.b)),
    },
  })
})
