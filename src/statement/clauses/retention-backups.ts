import { sql } from 'kysely'
import { keepBackups } from '#backup'
import { probe, sentence, test, type Days, type World } from '#sentence'

/** What a nightly exercise found last, and when; undefined while there has been none: unproven, never green. */
export async function lastExercise({ db, now }: World, kind: string, found = 'found', of = 'of') {
  const { rows } = await sql<{ at: Date; found: number; of: number }>`
    select at, (body ->> ${found})::int as found, (body ->> ${of})::int as of from evidence.entry
    where kind = ${kind} and at <= ${now} and body ? ${found} order by at desc limit 1`.execute(db)
  return rows[0]
}

export const backups = sentence<{ readonly keep: Days }>({
  id: 'retention.backups-roll-over',
  promises: ['4-j'],
  terms: { keep: keepBackups },
  says: {
    nb: ({ keep }) =>
      `Hver natt tar vi en kryptert sikkerhetskopi, og ingen blir eldre enn ${keep.days} dager. Må vi legge en tilbake, gjør vi slettinger, begrensninger og protester på nytt før noen slipper inn. Det øver vi på hver natt.`,
    en: ({ keep }) =>
      `Every night we take an encrypted backup, and none grows older than ${keep.days} days. If we must restore one, erasures, restrictions and objections are done again before anybody is let in. We drill it every night.`,
  },
  how: {
    nb: 'Slettinger, begrensninger og protester står i en protokoll utenfor databasen, med nummer i stedet for navn. Om natten legges den nyeste kopien inn på en egen databasetjener, protokollen gjøres på nytt, og vi leter etter dem som er slettet. Så kastes den.',
    en: 'Erasures, restrictions and objections stand in a ledger outside the database, with numbers instead of names. At night the newest backup is loaded on a database server of its own, the ledger is done again, and we look for those who were erased. Then it is thrown away.',
  },
  controls: [
    probe({
      name: 'a restore was drilled',
      finds: {
        nb: 'slettinger, begrensninger og protester manglet i den gjenopprettede kopien',
        en: 'erasures, restrictions and objections were missing in the restored copy',
      },
      tries: (world) => lastExercise(world, 'restore drilled'),
    }),
    probe({
      name: 'no backup is too old',
      finds: { nb: 'sikkerhetskopier er eldre enn lovet', en: 'backups are older than promised' },
      tries: (world) => lastExercise(world, 'restore drilled', 'tooOld', 'backups'),
    }),
    test({
      name: 'nobody is let in before it is over',
      finds: { nb: 'prøver av gjenoppretting feilet', en: 'tests of restoring failed' },
      file: 'src/backups/put-back.test.ts',
      title: 'opens for nobody while it is not over, and is finished by the next run wherever it was killed',
    }),
  ],
})
