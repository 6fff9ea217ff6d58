/** When a relationship is over, and what is kept for claims after it: the end of section 2.6. */
import { sql } from 'kysely'
import { days, months, probe, query, sentence, type Days, type Months, test } from '#sentence'

export const relationshipEnds = sentence<{ readonly silence: Months; readonly runOff: Days }>({
  id: 'inquiries.the-relationship-ends',
  promises: ['2.6-f'],
  terms: { silence: months(24), runOff: days(30) },
  says: {
    nb: ({ silence, runOff }) =>
      `Kundeforholdet er slutt når du sier det, når du slutter i firmaet, når firmaet ikke finnes lenger, eller etter ${silence.months} måneder uten noe mellom oss. Reklame stanser samme øyeblikk, og etter ${runOff.days} dager slettes kontaktopplysningene dine. Er noe ikke levert eller ikke betalt, venter slettingen på det. Bare du kan gjøre det om, ved å henvende deg til oss igjen.`,
    en: ({ silence, runOff }) =>
      `The relationship ends when you say so, when you leave the company, when the company is no more, or after ${silence.months} months with nothing between us. Advertising stops the same moment, and after ${runOff.days} days your contact details are deleted. If something is not delivered or not paid, deletion waits for it. Only you can undo it, by turning to us again.`,
  },
  how: {
    nb: 'Slutten er en datert hendelse, og en jobb sletter det som skal slettes, hver natt.',
    en: 'The end is a dated event, and a job deletes what is to be deleted, every night.',
  },
  controls: [
    query({
      name: 'who ended is gone',
      finds: { nb: 'personer er her fortsatt etter at fristen gikk ut', en: 'persons are still here after their time' },
      broken: (
        now,
        { runOff },
      ) => sql`select 1 from core.person p join core.relationship_end e on (e.account_id, e.person_id) = (p.account_id, p.id)
        where e.reopened_at is null and e.ended_at + make_interval(days => ${runOff.days}::int + 8) < ${now}
          and not exists (select 1 from core.sales_order o where (o.account_id, o.person_id) = (p.account_id, p.id) and o.delivered_at is null and o.cancelled_at is null)
          and not exists (select 1 from core.sales_order o join core.invoice i on (i.account_id, i.order_id) = (o.account_id, o.id)
            left join core.payment s on (s.account_id, s.invoice_id) = (i.account_id, i.id) left join core.invoice c on (c.account_id, c.credits_invoice_id) = (i.account_id, i.id)
            where (o.account_id, o.person_id) = (p.account_id, p.id) and i.kind = 'invoice' and i.series = 'invoice'
            group by i.id, i.gross having i.gross > coalesce(sum(distinct s.amount), 0) + coalesce(sum(distinct c.gross), 0))
          and not exists (select 1 from core.hold h where h.account_id = p.account_id and h.released_at is null and coalesce(h.person_id, p.id) = p.id)
          and not exists (select 1 from core.restriction r where (r.account_id, r.person_id) = (p.account_id, p.id) and r.lifted_at is null)`,
      of: () => sql`select count(*) from core.person`,
    }),
    query({
      name: 'silence has an end',
      finds: {
        nb: 'kundeforhold har vært stille for lenge uten å være avsluttet',
        en: 'relationships have been silent too long without an end',
      },
      broken: (now, { silence }) => sql`select 1 from core.account a where a.ended_at is null and a.kind <> 'imported'
        and a.last_active_at < ${now}::timestamptz - make_interval(months => ${silence.months}::int)
        and greatest(a.last_active_at, (select max(last_active_at) from core.person p where p.account_id = a.account_id),
          (select max(last_message_at) from core.inquiry i where i.account_id = a.account_id), (select max(created_at) from core.quote q where q.account_id = a.account_id),
          (select max(confirmed_at) from core.sales_order o where o.account_id = a.account_id)) + make_interval(months => ${silence.months}::int, days => 8) < ${now}
        and not exists (select 1 from core.sales_order o where o.account_id = a.account_id and ((o.delivered_at is null and o.cancelled_at is null)
          or exists (select 1 from core.invoice i where (i.account_id, i.order_id) = (o.account_id, o.id))))
        and not exists (select 1 from core.hold h where h.account_id = a.account_id and h.released_at is null)`,
      of: () => sql`select count(*) from core.account`,
    }),
    query({
      name: 'nobody who ended is in an audience',
      finds: {
        nb: 'personer i et avsluttet kundeforhold kan få reklame',
        en: 'persons of an ended relationship can get advertising',
      },
      broken:
        () => sql`select 1 from marketing.person p join core.relationship_end e on (e.account_id, e.person_id) = (p.account_id, p.id)
        where e.reopened_at is null`,
      of: () => sql`select count(*) from core.relationship_end`,
    }),
    query({
      name: 'whoever left the firm is signed out',
      finds: {
        nb: 'innlogginger står åpne for noen som har sluttet i firmaet',
        en: 'sign-ins are open for somebody who has left the company',
      },
      // Unless the same mailbox is theirs elsewhere.
      broken: () => sql`select 1 from core.portal_login l join core.person p on p.id = l.person_id
        join core.relationship_end e on e.person_id = p.id and e.reason = 'left_company' and e.reopened_at is null
        where not exists (select 1 from core.person o where lower(o.email) = lower(p.email) and o.left_on is null and o.id <> p.id)`,
      of: () => sql`select count(*) from core.portal_login`,
    }),
    test({
      name: 'somebody leaves the firm',
      finds: { nb: 'slutten fulgte ikke datoene, eller tok for mye', en: 'the end did not follow its dates, or took too much' },
      file: 'journeys/a-customer-leaves-the-firm.spec.ts',
      title: 'after thirty days she is gone and so is her sign-in; her colleague, the firm and what the law keeps are there',
    }),
  ],
})

export const limitation = sentence<{ readonly longest: Months }>({
  id: 'inquiries.kept-as-long-as-claims',
  promises: ['2.6-i'],
  terms: { longest: months(36) },
  says: {
    nb: ({ longest }) =>
      `Dialog som kan bety noe for et krav, kan vi beholde til kravet foreldes: ${longest.months / 12} år etter levering eller siste melding, og aldri mer enn ${longest.months / 12} år etter at kundeforholdet er slutt. Siste dag regnes slik foreldelsesloven gjør. Annet slettes før.`,
    en: ({ longest }) =>
      `Dialogue that may matter to a claim we may keep until the claim lapses: ${longest.months / 12} years after delivery or the last message, and never more than ${longest.months / 12} years after the relationship ended. The last day is counted as the Limitation Act does. The rest is deleted earlier.`,
  },
  controls: [
    query({
      name: 'no dialogue is older',
      finds: { nb: 'henvendelser er eldre enn lovet', en: 'inquiries are older than promised' },
      broken: (
        now,
        { longest },
      ) => sql`select 1 from core.inquiry i where i.last_message_at < ${now}::timestamptz - make_interval(months => ${longest.months}::int)
          and greatest(last_message_at, (select max(greatest(o.delivered_at, o.cancelled_at, v.due_date::timestamp)) from core.quote q
              join core.sales_order o on (o.account_id, o.quote_id) = (q.account_id, q.id)
              left join core.invoice v on (v.account_id, v.order_id) = (o.account_id, o.id)
            where (q.account_id, q.inquiry_id) = (i.account_id, i.id)))
          + make_interval(months => ${longest.months}::int, days => 14) < ${now}
          and not exists (select 1 from core.hold h where h.account_id = i.account_id and h.released_at is null)
        union all select 1 from archive.inquiry i join core.relationship_end e on (e.account_id, e.person_id) = (i.account_id, i.person_id)
          where e.reopened_at is null and e.ended_at + make_interval(months => ${longest.months}::int, days => 14) < ${now}
          and not exists (select 1 from core.hold h where h.account_id = i.account_id and h.released_at is null)`,
      of: () => sql`select (select count(*) from core.inquiry) + (select count(*) from archive.inquiry)`,
    }),
  ],
})

const words = sql`('subject', 'body', 'wish', 'intro', 'description', 'first_name', 'last_name', 'email', 'phone', 'workplace')`

export const lockedArchive = sentence({
  id: 'inquiries.the-archive-is-locked',
  promises: ['2.6-j'],
  says: {
    nb: 'Når kundeforholdet er slutt, flyttes henvendelsene dine til et låst arkiv for krav. Ingen del av programmet som selger, svarer eller reklamerer, kan lese dem der. Bare personvernansvarlig eller daglig ansvarlig kan åpne det, for én person om gangen, med saksnummer og grunn, og innsynet ditt viser når det er gjort. Kommer du tilbake som kunde, er det fortsatt låst.',
    en: 'When the relationship has ended, your inquiries are moved to a locked archive for claims. No part of the program that sells, answers or advertises can read them there. Only the privacy officer or the host can open it, for one person at a time, with a case number and a reason, and your access package shows when it was done. If you come back as a customer, it stays locked.',
  },
  how: {
    nb: 'Arkivet er egne tabeller med én rolle, og databasen viser den ingenting uten en åpning som er loggført.',
    en: 'The archive is tables of its own with one role, and the database shows it nothing without an opening that is logged.',
  },
  controls: [
    query({
      name: 'nobody else has the key',
      finds: { nb: 'andre roller kan lese arkivet', en: 'other roles can read the archive' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where table_schema = 'archive' and privilege_type = 'SELECT'
          and grantee like 'ordholden%' and column_name in ${words}
        union all select 1 from information_schema.table_privileges where table_schema = 'archive' and privilege_type = 'SELECT' and grantee like 'ordholden%'
        union all select 1 from information_schema.columns where table_name like 'archived%' and column_name in ${words}
          and table_schema not in ('claims_archive', 'rights_handling')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
    query({
      name: 'each opening says who and why',
      finds: {
        nb: 'åpninger mangler grunn, saksnummer eller en rolle som kan åpne',
        en: 'openings lack a reason, a case number or a role that may open',
      },
      broken:
        () => sql`select 1 from core.archive_opening o where length(trim(reason)) < 10 or trim(case_number) = '' or opened_role not in ('privacy_officer', 'host')
        or not exists (select 1 from evidence.entry e where e.kind = 'archive opened' and e.at = o.at)`,
      of: () => sql`select count(*) from core.archive_opening`,
    }),
    probe({
      name: 'it is empty to whoever has not opened it',
      finds: { nb: 'rader er synlige uten en åpning', en: 'rows are visible without an opening' },
      tries: async ({ db }) => {
        const { rows } = await sql<{
          found: number
          of: number
        }>`select (select count(*)::int from claims_archive.archived_inquiry)
          + (select count(*)::int from claims_archive.archived_person) + (select count(*)::int from claims_archive.archived_inquiry_message) as found,
          (select count(*)::int from archive.person) as of`.execute(db)
        return rows[0]!
      },
    }),
  ],
})
