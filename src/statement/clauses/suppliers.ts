import { sql } from 'kysely'
import { days, query, sentence, test, type Days, type Months, months } from '#sentence'

/** Sentences about what suppliers have agreed to and what they are asked, for the clauses `processors` and `inquiries`. */

export const agreementFirst = sentence({
  id: 'processors.agreement-first',
  promises: ['5-d'],
  says: {
    nb: 'En leverandør får ikke opplysninger før en undertegnet avtale dekker alt personvernforordningen krever av den. Når avtalen slutter, stanser det.',
    en: 'A supplier gets no data before a signed agreement covers everything the GDPR requires of it. When the agreement ends, that stops.',
  },
  how: {
    nb: 'Døren ut spør registeret hver gang. Bare «slett det dere har» slipper ut etter at avtalen er slutt.',
    en: 'The door out asks the register each time. Only “delete what you hold” goes out after the agreement has ended.',
  },
  controls: [
    query({
      name: 'nothing left without an agreement',
      finds: { nb: 'overføringer skjedde uten gyldig avtale', en: 'transfers happened without a valid agreement' },
      broken: () => sql`select 1 from core.transfer t join core.recipient r on r.id = t.recipient
        where r.role = 'processor' and not exists (select 1 from core.recipient_agreement a where a.recipient = t.recipient
          and a.signed_on <= t.at::date + 1 and cardinality(a.covers) = 8
          and (a.ends_on is null or a.ends_on >= t.at::date - 1 or t.purpose = 'rights_handling'))`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const reviewedYearly = sentence<{ readonly grace: Days }>({
  id: 'processors.reviewed-yearly',
  promises: ['5-e'],
  terms: { grace: days(30) },
  says: {
    nb: ({ grace }) =>
      `Hvert år ser vi etter at sikkerheten, underleverandørene og stedet fortsatt er som avtalt. Er vi mer enn ${grace.days} dager for sene, stanser det som kan vente.`,
    en: ({ grace }) =>
      `Every year we see that security, sub-processors and location are still as agreed. If we are more than ${grace.days} days late, what can wait is stopped.`,
  },
  controls: [
    query({
      name: 'no review is late',
      finds: { nb: 'leverandører er ikke gjennomgått i tide', en: 'suppliers have not been reviewed in time' },
      broken: (
        now,
        { grace },
      ) => sql`select 1 from core.recipient r where r.role = 'processor' and r.active_at is not null and r.ended_at is null
        and not exists (select 1 from core.recipient_review v where v.recipient = r.id and v.reviewed_on + interval '1 year' + make_interval(days => ${grace.days}::int) >= ${now})`,
      of: () => sql`select count(*) from core.recipient where role = 'processor'`,
    }),
  ],
})

export const subProcessors = sentence<{ readonly notice: Days }>({
  id: 'processors.sub-processors-are-known',
  promises: ['5-f'],
  terms: { notice: days(30) },
  says: {
    nb: ({ notice }) =>
      `Vi vet hvem leverandørene våre bruker. De må si fra ${notice.days} dager før de tar i bruk en ny, og vi protesterer når varselet er for kort eller stedet er utenfor EØS uten grunnlag.`,
    en: ({ notice }) =>
      `We know whom our suppliers use. They must tell us ${notice.days} days before they use a new one, and we object when the notice is too short or the place is outside the EEA without a ground.`,
  },
  controls: [
    query({
      name: 'no change was let through',
      finds: {
        nb: 'underleverandører kom for brått eller på feil sted',
        en: 'sub-processors came too suddenly or in the wrong place',
      },
      broken: (_, { notice }) => sql`select 1 from core.sub_processor s where s.objected_on is null and s.ended_on is null
        and (s.effective_on - s.told_on < ${notice.days}::int or (s.transfer_ground is null
          and s.location !~ '^(AT|BE|BG|HR|CY|CZ|DK|EE|FI|FR|DE|GR|HU|IE|IS|IT|LI|LV|LT|LU|MT|NL|NO|PL|PT|RO|SK|SI|ES|SE)$'))`,
      of: () => sql`select count(*) from core.sub_processor`,
    }),
  ],
})

export const breachNotice = sentence<{ readonly hours: number }>({
  id: 'processors.tell-us-of-breaches',
  promises: ['5-g'],
  terms: { hours: 24 },
  says: {
    nb: ({ hours }) => `Avtalene krever at en leverandør sier fra til oss om brudd på sikkerheten innen ${hours} timer.`,
    en: ({ hours }) => `The agreements require a supplier to tell us of a breach of security within ${hours} hours.`,
  },
  controls: [
    query({
      name: 'no agreement allows longer',
      finds: { nb: 'gjeldende avtaler gir lengre frist', en: 'current agreements allow longer' },
      broken: (
        now,
        { hours },
      ) => sql`select 1 from core.recipient r where r.role = 'processor' and r.active_at is not null and r.ended_at is null
        and (select a.breach_notice_hours from core.recipient_agreement a where a.recipient = r.id and a.signed_on <= ${now}
          order by a.signed_on desc, a.id desc limit 1) > ${hours}::int`,
      of: () => sql`select count(*) from core.recipient_agreement`,
    }),
  ],
})

export const whatNamesYouGoes = sentence<{ readonly longest: Days }>({
  id: 'processors.what-names-you-goes',
  promises: ['2.6-g', 'X-11'],
  terms: { longest: days(90) },
  says: {
    nb: ({ longest }) =>
      `Beskjeden må si hvem den gjelder. Det som viser det, sletter vi når alle har svart, og uansett etter ${longest.days} dager.`,
    en: ({ longest }) =>
      `The instruction must say whom it concerns. What shows that we delete when all have answered, and in any case after ${longest.days} days.`,
  },
  controls: [
    query({
      name: 'no name waits for nobody',
      finds: {
        nb: 'kjennetegn lå igjen uten at noen manglet å svare, eller for lenge',
        en: 'identifiers stayed though nobody’s answer was missing, or too long',
      },
      broken: (now, { longest }) => sql`select 1 from core.instruction_subject s
        where s.created_at + make_interval(days => ${longest.days}::int) + interval '2 days' < ${now}
          or not exists (select 1 from core.instruction i where (i.account_id, i.subject_id) = (s.account_id, s.id) and i.answered_at is null)`,
      of: () => sql`select count(*) from core.instruction_subject`,
    }),
  ],
})

type Deadlines = { readonly ask: Days; readonly answer: Days; readonly red: Days }

export const suppliersDeleteToo = sentence<Deadlines>({
  id: 'inquiries.suppliers-delete-too',
  promises: ['2.6-g'],
  terms: { ask: days(7), answer: days(14), red: days(30) },
  says: {
    nb: ({ answer, red }) =>
      `Når vi sletter deg, og når kundeforholdet er slutt og gjort opp, ber vi innen fem virkedager hver leverandør som har noe om deg, om å slette det, også hos sine underleverandører og i sikkerhetskopier. De har ${answer.days} dager. Svarer en av dem ikke innen ${red.days} dager, får du vite hvem.`,
    en: ({ answer, red }) =>
      `When we erase you, and when the relationship has ended and is settled, we ask every supplier that holds something about you within five working days to delete it, at their sub-processors and in backups too. They have ${answer.days} days. If one of them does not answer within ${red.days} days, you are told which.`,
  },
  controls: [
    query({
      name: 'each was asked in time',
      finds: { nb: 'beskjeder gikk ikke ut i tide', en: 'instructions did not go out in time' },
      broken: (now, { ask }) => sql`select 1 from core.instruction i where coalesce(i.answer, '') <> 'untold'
        and coalesce(i.sent_at, ${now}) > i.queued_at + make_interval(days => ${ask.days}::int)`,
      of: () => sql`select count(*) from core.instruction`,
    }),
    query({
      name: 'none who ended was forgotten',
      finds: {
        nb: 'personer er ikke kunder lenger, og leverandørene vet det ikke',
        en: 'persons are no longer customers, and the suppliers do not know',
      },
      broken: (
        now,
        { ask },
      ) => sql`select 1 from core.relationship_end e join core.person p on (p.account_id, p.id) = (e.account_id, e.person_id)
        where e.reopened_at is null and e.suppliers_told_at is null and e.ended_at + make_interval(days => ${ask.days}::int) < ${now}
          and not exists (select 1 from core.restriction r where (r.account_id, r.person_id) = (p.account_id, p.id) and r.lifted_at is null)
          and not exists (select 1 from core.sales_order o where (o.account_id, o.person_id) = (p.account_id, p.id) and (
            (o.delivered_at is null and o.cancelled_at is null) or exists (select 1 from core.invoice i
              left join core.payment s on (s.account_id, s.invoice_id) = (i.account_id, i.id) left join core.invoice c on (c.account_id, c.credits_invoice_id) = (i.account_id, i.id)
              where (i.account_id, i.order_id) = (o.account_id, o.id) and i.kind = 'invoice' and i.series = 'invoice'
              group by i.id, i.gross having i.gross > coalesce(sum(distinct s.amount), 0) + coalesce(sum(distinct c.gross), 0))))`,
      of: () => sql`select count(*) from core.relationship_end`,
    }),
    query({
      name: 'each has answered in time',
      finds: { nb: 'leverandører har ikke svart', en: 'suppliers have not answered' },
      broken: (now, { red }) =>
        sql`select 1 from core.instruction i where i.answered_at is null and i.queued_at < ${now}::timestamptz - make_interval(days => ${red.days}::int)`,
      of: () => sql`select count(*) from core.instruction`,
    }),
    query({
      name: 'each answer is whole',
      finds: { nb: 'svar manglet underleverandører eller sikkerhetskopier', en: 'answers lacked sub-processors or backups' },
      broken:
        () => sql`select 1 from core.instruction i where i.answer = 'confirmed' and i.kind in ('erasure', 'relationship_end', 'second')
        and (i.done_on is null or i.sub_processors is null or i.backups_lapse_on is null)`,
      of: () => sql`select count(*) from core.instruction where answer = 'confirmed'`,
    }),
    test({
      name: 'a silent supplier is named on the day',
      finds: { nb: 'prøven feilet', en: 'the test failed' },
      file: 'src/web/suppliers/suppliers.test.ts',
      title: 'is reminded on day 14, rung on day 21, and named to the person on day 30, not a day before',
    }),
  ],
})

export const onlyLawKeeps = sentence<{ readonly longest: Months }>({
  id: 'inquiries.only-law-keeps',
  promises: ['2.6-h'],
  terms: { longest: months(72) },
  says: {
    nb: 'Bare en leverandør med plikt etter loven kan beholde noe, og må oppgi lov, paragraf, hva, for hvem og til når. Når den dagen kommer, ber programmet av seg selv om resten.',
    en: 'Only a supplier with a duty by law may keep something, and must state act, section, what, for whom and until when. When that day comes, the program asks for the rest by itself.',
  },
  controls: [
    query({
      name: 'nobody keeps without a law',
      finds: {
        nb: 'noe ble beholdt uten full hjemmel, eller for lenge',
        en: 'something was kept without a full citation, or too long',
      },
      broken: (_, { longest }) => sql`select 1 from core.instruction i where i.answer = 'kept_by_law'
        and (coalesce(btrim(i.statute), '') = '' or coalesce(btrim(i.section), '') = '' or coalesce(btrim(i.data_class), '') = ''
          or coalesce(btrim(i.holder), '') = '' or i.keeps_until is null or i.keeps_until > i.queued_at + make_interval(months => ${longest.months}::int))`,
      of: () => sql`select count(*) from core.instruction where answer = 'kept_by_law'`,
    }),
    query({
      name: 'each is asked again when its day has come',
      finds: { nb: 'det er ikke spurt igjen', en: 'nobody asked again' },
      broken: (
        now,
      ) => sql`select 1 from core.instruction i where i.answered_at is not null and i.keeps_until + 3 < ${now}::timestamptz::date
        and (select count(*) from core.instruction s where (s.account_id, s.follows) = (i.account_id, i.id)) <> 1`,
      of: () => sql`select count(*) from core.instruction where keeps_until is not null`,
    }),
  ],
})
