import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { watchSessions } from '#operators'
import { days, query, probe, sentence, type Days, type Found, type Months, months } from '#sentence'
import { transfersThat } from './kinds.ts'

/** Sentences about those on whose machines and pages we stand, for the clause `processors`. */

export const bitpro = sentence<{ readonly within: Days }>({
  id: 'processors.bitpro-hosts',
  promises: ['5-i'],
  terms: { within: days(7) },
  says: {
    nb: ({ within }) =>
      `Bitpro AS drifter maskinene våre og ser opplysninger bare når de må for å holde dem i gang. Hvert slikt besøk i databasen føres: hvem, når, og innen ${within.days} dager hvorfor.`,
    en: ({ within }) =>
      `Bitpro AS runs our machines and sees data only when they must to keep them going. Each such visit to the database is recorded: who, when, and within ${within.days} days why.`,
  },
  how: {
    nb: 'Programmet ser hvert minutt etter om noen andre enn det selv er inne i databasen. Kommandoer som åpner den, skriver seg opp selv. En økt på under et minutt kan gå forbi.',
    en: 'Each minute the program looks whether anybody but itself is in the database. Commands that open it write themselves down. A session of less than a minute may pass unseen.',
  },
  controls: [
    query({
      name: 'each visit has a reason',
      finds: { nb: 'besøk i databasen har ingen grunn', en: 'visits to the database have no reason' },
      broken: (now, { within }) => sql`select 1 from core.operator_visit
        where coalesce(trim(reason), '') = '' and began_at + make_interval(days => ${within.days}::int) < ${now}`,
      of: () => sql`select count(*) from core.operator_visit`,
    }),
    probe({
      name: 'a session by hand is seen',
      finds: { nb: 'økter ble ikke sett', en: 'sessions were not seen' },
      tries: ({ db, now }) => (db.isTransaction ? seen(db, now) : rolledBack(db, (tx) => seen(tx, now))),
    }),
    query({
      name: 'the watch is kept while the house runs',
      finds: { nb: 'andre oppgaver gikk mens vakten sto', en: 'other tasks ran while the watch stood still' },
      broken: () => sql`select 1 from graphile_worker._private_known_crontabs other where other.last_execution > coalesce(
          (select coalesce(w.last_execution, w.known_since) from graphile_worker._private_known_crontabs w where w.identifier = 'watch-operators'),
          '-infinity') + interval '1 hour'`,
      of: () => sql`select count(*) from graphile_worker._private_known_crontabs`,
    }),
  ],
})

/** We come in ourselves under a name that is not ours, look whether the watch writes us down, and undo it all. */
async function seen(tx: Kysely<DB>, now: Date): Promise<Found> {
  await sql`select set_config('application_name', 'a session by hand', true)`.execute(tx)
  await sql`delete from core.operator_visit where what = 'a session by hand'`.execute(tx)
  await watchSessions(tx, now)
  const { rows } = await sql`select 1 from core.operator_visit where what = 'a session by hand'
    and session like pg_backend_pid() || '@%'`.execute(tx)
  return { found: rows.length === 1 ? 0 : 1, of: 1 }
}

class Undone extends Error {}

async function rolledBack(db: Kysely<DB>, look: (tx: Kysely<DB>) => Promise<Found>): Promise<Found> {
  let found: Found | undefined
  const undone = db.transaction().execute(async (tx) => {
    found = await look(tx)
    throw new Undone()
  })
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return found!
}

export const nothingTo = (name: string, company: string) =>
  query({
    name,
    finds: { nb: 'overføringer gikk dit', en: 'transfers went there' },
    // An index knows the letters to any of them (migration 280). The letter that asks them to delete names nobody: whom it is about stands behind its link.
    broken: () => sql`select 1 ${transfersThat(sql`recipient ~* ${company}::text`)}
      union all select 1 from core.mail where split_part(to_address, '@', 2) ~* 'bdo|united-?profile'
        and split_part(to_address, '@', 2) ~* ${company}::text and kind <> 'supplier instruction'`,
    of: () => sql`select (select count(*) from core.transfer) + (select count(*) from core.mail)`,
  })

export const unitedProfile = sentence<{ readonly every: Months }>({
  id: 'processors.united-profile-networks',
  promises: ['5-k'],
  terms: { every: months(12) },
  says: {
    nb: ({ every }) =>
      `United Profile Networks AB leverer nettstedet. Det du skriver der, går rett til oss; vi sender dem ingenting om deg. Hver ${every.months}. måned bekrefter de skriftlig at ingenting fra skjemaene blir liggende hos dem, brukes av dem selv eller deles videre.`,
    en: ({ every }) =>
      `United Profile Networks AB supplies the web site. What you write there goes straight to us; we send them nothing about you. Every ${every.months} months they confirm in writing that nothing from the forms stays with them, is used by them or is passed on.`,
  },
  controls: [
    nothingTo('nothing went to them', 'united-?profile'),
    query({
      name: 'their word is no older than agreed',
      finds: { nb: 'bekreftelser mangler eller er for gamle', en: 'confirmations are missing or too old' },
      broken: (now, { every }) => sql`select 1 from core.recipient r
        where r.id = 'united-profile-networks' and r.active_at <= ${now} and coalesce(r.ended_at, 'infinity') > ${now}
        and not exists (select 1 from core.recipient_confirmation c where c.recipient = r.id
          and c.confirmed_on + make_interval(months => ${every.months}::int) >= (${now}::timestamptz at time zone 'Europe/Oslo')::date)`,
      of: () => sql`select count(*) from core.recipient_confirmation where recipient = 'united-profile-networks'`,
    }),
  ],
})
