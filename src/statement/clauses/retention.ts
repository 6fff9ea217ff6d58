import { type RawBuilder, sql } from 'kysely'
import { needs, personalColumn, type Declared } from '#personal-data'
import { endingsOf, isEndless, rowEnding, rules } from '#retention'
import { attestation, months, probe, query, sentence, type Found, type World, test } from '#sentence'
import type { Clause } from './clause.ts'
import { backups, lastExercise } from './retention-backups.ts'
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
      tries: rowsWithoutRule,
    }),
  ],
})

async function rowsWithoutRule({ db, inventory }: World): Promise<Found> {
  const sum = { found: 0, of: 0 }
  await db.transaction().execute(async (tx) => {
    // As the sweep sees the tables: by the bare names of its own purpose.
    await sql`set local search_path to legal_obligation, core`.execute(tx)
    for (const table of inventory) {
      const ending = rowEnding(table)
      if (ending === undefined || endsWithAnother(table)) continue
      const { rows } = await sql
        .raw<Found>(`select (count(*) filter (where ${ending.rule} is null))::int as found, count(*)::int as of
        from ${table.table
          .split('.')
          .map((name) => `"${name}"`)
          .join('.')} t`)
        .execute(tx)
      sum.found += rows[0]!.found
      sum.of += rows[0]!.of
    }
  })
  return { found: sum.found + inventory.filter(isEndless).length, of: sum.of }
}

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
  ],
})

export const bookkeepingStays = sentence({
  id: 'retention.bookkeeping-stays',
  promises: ['4-d'],
  says: {
    nb: 'Fakturaer og kreditnotaer må vi beholde i fem år etter regnskapsåret. De kan verken endres eller slettes, heller ikke av oss.',
    en: 'Invoices and credit notes we must keep for five years after the accounting year. They can be neither changed nor deleted, not even by us.',
  },
  how: {
    nb: 'Hvert bilag bærer avtrykket av det forrige, nummer etter nummer. Ingen rolle programmet kjører som, får endre eller slette et bilag.',
    en: 'Each document bears the print of the one before it, number after number. No role the program runs as may change or delete a document.',
  },
  controls: [
    query({
      name: 'the numbers have no gap',
      finds: { nb: 'fakturanumre mangler', en: 'invoice numbers are missing' },
      broken:
        () => sql`select 1 from (select series, number - lag(number, 1, 0::bigint) over (partition by series order by number) as step
        from core.issued_document where series not like 'import-%') s where step <> 1`,
      of: () => sql`select count(*) from core.issued_document where series not like 'import-%'`,
    }),
    query({
      name: 'documents are as they were issued',
      finds: { nb: 'bilag stemmer ikke med kjeden', en: 'documents do not agree with the chain' },
      broken: () => sql`select 1 from core.issued_document d left join core.invoice i
          on (i.account_id, i.id, i.series, i.number) = (d.account_id, d.invoice_id, d.series, d.number)
          where d.invoice_id is not null and (i.id is null or i.document_hash <> d.document_hash or i.previous_hash <> d.previous_hash)
        union all select 1 from core.invoice i where not exists (select 1 from core.issued_document d
          where d.account_id = i.account_id and d.invoice_id = i.id and d.series = i.series and d.number = i.number)
        union all select 1 from (select previous_hash, lag(document_hash) over (partition by series order by number) as before
          from core.issued_document where series not like 'import-%') c where c.before is not null and c.previous_hash <> c.before
        -- An import may fill in numbers between those of an earlier one, so its chain runs in the order of arrival: one
        -- beginning, every other document names a predecessor, and no two name the same one.
        union all select 1 from core.issued_document d where d.series like 'import-%' and d.previous_hash <> repeat('0', 64)
          and not exists (select 1 from core.issued_document p where p.series = d.series and p.document_hash = d.previous_hash)
        union all select 1 from core.issued_document where series like 'import-%' group by series, previous_hash having count(*) > 1`,
      of: () => sql`select count(*) from core.invoice`,
    }),
    query({
      name: 'no document went before its time',
      finds: { nb: 'bilag er borte før de fem årene var ute', en: 'documents are gone before their five years were over' },
      broken: (now) => sql`select 1 from core.issued_document d where d.invoice_id is null
        and extract(year from d.issued_at at time zone 'Europe/Oslo') + 5 >= extract(year from ${now}::timestamptz at time zone 'Europe/Oslo')`,
      of: () => sql`select count(*) from core.issued_document`,
    }),
    query({
      name: 'the sums are right',
      finds: {
        nb: 'bilag har summer som ikke stemmer med linjene',
        en: 'documents have sums that do not agree with their lines',
      },
      broken: () => sql`select 1 from core.invoice i where i.net + i.vat <> i.gross
        or i.net <> (select coalesce(sum(l.net), 0) from core.invoice_line l where (l.account_id, l.invoice_id) = (i.account_id, i.id))
        or i.vat <> (select coalesce(sum(v.vat), 0) from core.invoice_vat v where (v.account_id, v.invoice_id) = (i.account_id, i.id))`,
      of: () => sql`select count(*) from core.invoice`,
    }),
    query({
      name: 'nobody may change a document',
      finds: { nb: 'roller kan endre eller slette bilag', en: 'roles may change or delete documents' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where grantee like 'ordholden%' and table_schema = 'core'
          and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document') and privilege_type = 'UPDATE'
        union all select 1 from information_schema.table_privileges where grantee like 'ordholden%' and table_schema = 'core'
          and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
    test({
      name: 'the accountant keeps what the law says',
      finds: { nb: 'bilag kunne slettes for tidlig', en: 'documents could be deleted early' },
      file: 'journeys/the-accountant-keeps-what-the-law-says.spec.ts',
      title:
        'cannot be got rid of early: not by any purpose, not by a night that claims to be later, not by the customer who asks',
    }),
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

/** No hold pauses it, and the person has not asked us to keep it. */
const nobodyKeeps = (now: Date, account: RawBuilder<unknown>, person: RawBuilder<unknown>) => sql`
  not exists (select 1 from core.hold h where h.account_id = ${account} and coalesce(h.person_id = ${person}, true)
    and h.released_at is null and h.lapses_on + interval '8 days' > ${now})
  and not exists (select 1 from core.restriction k where (k.account_id, k.person_id) = (${account}, ${person}) and k.lifted_at is null)`

export const deletionRunsByItself = sentence({
  id: 'retention.deletion-runs-by-itself',
  promises: ['4-k'],
  says: {
    nb: 'Når tiden er ute, slettes opplysningene av seg selv, natten etter og senest innen sju dager.',
    en: 'When the time is up, the data are deleted by themselves, the night after and within seven days at the latest.',
  },
  how: {
    nb: 'En jobb går hver natt og sletter det som er for gammelt. Den skriver i loggen hvor mye, men ikke hva.',
    en: 'A job runs every night and deletes what is too old. It writes in the log how much, but not what.',
  },
  controls: [
    query({
      name: 'the sweep has run',
      finds: {
        nb: 'netter har gått uten at slettingen er fullført',
        en: 'nights have passed without the deletion being finished',
      },
      broken: (now) => sql`select 1 where exists (select 1 from house.migration where applied_at + interval '2 days' < ${now})
        and not exists (select 1 from evidence.entry where kind = 'sweep finished' and at + interval '2 days' > ${now})`,
      of: () => sql`select count(*) from evidence.entry where kind = 'sweep finished'`,
    }),
    query({
      name: 'nothing is overdue',
      finds: { nb: 'rader skulle vært slettet', en: 'rows should have been deleted' },
      broken: (now) => sql`select 1 from core.reading where at + interval '12 months 7 days' < ${now}
        union all select 1 from auth.session where "createdAt" + interval '97 days' < ${now}
        union all select 1 from core.refused_entry where insisted_by is null and at + interval '97 days' < ${now}
        union all select 1 from core.mail where queued_at + interval '3 years 7 days' < ${now}
        union all select 1 from core.inquiry i where last_message_at + interval '12 months 7 days' < ${now}
          and not exists (select 1 from core.quote q where (q.account_id, q.inquiry_id) = (i.account_id, i.id))
          and not exists (select 1 from core.sales_order o where o.account_id = i.account_id)
        union all select 1 from core.quote q join core.quote_version v on (v.account_id, v.quote_id) = (q.account_id, q.id)
          left join core.quote_acceptance a on (a.account_id, a.quote_id) = (q.account_id, q.id)
          left join core.quote_draft d on (d.account_id, d.quote_id) = (q.account_id, q.id) where a.quote_id is null and d.quote_id is null
          group by q.id having max(v.valid_until) + interval '12 months 7 days' < ${now}
        union all select 1 from core.consent where coalesce(withdrawn_at, confirmed_at + interval '2 years', given_at) + interval '3 years 8 days' < ${now}
        union all select 1 from core.rights_case where closed_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.restriction where lifted_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.transfer where at + interval '3 years 8 days' < ${now}
        union all select 1 from evidence.entry where subject is not null and at + interval '3 years 8 days' < ${now}
        union all select 1 from evidence.erasure_certificate where at + interval '3 years 8 days' < ${now}
        union all select 1 from core.sales_order o where coalesce(delivered_at, cancelled_at) + interval '3 years 20 days' < ${now}
          and not exists (select 1 from core.invoice i where (i.account_id, i.order_id) = (o.account_id, o.id))
        union all select 1 from core.invoice i left join core.payment p on (p.account_id, p.invoice_id) = (i.account_id, i.id)
          left join core.invoice c on (c.account_id, c.credits_invoice_id) = (i.account_id, i.id) where i.credits_invoice_id is null group by i.account_id, i.id
          having make_date(extract(year from greatest(max(i.issue_date), max(p.paid_on), max(c.issue_date)))::int + 6, 1, 8) < ${now}`,
      of: () => sql`select (select count(*) from core.reading) + (select count(*) from auth.session) + (select count(*) from core.refused_entry)
        + (select count(*) from core.mail) + (select count(*) from core.inquiry) + (select count(*) from core.quote)
        + (select count(*) from core.person) + (select count(*) from core.invoice)`,
    }),
    query({
      name: 'nothing about who got data is overdue',
      finds: {
        nb: 'linjer om utleveringer, stansede overføringer og leverandører skulle vært slettet',
        en: 'lines about disclosures, stopped transfers and suppliers should have been deleted',
      },
      broken: (
        now,
      ) => sql`select 1 from core.disclosure d where d.at < ${now}::timestamptz - interval '5 years' and d.at + interval '5 years 8 days' < ${now}
          and ${nobodyKeeps(now, sql`d.account_id`, sql`d.person_id`)}
        union all select 1 from core.disclosure_case c where c.requested_at + interval '5 years 8 days' < ${now}
          and not exists (select 1 from core.disclosure d where (d.account_id, d.case_id) = (c.account_id, c.id)) and ${nobodyKeeps(now, sql`c.account_id`, sql`c.person_id`)}
        union all select 1 from core.refused_transfer where at < ${now}::timestamptz - interval '3 years' and at + interval '3 years 8 days' < ${now}
        union all select 1 from core.instruction_subject s where s.created_at + interval '98 days' < ${now} and ${nobodyKeeps(now, sql`s.account_id`, sql`s.person_id`)}
        union all select 1 from core.recipient r where coalesce(r.mailbox, r.webhook_to) is not null and r.ended_at + interval '3 years 8 days' < ${now}
          and not exists (select 1 from core.instruction i where i.recipient = r.id and (i.answered_at is null or i.keeps_until is not null))
        union all select 1 from core.recipient_review where next_on + interval '3 years 8 days' < ${now}
        union all select 1 from core.recipient_confirmation where confirmed_on + interval '4 years 8 days' < ${now}`,
      of: () => sql`select (select count(*) from core.disclosure) + (select count(*) from core.disclosure_case) + (select count(*) from core.refused_transfer)
        + (select count(*) from core.instruction_subject) + (select count(*) from core.recipient)
        + (select count(*) from core.recipient_review) + (select count(*) from core.recipient_confirmation)`,
    }),
  ],
})

export const deletionIsReal = sentence({
  id: 'retention.deletion-is-real',
  promises: ['4-l'],
  says: {
    nb: 'Slettet betyr borte. Vi setter ikke et merke på raden og skjuler den ikke, og vi leter gjennom hver tabell etterpå. Hver natt sletter vi en prøveperson på en kopi av systemet og leter etter henne i tabeller, indekser, oppgaver, brev, filer, logger og sikkerhetskopier.',
    en: 'Deleted means gone. We do not set a mark on the row or hide it, and we search every table afterwards. Every night we erase a synthetic person on a copy of the system and look for her in tables, indexes, jobs, letters, files, logs and backups.',
  },
  controls: [
    query({
      name: 'no row pretends to be deleted',
      finds: { nb: 'kolonner kan late som en rad er slettet', en: 'columns could pretend that a row is deleted' },
      broken: () => sql`select 1 from information_schema.columns where table_schema in ('core', 'archive', 'auth')
        and column_name ~* '(is_?deleted|deleted_?at|soft_delete|hidden|masked|anonymi[sz]ed)'`,
      of: () => sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive', 'auth')`,
    }),
    query({
      name: 'every search came up empty',
      finds: { nb: 'slettinger etterlot noe eller ble ikke lett etter', en: 'erasures left something or were not searched for' },
      broken: () =>
        sql`select 1 from evidence.erasure_certificate c left join core.erasure_search s on s.certificate_id = c.id
          where (c.residual_found > 0 and s.passed_at is null) or c.searched in ('[]'::jsonb, '{}'::jsonb, 'null'::jsonb)`,
      of: () => sql`select count(*) from evidence.erasure_certificate`,
    }),
    probe({
      name: 'the canary left nothing',
      finds: {
        nb: 'steder husket prøvepersonen etter slettingen',
        en: 'places remembered the synthetic person after her erasure',
      },
      tries: (world) => lastExercise(world, 'canary searched'),
    }),
    probe({
      name: 'nobody who was erased is here',
      finds: { nb: 'steder kjenner noen som er slettet', en: 'places know somebody who was erased' },
      tries: (world) => lastExercise(world, 'erased looked for'),
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
