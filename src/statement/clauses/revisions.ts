import { sql } from 'kysely'
import { definitionsOf, differences } from '#database'
import { canonical } from '#evidence'
import { createHash } from 'node:crypto'
import { rules } from '#retention'
import { days, probe, query, sentence, test, type Days } from '#sentence'
import type { Clause } from './clause.ts'
import { consentsThat, shownThat } from './kinds.ts'
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
        union all select 1 from evidence.entry where kind = 'statement published' group by body ->> 'revision' having count(distinct body ->> 'contentHash') > 1
        union all select 1 from (select revision - row_number() over (order by revision) as off from core.statement_revision) n where off <> 0`,
      of: () => sql`select count(*) from core.statement_revision`,
    }),
    query({
      name: 'never two at once',
      finds: {
        nb: 'versjoner skulle gjelde før en tidligere versjon gjorde det',
        en: 'versions were to apply before an earlier one did',
      },
      broken:
        () => sql`select 1 from core.statement_revision later join core.statement_revision before on later.revision > before.revision
        where later.effective_on < before.effective_on`,
      of: () => sql`select count(*) from core.statement_revision`,
    }),
  ],
})

export const textBeforePractice = sentence({
  id: 'revisions.the-text-comes-first',
  promises: ['8-a'],
  says: {
    nb: 'Endrer vi hva vi gjør med opplysninger, endrer vi først denne teksten. Programmet starter ikke med en ny praksis og en gammel tekst, og tallene i setningene endres først den dagen den nye teksten gjelder.',
    en: 'If we change what we do with data, we change this text first. The program does not start with a new practice and an old text, and the figures in the sentences change only on the day the new text applies.',
  },
  how: {
    nb: 'Hver setning og hvert vilkår har et avtrykk. Ved hver start sammenlignes programmets avtrykk med avtrykket av teksten som gjelder.',
    en: 'Every sentence and every term is in a print. At each start the program’s print is compared with the print of the text in force.',
  },
  controls: [
    probe({
      name: 'the program says what is published',
      finds: {
        nb: 'forskjeller mellom programmet og den publiserte teksten',
        en: 'differences between the program and the published text',
      },
      tries: async ({ db, now, contentHash }) => {
        const { rows } = await sql<{ hash: string }>`select content_hash as hash from core.statement_revision
          where effective_on <= (${now}::timestamptz at time zone 'Europe/Oslo')::date order by revision desc limit 1`.execute(db)
        return { found: rows[0]?.hash === contentHash ? 0 : 1, of: 1 }
      },
    }),
    query({
      name: 'nothing was set behind the text',
      finds: {
        nb: 'innstillinger avviker fra dem teksten ble publisert med',
        en: 'settings differ from those the text was published with',
      },
      broken: (now) => sql`select 1 from (select settings from core.statement_revision
          where effective_on <= (${now}::timestamptz at time zone 'Europe/Oslo')::date order by revision desc limit 1) r,
        (values ('controller', 'controller'), ('changed', 'terms'), ('reasons', 'reasons')) k(published, kept)
        where r.settings is not null
          and r.settings -> k.published is distinct from coalesce((select value from core.setting where key = k.kept), '{}')`,
      of: () => sql`select 3`,
    }),
    test({
      name: 'a start with another text',
      finds: { nb: 'programmet startet uten sin tekst', en: 'the program started without its text' },
      file: 'src/statement/revisions/does-it-fit.test.ts',
      title: 'refuses to start a program that says something nobody was told',
    }),
    probe({
      name: 'the database is as the program made it',
      finds: {
        nb: 'tabeller, utsnitt, funksjoner eller regler i databasen er andre enn programmet laget',
        en: 'tables, views, functions or rules in the database are others than the program made',
      },
      tries: async ({ db, made }) => {
        const expected = await made()
        const which = differences(expected, await definitionsOf(db))
        return { found: which.length, of: expected.size }
      },
    }),
  ],
})

export const lawIsWatched = sentence({
  id: 'revisions.the-law-is-watched',
  promises: ['8-b'],
  says: {
    nb: 'Hver frist og lagringstid har en ansvarlig og en dag da noen må lese loven på nytt og svare på om denne teksten må endres. Endres regelen, kommer spørsmålet med en gang. Svarene tas vare på.',
    en: 'Every deadline and retention period has somebody responsible and a day by which the law must be read again, and answered whether this text must change. If the rule changes, the question comes at once. The answers are kept.',
  },
  controls: [
    query({
      name: 'answers come in time',
      finds: { nb: 'regler skulle vært lest på nytt', en: 'rules should have been read again' },
      broken: (now) => sql`select 1 from unnest(${sql.lit(`{${Object.keys(rules).join(',')}}`)}::text[],
          ${sql.lit(
            `{${Object.values(rules)
              .map(({ reviewedThrough }) => reviewedThrough)
              .join(',')}}`,
          )}::date[]) as rule(id, set_out)
        where coalesce((select r.reviewed_through from core.rule_review r where r.rule = rule.id order by r.reviewed_at desc limit 1),
          rule.set_out) < (${now}::timestamptz at time zone 'Europe/Oslo')::date`,
      of: () => sql`select ${Object.keys(rules).length}::int`,
    }),
    test({
      name: 'the question comes',
      finds: { nb: 'spørsmålet kom ikke', en: 'the question did not come' },
      file: 'src/duties/records/records.test.ts',
      title: 'opens a task a month before the review date, the day after it, and closes it with an answer',
    }),
  ],
})

const recent = (now: Date) =>
  sql`r.revision > 1 and r.kind = 'material' and r.effective_on > ${now}::timestamptz - interval '1 year'`

export const changesAreVisible = sentence<{ readonly shown: Days; readonly told: Days }>({
  id: 'revisions.changes-are-visible',
  promises: ['8-c'],
  terms: { shown: days(30), told: days(30) },
  says: {
    nb: ({ shown, told }) =>
      `En endring står øverst på alle sider fra vi publiserer den til ${shown.days} dager etter at den gjelder, med et kort sammendrag og hver endret setning. Er den vesentlig, skriver vi til hver kunde minst ${told.days} dager før, også til deg som ikke vil ha reklame. Må det gå fortere, skriver vi hvorfor.`,
    en: ({ shown, told }) =>
      `A change stands on top of every page from when we publish it until ${shown.days} days after it applies, with a short summary and each changed sentence. If it is material, we write to each customer at least ${told.days} days before, also to you who want no advertising. If it must go faster, we write why.`,
  },
  controls: [
    query({
      name: 'each customer was told',
      finds: { nb: 'kunder fikk ikke brev om en vesentlig endring', en: 'customers got no letter about a material change' },
      broken: (now) => sql`select 1 from core.statement_revision r
        join core.person p on p.email <> '' and p.left_on is null and p.created_at < r.published_at
        where ${recent(now)} and r.published_at < ${now}::timestamptz - interval '1 day'
          and (select a.kind <> 'inquirer' and a.ended_at is null from core.account a where a.account_id = p.account_id)
          and not exists (select 1 from core.statement_revision l where l.revision > r.revision and l.effective_on = r.effective_on)
          and not exists (select 1 from core.revision_notice n where (n.account_id, n.person_id, n.revision) = (p.account_id, p.id, r.revision))`,
      of: () => sql`select count(*) from core.revision_notice`,
    }),
    query({
      name: 'told in time, or told why not',
      finds: { nb: 'vesentlige endringer kom for brått', en: 'material changes came too suddenly' },
      broken: (now, { told }) => sql`select 1 from core.statement_revision r where ${recent(now)} and r.kinds <> '{}'
        and r.effective_on - (r.published_at at time zone 'Europe/Oslo')::date < ${told.days}::int and coalesce(r.hurried_because, '') = ''`,
      of: () => sql`select count(*) from core.statement_revision`,
    }),
    query({
      name: 'once each, and no advertising',
      finds: { nb: 'brev kom to ganger eller var reklame', en: 'letters came twice or were advertising' },
      broken: () => sql`select 1 from core.mail m where m.kind = 'statement revision' and m.purpose <> 'legal_obligation'
        union all select 1 from core.mail m where m.kind = 'statement revision' group by lower(m.to_address), m.body having count(*) > 1`,
      of: () => sql`select count(*) from core.mail where kind = 'statement revision'`,
    }),
    probe({
      name: 'the change stands on every page',
      finds: { nb: 'sider viser ikke en endring de skulle vist', en: 'pages do not show a change they should' },
      tries: async (world, { shown }) => {
        const { rows } = await sql<{ revision: number }>`select revision from core.statement_revision where revision > 1
          and effective_on >= (${world.now}::timestamptz at time zone 'Europe/Oslo')::date - ${shown.days}::int order by revision desc limit 1`.execute(
          world.db,
        )
        if (!rows[0]) return { found: 0, of: 0 }
        const pages = await visitAll(world)
        const shows = new RegExp(`class="change-banner"[^>]*data-revision="${rows[0].revision}"`)
        return { found: pages.filter(({ html }) => !shows.test(html)).length, of: pages.length }
      },
    }),
  ],
})

export const historyIsPublic = sentence({
  id: 'revisions.history-is-public',
  promises: ['8-d'],
  says: {
    nb: 'Alle tidligere versjoner ligger åpent, og du kan sammenligne to av dem. På Min side ser du hvilken som gjaldt for deg en bestemt dag, og hvilke du har fått se.',
    en: 'All earlier versions are open, and you can compare any two. On My page you see which one applied to you on a given day, and which you were shown.',
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
    query({
      name: 'what was shown exists',
      finds: {
        nb: 'opplysninger er knyttet til en versjon som ikke finnes',
        en: 'data are tied to a version that does not exist',
      },
      broken:
        () => sql`select 1 ${shownThat(sql`not exists (select 1 from core.statement_revision r where r.revision = a.revision)`)}
        union all select 1 ${consentsThat(sql`not exists (select 1 from core.statement_revision r where r.revision = a.statement_revision)`)}`,
      of: () => sql`select (select count(*) from core.statement_shown) + (select count(*) from core.consent)`,
    }),
    test({
      name: 'which text applied',
      finds: { nb: 'svaret var galt', en: 'the answer was wrong' },
      file: 'src/statement/revisions/text-for.test.ts',
      title: 'says which text applied to a person on a day, and which they had been shown by then',
    }),
  ],
})

export const revisionsClause: Clause = {
  id: 'revisions',
  number: '8',
  title: { nb: 'Endringer i erklæringen', en: 'Changes to this statement' },
  sentences: [versionsNeverChange, textBeforePractice, changesAreVisible, historyIsPublic, lawIsWatched],
}
