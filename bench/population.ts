/**
 * Many people, made by the database itself and the same every time: ids from numbers, nothing random. Towards these people the promises are kept. The ids are in the order of time, as
 * ours are (UUIDv7). No row is asked whether what it refers to is there: that takes most of the time it takes to make them.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '#database'
import { sampleController } from '#merchant'

const kinds = [
  'account',
  'person',
  'consent',
  'objection',
  'restriction',
  'shown',
  'reading',
  'inquiry',
  'message',
  'mail',
  'transfer',
  'order',
  'invoice',
] as const

/** SQL for the id of number `n` of that kind; `k` where there are several of the same number. */
export function idOf(kind: (typeof kinds)[number], n: string, k = '0'): RawBuilder<unknown> {
  const digits = String(kinds.indexOf(kind)).padStart(3, '0')
  return sql.raw(
    `(lpad(to_hex(x'019000000000'::bigint + ${n}), 12, '0') || '7${digits}8000' || lpad(to_hex(${k}), 12, '0'))::uuid`,
  )
}

/** SQL for the moment of number `n` of so many: 250 days of 2026, one after the other, as rows come to a house. */
export const momentOf = (count: number): RawBuilder<unknown> =>
  sql.raw(`timestamptz '2026-01-01 12:00+01' + n % ${count} * interval '250 days' / ${count}`)

/** SQL for a number in letters, so that each has a name of their own, as a search for names reads it. */
const letters = sql.raw(`translate(n::text, '0123456789', 'abcdefghij')`)

const account = (n: string) => idOf('account', n)
const person = (n: string) => idOf('person', n)

/** Writes rows without asking whether what they refer to is there. */
export function unasked(owner: Kysely<DB>, act: (tx: Kysely<DB>) => Promise<void>): Promise<void> {
  return owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await act(tx)
  })
}

/** Person number n, from 1. */
export async function subjectNumber(owner: Kysely<DB>, n: number): Promise<{ accountId: string; personId: string }> {
  const { rows } = await sql<{
    accountId: string
    personId: string
  }>`select ${account(String(n))} as "accountId", ${person(String(n))} as "personId"`.execute(owner)
  return rows[0]!
}

/** `count` customers with one contact person each; seven in ten have confirmed a consent, a few have objected or are restricted. */
export function populate(owner: Kysely<DB>, count: number): Promise<void> {
  return unasked(owner, async (tx) => {
    const series = sql.raw(`generate_series(1, ${count}) n`)
    const [a, p] = [account('n'), person('n')]
    const then = momentOf(count)
    await sql`insert into core.account (account_id, kind, customer_number, name, organisation_form, country, created_at, last_active_at)
      select ${a}, 'customer', 1000000 + n, 'Bedrift ' || n || ' AS', 'AS', 'NO', ${then}, ${then} from ${series}`.execute(tx)
    await sql`insert into core.person (account_id, id, first_name, last_name, phone, email, language, registered_at, created_at, last_active_at)
      select ${a}, ${p}, 'Ane' || ${letters}, 'Vik' || ${letters}, '+47 9' || lpad(n::text, 7, '0'), 'person' || n || '@bedrift.example',
        case n % 10 when 0 then 'en' else 'nb' end, ${then}, ${then}, ${then} from ${series}`.execute(tx)
    await sql`insert into core.consent (account_id, id, person_id, purpose, channel, text_shown, text_hash, language, statement_revision, source, mechanism, given_at, confirmed_at)
      select ${a}, ${idOf('consent', 'n')}, ${p}, 'marketing', 'email', text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), 'nb', 1, 'own_page', 'bench',
        ${then} + interval '1 hour', ${then} + interval '2 hours' from ${series}, (select 'Ja, ' || ${sampleController.legalName}::text || ' kan sende meg nyheter' as text) t where n % 10 < 7`.execute(
      tx,
    )
    await sql`insert into core.objection (account_id, id, person_id, scope, channel, objected_at)
      select ${a}, ${idOf('objection', 'n')}, ${p}, case n % 2 when 0 then 'marketing' else 'contact' end, 'my_page', ${then} from ${series} where n % 33 = 0`.execute(
      tx,
    )
    await sql`insert into core.suppression (address_hash, kind, at, channel)
      select encode(sha256(convert_to('print ' || n, 'UTF8')), 'hex'), 'email', ${then}, 'my_page' from ${series} where n % 33 = 0`.execute(
      tx,
    )
    await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at)
      select ${a}, ${idOf('restriction', 'n')}, ${p}, 'accuracy_contested', ${then} from ${series} where n % 200 = 0`.execute(tx)
  })
}

/** Ten rows about each of them: where four values came from, the statement shown, an inquiry with two messages, two look-ups. */
export function withHistory(owner: Kysely<DB>, count: number): Promise<void> {
  return unasked(owner, async (tx) => {
    const series = sql.raw(`generate_series(1, ${count}) n`)
    const [a, p] = [account('n'), person('n')]
    const then = momentOf(count)
    await sql`insert into core.provenance (account_id, person_id, field, source, channel, actor, at)
      select ${a}, ${p}, f, 'self_registration', 'web', 'person', ${then} from ${series}, unnest(array['first_name', 'last_name', 'email', 'phone']) f`.execute(
      tx,
    )
    await sql`insert into core.statement_shown (account_id, id, person_id, revision, form, at)
      select ${a}, ${idOf('shown', 'n')}, ${p}, 1, 'register', ${then} from ${series}`.execute(tx)
    await sql`insert into auth."user" (id, name, email, "emailVerified") values ('bench', 'Bente Benk', 'bente@bedrift.example', true) on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into core.staff values ('bench', 'salesperson', '2025-12-01', null) on conflict do nothing`.execute(tx)
    await inquiries(tx, count, sql.raw(`(select n, n as about from generate_series(1, ${count}) n) s`))
    await sql`insert into core.reading (account_id, id, person_id, staff_user_id, staff_role, purpose, subject, at)
      select ${a}, ${idOf('reading', 'n', 'r')}, ${p}, 'bench', 'salesperson', 'deliver', 'customer card', ${then} from ${series}, generate_series(1, 2) r`.execute(
      tx,
    )
  })
}

/** Each of these has asked that many times more, three rows a time: the heaviest there are. */
export function heaviest(owner: Kysely<DB>, count: number, more: number, which: readonly number[] = [1]): Promise<void> {
  return unasked(owner, async (tx) => {
    for (const [at, about] of which.entries())
      await inquiries(
        tx,
        count,
        sql.raw(`(select ${count + at * more} + n as n, ${about} as about from generate_series(1, ${more}) n) s`),
      )
  })
}

async function inquiries(owner: Kysely<DB>, count: number, series: ReturnType<typeof sql.raw>): Promise<void> {
  const a = account('about')
  const then = momentOf(count)
  await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, answered_at, last_message_at)
    select ${a}, ${idOf('inquiry', 'n')}, 'F-2026-' || n, ${person('about')}, 'question', 'web', 'Spørsmål ' || n, 'Hva koster hundre handlenett med trykk?', ${then}, ${then}, ${then}
    from ${series}`.execute(owner)
  await sql`insert into core.inquiry_message (account_id, id, inquiry_id, direction, staff_user_id, body, at)
    select ${a}, ${idOf('message', 'n', 'd')}, ${idOf('inquiry', 'n')}, case d when 1 then 'in' else 'out' end, case d when 2 then 'bench' end, 'Takk for spørsmålet, her er svaret.', ${then} from ${series}, generate_series(1, 2) d`.execute(
    owner,
  )
}

/** Five inquiries of each person; of every fiftieth one still waits. */
export function inquiriesOf(owner: Kysely<DB>, count: number): Promise<void> {
  const then = momentOf(count)
  return unasked(owner, async (tx) => {
    await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, answered_at, last_message_at, closed_at)
      select ${account('n')}, ${idOf('inquiry', 'n', 'k')}, 'F-2026-' || n || '-' || k, ${person('n')}, 'question', 'web', 'Spørsmål', 'Hva koster hundre handlenett?',
        at, null, at, case when n % 50 > 0 or k > 1 then at end
      from ${sql.raw(`generate_series(1, ${count}) n, generate_series(1, 5) k`)}, lateral (select ${then} as at) t`.execute(tx)
  })
}

export async function settled(owner: Kysely<DB>): Promise<void> {
  await sql`vacuum analyze`.execute(owner)
  await sql`checkpoint`.execute(owner)
}
