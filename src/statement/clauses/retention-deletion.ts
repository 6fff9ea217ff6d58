import { type RawBuilder, sql } from 'kysely'
import { probe, query, sentence } from '#sentence'
import { asEntered } from './as-witnessed.ts'
import { lastExercise } from './retention-backups.ts'

/** That what has had its time goes, and is gone, for the clause `retention`. */

/** Counted by the calendar from the moment itself; what an index can leave out first is at least a week younger than that. */
const older = (now: Date, at: string, length: string) =>
  sql`${sql.ref(at)} < ${now}::timestamptz - interval ${sql.lit(length)} + interval '7 days' and ${sql.ref(at)} + interval ${sql.lit(length)} < ${now}`

// Nothing is delivered or cancelled months before it was ordered, or issued years after the day that stands on it: an index can leave out the rest.

/** No hold pauses it, and the person has not asked us to keep it. */
const nobodyKeeps = (now: Date, account: RawBuilder<unknown>, person: RawBuilder<unknown>) => sql`
  not exists (select 1 from core.hold h where h.account_id = ${account} and coalesce(h.person_id = ${person}, true)
    and h.released_at is null and h.lapses_on + interval '8 days' > ${now})
  and not exists (select 1 from core.restriction k where (k.account_id, k.person_id) = (${account}, ${person}) and k.lifted_at is null)`

/** What came with a file was past its time before it was here: the night after is the first that can delete it. */
const importedLately = (now: Date) =>
  sql`exists (select 1 from core.import_run r where r.started_at between ${now}::timestamptz - interval '8 days' and ${now}::timestamptz)`

/** What was given to somebody outside is with us still, so we must be able to say who has it (GDPR art. 15(1)(c), 19). */
const stillHere = (
  of: string,
) => sql`exists (select 1 from core.person p where (p.account_id, p.id) = (${sql.ref(`${of}.account_id`)}, ${sql.ref(`${of}.person_id`)})
  union all select 1 from archive.person p where (p.account_id, p.id) = (${sql.ref(`${of}.account_id`)}, ${sql.ref(`${of}.person_id`)}))`

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
      broken: (now) => sql`select 1 from core.reading where ${older(now, 'at', '12 months 7 days')}
        union all select 1 from auth.session where "createdAt" + interval '97 days' < ${now}
        union all select 1 from core.refused_entry where insisted_by is null and at + interval '97 days' < ${now}
        union all select 1 from core.mail where ${older(now, 'queued_at', '3 years 7 days')} and coalesce(sent_at, queued_at) + interval '3 years 7 days' < ${now}
        union all select 1 from core.inquiry i where ${older(now, 'last_message_at', '12 months 7 days')}
          and not exists (select 1 from core.quote q where (q.account_id, q.inquiry_id) = (i.account_id, i.id))
          and not exists (select 1 from core.sales_order o where o.account_id = i.account_id)
        union all select 1 from core.quote q join core.quote_version v on (v.account_id, v.quote_id) = (q.account_id, q.id)
          left join core.quote_acceptance a on (a.account_id, a.quote_id) = (q.account_id, q.id)
          left join core.quote_draft d on (d.account_id, d.quote_id) = (q.account_id, q.id) where a.quote_id is null and d.quote_id is null
          group by q.id having max(v.valid_until) + interval '12 months 7 days' < ${now}
        union all select 1 from core.consent where least(given_at, confirmed_at, withdrawn_at) < ${now}::timestamptz - interval '3 years'
          and coalesce(withdrawn_at, confirmed_at + interval '2 years', given_at) + interval '3 years 8 days' < ${now}
        union all select 1 from core.rights_case where closed_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.restriction where lifted_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.transfer t where ${older(now, 'at', '3 years 8 days')} and not ${stillHere('t')}
        union all select 1 from evidence.entry where subject is not null and ${older(now, 'at', '3 years 8 days')}
        union all select 1 from evidence.erasure_certificate where at + interval '3 years 8 days' < ${now}
        union all select 1 from core.sales_order o where o.confirmed_at < ${now}::timestamptz - interval '3 years' and (make_date(extract(year from delivered_at at time zone 'Europe/Oslo')::int + 4, 7, 8) < ${now}
            or (delivered_at is null and cancelled_at + interval '3 years 20 days' < ${now}))
          and not exists (select 1 from core.invoice i where (i.account_id, i.order_id) = (o.account_id, o.id))
        union all select 1 from core.quote q join core.sales_order o on (o.account_id, o.quote_id) = (q.account_id, q.id)
          join core.invoice i on (i.account_id, i.order_id) = (o.account_id, o.id) left join core.payment p on (p.account_id, p.invoice_id) = (i.account_id, i.id)
          where i.issued_at < ${now}::timestamptz - interval '3 years' and i.issue_date < ${now}::timestamptz - interval '3 years 6 months' and coalesce(o.delivered_at, o.cancelled_at) is not null group by q.id
          having make_date(extract(year from greatest(max(i.issue_date), max(p.paid_on)))::int + 4, 7, 8) < ${now}
        union all select 1 from core.invoice i left join core.payment p on (p.account_id, p.invoice_id) = (i.account_id, i.id)
          left join core.invoice c on (c.account_id, c.credits_invoice_id) = (i.account_id, i.id)
          where i.credits_invoice_id is null and i.issued_at < ${now}::timestamptz - interval '4 years' and i.issue_date < ${now}::timestamptz - interval '5 years'
            and not (i.series like 'import-%' and ${importedLately(now)}) group by i.account_id, i.id
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
          and not ${stillHere('d')} and ${nobodyKeeps(now, sql`d.account_id`, sql`d.person_id`)}
        union all select 1 from core.disclosure_case c where c.requested_at + interval '5 years 8 days' < ${now}
          and not exists (select 1 from core.disclosure d where (d.account_id, d.case_id) = (c.account_id, c.id)) and not ${stillHere('c')} and ${nobodyKeeps(now, sql`c.account_id`, sql`c.person_id`)}
        union all select 1 from core.refused_transfer where at < ${now}::timestamptz - interval '3 years' and at + interval '3 years 8 days' < ${now}
        union all select 1 from core.instruction_subject s where s.created_at + interval '98 days' < ${now} and ${nobodyKeeps(now, sql`s.account_id`, sql`s.person_id`)}
        union all select 1 from core.recipient r where coalesce(r.mailbox, r.webhook_to) is not null and r.ended_at + interval '3 years 8 days' < ${now}
          and not exists (select 1 from core.instruction i where i.recipient = r.id and (i.answered_at is null or i.keeps_until is not null))
        union all select 1 from core.recipient_review v join core.recipient r on r.id = v.recipient where r.ended_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.recipient_confirmation v join core.recipient r on r.id = v.recipient where r.ended_at + interval '3 years 8 days' < ${now}
        union all select 1 from core.archive_opening where at + interval '12 months 8 days' < ${now}
        union all select 1 from core.instruction i where greatest(queued_at, answered_at, keeps_until) + interval '3 years 8 days' < ${now} and ${nobodyKeeps(now, sql`i.account_id`, sql`i.person_id`)}`,
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
    asEntered(
      'nobody came back after their erasure',
      { nb: 'slettede personer er lagt inn igjen', en: 'erased persons were put back' },
      'erasure',
    ),
    probe({
      name: 'nobody who was erased is here',
      finds: { nb: 'steder kjenner noen som er slettet', en: 'places know somebody who was erased' },
      tries: (world) => lastExercise(world, 'erased looked for'),
    }),
  ],
})
