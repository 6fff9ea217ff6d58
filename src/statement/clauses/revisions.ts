import { sql } from 'kysely'
import { canonical } from '#evidence'
import { createHash } from 'node:crypto'
import { attestation, days, months, probe, query, sentence } from '#sentence'
import type { Clause } from './clause.ts'
import { visitAll } from './visits.ts'

export const versionsNeverChange = sentence({
  id: 'revisions.versions-never-change',
  promises: ['0-b'],
  says: {
    nb: 'Hver versjon av denne erklæringen har en dato og et avtrykk, og endres aldri etterpå. Også en rettet skrivefeil er en ny versjon.',
    en: 'Each version of this statement has a date and a print, and is never changed afterwards. A corrected misprint is a new version too.',
  },
  controls: [
    probe({
      name: 'each version fits its print',
      finds: { nb: 'versjoner stemmer ikke med avtrykket sitt', en: 'versions do not agree with their print' },
      tries: async ({ db }) => {
        const revisions = await db.selectFrom('core.statement_revision').selectAll().execute()
        const print = (texts: unknown, terms: unknown) =>
          createHash('sha256')
            .update(canonical({ texts, terms } as Parameters<typeof canonical>[0]))
            .digest('hex')
        return {
          found: revisions.filter(({ texts, terms, content_hash }) => print(texts, terms) !== content_hash).length,
          of: revisions.length,
        }
      },
    }),
    query({
      name: 'each version is in the log',
      finds: {
        nb: 'versjoner står ikke i loggen, eller har feil dato eller tegn',
        en: 'versions are not in the log, or have a wrong date or character',
      },
      broken: () => sql`select 1 from core.statement_revision r where not exists (select 1 from evidence.entry e
          where e.kind = 'statement published' and (e.body ->> 'revision')::int = r.revision and e.body ->> 'contentHash' = r.content_hash)
          or r.texts::text like '%' || chr(65533) || '%' or r.effective_on < (r.published_at at time zone 'Europe/Oslo')::date
        union all select 1 from (select revision - row_number() over (order by revision) as off from core.statement_revision) n where off <> 0`,
      of: () => sql`select count(*) from core.statement_revision`,
    }),
  ],
})

export const textBeforePractice = sentence({
  id: 'revisions.the-text-comes-first',
  promises: ['8-a'],
  says: {
    nb: 'Endrer vi hva vi gjør med opplysninger, endrer vi først denne teksten. Programmet kan ikke starte med en ny praksis og en gammel tekst.',
    en: 'If we change what we do with data, we change this text first. The program cannot start with a new practice and an old text.',
  },
  controls: [
    probe({
      name: 'the program says what is published',
      finds: {
        nb: 'forskjeller mellom programmet og den publiserte teksten',
        en: 'differences between the program and the published text',
      },
      tries: async ({ db, contentHash }) => {
        const { rows } = await sql<{
          hash: string
        }>`select content_hash as hash from core.statement_revision order by revision desc limit 1`.execute(db)
        return { found: rows[0]?.hash === contentHash ? 0 : 1, of: 1 }
      },
    }),
    query({
      name: 'the database is built from the declarations',
      finds: { nb: 'utsnitt mangler en byggedato', en: 'views lack the date they were built' },
      broken: () => sql`select 1 where not exists (select 1 from house.layer where declarations_hash <> '')`,
      of: () => sql`select count(*) from house.layer`,
    }),
  ],
})

export const lawIsWatched = sentence({
  id: 'revisions.the-law-is-watched',
  promises: ['8-b'],
  says: {
    nb: 'Noen hos oss har ansvar for å følge med på loven og svare på om teksten må endres.',
    en: 'Somebody here is responsible for watching the law and for answering whether the text must change.',
  },
  controls: [
    attestation({
      name: 'the law has been read',
      finds: { nb: 'gjennomganger mangler', en: 'reviews are missing' },
      every: months(6),
      word: {
        nb: 'Jeg har lest endringene i reglene siden sist og svart på om erklæringen må endres.',
        en: 'I have read the changes in the rules since last time and answered whether the statement must change.',
      },
    }),
  ],
})

export const changesAreVisible = sentence({
  id: 'revisions.changes-are-visible',
  promises: ['8-c'],
  terms: { shown: days(30) },
  says: {
    nb: ({ shown }) =>
      `Endringer vises tydelig i minst ${shown.days} dager, og er de viktige for deg som er kunde, skriver vi til deg før de gjelder.`,
    en: ({ shown }) =>
      `Changes are shown clearly for at least ${shown.days} days, and if they matter to you as a customer, we write to you before they apply.`,
  },
})

export const historyIsPublic = sentence({
  id: 'revisions.history-is-public',
  promises: ['8-d'],
  says: {
    nb: 'Alle tidligere versjoner ligger åpent, og for hver dag kan du se hvilken som gjaldt.',
    en: 'All earlier versions are open, and for each day you can see which one applied.',
  },
  controls: [
    probe({
      name: 'each version can be read',
      finds: { nb: 'versjoner kan ikke leses', en: 'versions cannot be read' },
      tries: async (world) => {
        const revisions = await world.db.selectFrom('core.statement_revision').select(['revision', 'content_hash']).execute()
        const pages = await visitAll(
          world,
          revisions.map(({ revision }) => `/personvern/versjoner/${revision}`),
        )
        return {
          found: revisions.filter(({ content_hash }, at) => pages[at]!.status !== 200 || !pages[at]!.html.includes(content_hash))
            .length,
          of: revisions.length,
        }
      },
    }),
  ],
})

export const revisionsClause: Clause = {
  id: 'revisions',
  number: '8',
  title: { nb: 'Endringer i erklæringen', en: 'Changes to this statement' },
  sentences: [versionsNeverChange, textBeforePractice, changesAreVisible, historyIsPublic, lawIsWatched],
}
