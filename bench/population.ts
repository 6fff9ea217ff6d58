/** Many people, made by the database itself and the same every time: ids from numbers, nothing random. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'

const account = (n: string) => sql.raw(`md5('account ' || ${n})::uuid`)
const person = (n: string) => sql.raw(`md5('person ' || ${n})::uuid`)

/** Person number n, from 1. */
export async function subjectNumber(owner: Kysely<DB>, n: number): Promise<{ accountId: string; personId: string }> {
  const { rows } = await sql<{
    accountId: string
    personId: string
  }>`select ${account(String(n))} as "accountId", ${person(String(n))} as "personId"`.execute(owner)
  return rows[0]!
}

/** `count` customers with one contact person each; seven in ten have confirmed a consent, a few have objected or are restricted. */
export async function populate(owner: Kysely<DB>, count: number): Promise<void> {
  const series = sql.raw(`generate_series(1, ${count}) n`)
  const [a, p] = [account('n'), person('n')]
  const then = sql.raw(`timestamptz '2026-01-01 12:00+01' + n % 250 * interval '1 day'`)
  await sql`insert into core.account (account_id, kind, customer_number, name, country, created_at, last_active_at)
    select ${a}, 'customer', 1000000 + n, 'Bedrift ' || n || ' AS', 'NO', ${then}, ${then} from ${series}`.execute(owner)
  await sql`insert into core.person (account_id, id, first_name, last_name, phone, email, job_title, workplace, language, registered_at, created_at, last_active_at)
    select ${a}, ${p}, 'Fornavn' || n, 'Etternavn' || n, '+47 9' || lpad(n::text, 7, '0'), 'person' || n || '@bedrift.example', 'Innkjøper', 'Bedrift ' || n || ' AS',
      case n % 10 when 0 then 'en' else 'nb' end, ${then}, ${then}, ${then} from ${series}`.execute(owner)
  await sql`insert into core.consent (account_id, id, person_id, purpose, channel, text_shown, text_hash, language, statement_revision, source, mechanism, given_at, confirmed_at)
    select ${a}, md5('consent ' || n)::uuid, ${p}, 'marketing', 'email', 'Ja, send meg nyheter', 'x', 'nb', 1, 'own_page', 'bench', ${then}, ${then} from ${series} where n % 10 < 7`.execute(
    owner,
  )
  await sql`insert into core.objection (account_id, id, person_id, scope, channel, objected_at)
    select ${a}, md5('objection ' || n)::uuid, ${p}, case n % 2 when 0 then 'marketing' else 'contact' end, 'my_page', ${then} from ${series} where n % 33 = 0`.execute(
    owner,
  )
  await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at)
    select ${a}, md5('restriction ' || n)::uuid, ${p}, 'accuracy_contested', ${then} from ${series} where n % 200 = 0`.execute(
    owner,
  )
}

/** Ten rows about each of them: where four values came from, the statement shown, an inquiry with two messages, two look-ups. */
export async function withHistory(owner: Kysely<DB>, count: number): Promise<void> {
  const series = sql.raw(`generate_series(1, ${count}) n`)
  const [a, p] = [account('n'), person('n')]
  const then = sql.raw(`timestamptz '2026-01-01 12:00+01' + n % 250 * interval '1 day'`)
  await sql`insert into core.provenance (account_id, person_id, field, source, channel, actor, at)
    select ${a}, ${p}, f, 'self_registration', 'web', 'person', ${then} from ${series}, unnest(array['first_name', 'last_name', 'email', 'phone']) f`.execute(
    owner,
  )
  await sql`insert into core.statement_shown (account_id, id, person_id, revision, form, at)
    select ${a}, md5('shown ' || n)::uuid, ${p}, 1, 'register', ${then} from ${series}`.execute(owner)
  await inquiries(owner, sql.raw(`(select n, n as about from generate_series(1, ${count}) n) s`))
  await sql`insert into core.reading (account_id, id, person_id, staff_user_id, staff_role, purpose, subject, at)
    select ${a}, md5('reading ' || n || ' ' || r)::uuid, ${p}, 'bench', 'salesperson', 'deliver', 'customer card', ${then} from ${series}, generate_series(1, 2) r`.execute(
    owner,
  )
}

/** Each of these has asked that many times more, three rows a time: the heaviest there are. */
export async function heaviest(owner: Kysely<DB>, count: number, more: number, which: readonly number[] = [1]): Promise<void> {
  for (const [at, about] of which.entries())
    await inquiries(
      owner,
      sql.raw(`(select ${count + at * more} + n as n, ${about} as about from generate_series(1, ${more}) n) s`),
    )
}

async function inquiries(owner: Kysely<DB>, series: ReturnType<typeof sql.raw>): Promise<void> {
  const a = account('about')
  const then = sql.raw(`timestamptz '2026-01-01 12:00+01' + n % 250 * interval '1 day'`)
  await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, answered_at, last_message_at)
    select ${a}, md5('inquiry ' || n)::uuid, 'F-2026-' || n, ${person('about')}, 'question', 'web', 'Spørsmål ' || n, 'Hva koster hundre handlenett med trykk?', ${then}, ${then}, ${then}
    from ${series}`.execute(owner)
  await sql`insert into core.inquiry_message (account_id, id, inquiry_id, direction, body, at)
    select ${a}, md5('message ' || n || ' ' || d)::uuid, md5('inquiry ' || n)::uuid, d, 'Takk for spørsmålet, her er svaret.', ${then} from ${series}, unnest(array['in', 'out']) d`.execute(
    owner,
  )
}

export async function settled(owner: Kysely<DB>): Promise<void> {
  await sql`vacuum analyze`.execute(owner)
  await sql`checkpoint`.execute(owner)
}
