import { sql } from 'kysely'
import { needs, personalColumn, type Declared } from '#personal-data'
import { endingsOf, isEndless, rowEnding, rules } from '#retention'
import { attestation, months, probe, query, sentence, type Found, type World } from '#sentence'
import { holdIsWitnessed } from './as-witnessed.ts'
import type { Clause } from './clause.ts'
import { backups } from './retention-backups.ts'
import { bookkeepingStays } from './retention-bookkeeping.ts'
import { deletionIsReal, deletionRunsByItself } from './retention-deletion.ts'
import { securitySentences } from './retention-security.ts'

export const everythingHasAnEnd = sentence({
  id: 'retention.everything-has-an-end',
  promises: ['4-a'],
  says: {
    nb: 'Hvert slag opplysninger har sin egen regel for når det slettes, og hver rad kan si hvilken. Uten en regel kan det ikke lagres.',
    en: 'Each kind of data has its own rule for when it is deleted, and each row can say which. Without a rule it cannot be stored.',
  },
  controls: [
    probe({
      name: 'each field has a rule',
      finds: { nb: 'felt om personer har ingen regel', en: 'fields about persons have no rule' },
      tries: async ({ inventory }) => {
        const personal = inventory.flatMap(({ columns }) =>
          Object.values(columns)
            .map(personalColumn)
            .filter((column) => column !== undefined),
        )
        return { found: personal.filter(({ ends }) => !Object.hasOwn(rules, ends)).length, of: personal.length }
      },
    }),
    probe({
      name: 'each row has an end',
      finds: { nb: 'rader om personer har ingen regel som avslutter dem', en: 'rows about persons have no rule that ends them' },
      reads: 'Which rule ends a row may hang on other rows; each is asked.',
      tries: rowsWithoutRule,
    }),
  ],
})

async function rowsWithoutRule({ db, inventory }: World): Promise<Found> {
  const sum = { found: 0, of: 0 }
  await db.transaction().execute(async (tx) => {
    // As the sweep sees the tables: by the bare names of its own purpose.
    await sql`set local search_path to legal_obligation, core; set local work_mem = '64MB'`.execute(tx)
    for (const table of inventory) {
      const ending = rowEnding(table)
      if (ending === undefined || endsWithAnother(table)) continue
      const { rows } = await sql
        .raw<Found>(
          `select (select count(*) from ${rowsOf(table)} t where ${ending.rule} is null)::int as found, (select count(*) from ${rowsOf(table)})::int as of`,
        )
        .execute(tx)
      sum.found += rows[0]!.found
      sum.of += rows[0]!.of
    }
  })
  return { found: sum.found + inventory.filter(isEndless).length, of: sum.of }
}

const rowsOf = ({ table }: Declared) => `"${table.replace('.', '"."')}"`

// What belongs to another row ends with it at the latest; of what is only emptied, a row that holds nothing has nothing to end.
function endsWithAnother(table: Declared): boolean {
  return table.through !== undefined || table.goesWith !== undefined || endingsOf(table).every(({ does }) => does === 'empty')
}

export const needIsWritten = sentence({
  id: 'retention.the-need-is-written-down',
  promises: ['4-b'],
  says: {
    nb: 'Hvorfor vi trenger hvert slag opplysninger, er skrevet ned, og leses på nytt hvert år.',
    en: 'Why we need each kind of data is written down, and read anew every year.',
  },
  controls: [
    probe({
      name: 'each kind has its need',
      finds: { nb: 'slag opplysninger har ikke noe nedskrevet behov', en: 'kinds of data have no written need' },
      tries: async ({ inventory }) => {
        const held = new Set(
          inventory.flatMap(({ columns }) => Object.values(columns).flatMap((column) => personalColumn(column)?.holds ?? [])),
        )
        return { found: [...held].filter((kind) => (needs[kind]?.nb.length ?? 0) < 30).length, of: held.size }
      },
    }),
    attestation({
      name: 'yearly reading',
      finds: { nb: 'gjennomganger mangler', en: 'reviews are missing' },
      every: months(12),
      word: {
        nb: 'Behovet for hvert slag opplysninger er lest på nytt, og alt som ikke trengs, er tatt ut.',
        en: 'The need for each kind of data has been read anew, and what is not needed has been taken out.',
      },
    }),
  ],
})

export const holdsLapse = sentence({
  id: 'retention.holds-lapse',
  promises: ['4-c'],
  says: {
    nb: 'Må vi beholde noe lenger på grunn av en tvist, skal det ha en navngitt grunn, leses hver tredje måned og falle bort av seg selv etter et år.',
    en: 'If a dispute makes us keep something longer, it shall have a named reason, be read every three months and lapse by itself after a year.',
  },
  how: {
    nb: 'Hver slik beslutning gjelder én sak eller én person, bærer en henvisning til kravet, og du ser den i innsynet ditt.',
    en: 'Each such decision is about one item or one person, bears a reference to the claim, and your access package shows it.',
  },
  controls: [
    query({
      name: 'none is longer than a year',
      finds: {
        nb: 'beslutninger om å beholde varer lenger enn ett år uten å være fornyet',
        en: 'decisions to keep last longer than a year without being renewed',
      },
      broken: () =>
        sql`select 1 from core.hold where released_at is null and lapses_on > (reviewed_at at time zone 'Europe/Oslo')::date + interval '12 months'`,
      of: () => sql`select count(*) from core.hold`,
    }),
    query({
      name: 'each is read every three months',
      finds: {
        nb: 'beslutninger om å beholde er ikke lest på over 90 dager',
        en: 'decisions to keep have not been read for more than 90 days',
      },
      broken: (now) =>
        sql`select 1 from core.hold where released_at is null and reviewed_at + interval '97 days' < ${now} and lapses_on >= (${now}::timestamptz at time zone 'Europe/Oslo')::date`,
      of: () => sql`select count(*) from core.hold where released_at is null`,
    }),
    query({
      name: 'each has its reason',
      finds: {
        nb: 'beslutninger mangler grunn, krav eller hvem som besluttet',
        en: 'decisions lack a reason, a claim or who decided',
      },
      broken: () => sql`select 1 from core.hold where trim(reason) = '' or trim(reference) = '' or trim(approved_by) = ''`,
      of: () => sql`select count(*) from core.hold`,
    }),
    holdIsWitnessed,
  ],
})

export const signInEnds = sentence<{ readonly longest: number }>({
  id: 'retention.sign-in-ends',
  promises: ['4-a'],
  terms: { longest: 30 },
  says: {
    nb: ({ longest }) => `En innlogging varer høyst ${longest} dager. Så må du logge inn på nytt.`,
    en: ({ longest }) => `A session lasts ${longest} days at most. Then you must sign in again.`,
  },
  controls: [
    query({
      name: 'no session is longer',
      finds: { nb: 'innlogginger varer lenger enn lovet', en: 'sessions last longer than promised' },
      broken: (now, { longest }) =>
        sql`select 1 from auth.session where "expiresAt" > ${now}::timestamptz + make_interval(days => ${longest}::int)`,
      of: () => sql`select count(*) from auth.session`,
    }),
  ],
})

export const retentionClause: Clause = {
  id: 'retention',
  number: '4',
  title: { nb: 'Oppbevaring og sikring', en: 'Storage and security' },
  sentences: [
    everythingHasAnEnd,
    needIsWritten,
    deletionRunsByItself,
    deletionIsReal,
    holdsLapse,
    bookkeepingStays,
    signInEnds,
    ...securitySentences,
    backups,
  ],
}
