import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'
import { claimIsWitnessed } from './as-witnessed.ts'
import type { Clause } from './clause.ts'

export const accessIsWhole = sentence({
  id: 'rights.access-is-whole',
  promises: ['7-a'],
  says: {
    nb: 'Du kan se og laste ned alt vi har om deg. Pakken lages av de samme beskrivelsene som resten av systemet, så ingen tabell kan glemmes.',
    en: 'You can see and download everything we hold about you. The package is made from the same descriptions as the rest of the system, so no table can be forgotten.',
  },
  controls: [
    query({
      name: 'my page can see each table about a person',
      finds: { nb: 'tabeller om personer mangler på Min side', en: 'tables about persons are missing from My page' },
      broken:
        () => sql`select distinct c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'core' and t.table_type = 'BASE TABLE' and c.column_name = 'person_id'
          and not exists (select 1 from pg_views v where v.schemaname = 'rights_handling' and v.viewname = c.table_name)`,
      of: () =>
        sql`select count(distinct table_name) from information_schema.columns where table_schema = 'core' and column_name = 'person_id'`,
    }),
  ],
})

// Counted by the database in Oslo days: the earlier of 30 days and one month, never rolled forward.
const due = sql`least((received_at at time zone 'Europe/Oslo')::date + 30, ((received_at at time zone 'Europe/Oslo')::date + interval '1 month')::date)`

export const answeredInTime = sentence({
  id: 'rights.answered-in-time',
  promises: ['7-b', '7-i'],
  says: {
    nb: 'Ber du om innsyn, retting, sletting eller noe annet du har rett til, svarer vi innen 30 dager eller én måned, det som kommer først. Helg og ferie teller med. Programmet minner oss om det på dag 7, 14, 21 og 25.',
    en: 'If you ask for access, rectification, erasure or anything else you have a right to, we answer within 30 days or one month, whichever is first. Weekends and holidays count. The program reminds us on days 7, 14, 21 and 25.',
  },
  controls: [
    query({
      name: 'each clock is set right',
      finds: { nb: 'krav har en annen frist enn lovet', en: 'requests have another deadline than promised' },
      broken: () => sql`select 1 from core.rights_case where due_on <> ${due}`,
      of: () => sql`select count(*) from core.rights_case`,
    }),
    claimIsWitnessed,
    query({
      name: 'no request is late',
      finds: {
        nb: 'krav er besvart for sent eller står over fristen',
        en: 'requests were answered late or are past their deadline',
      },
      broken: (now) =>
        sql`select 1 from core.rights_case where (coalesce(closed_at, ${now}::timestamptz) at time zone 'Europe/Oslo')::date > ${due}`,
      of: () => sql`select count(*) from core.rights_case`,
    }),
    query({
      name: 'we were reminded',
      finds: {
        nb: 'krav har ventet over en uke uten at noen ble minnet på det',
        en: 'requests have waited over a week and nobody was reminded',
      },
      broken: (
        now,
      ) => sql`select 1 from core.rights_case c where c.closed_at is null and c.received_at < ${now}::timestamptz - interval '9 days'
        and not exists (select 1 from core.rights_event e where e.case_id = c.id and e.what = 'warned')`,
      of: () => sql`select count(*) from core.rights_case where closed_at is null`,
    }),
    test({
      name: 'the days of the reminders',
      finds: { nb: 'påminnelser kom på feil dag', en: 'reminders came on the wrong day' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'reminds on day 7, 14, 21 and 25, once each, and makes up for a day on which nothing ran',
    }),
  ],
})

export const noExtension = sentence({
  id: 'rights.no-extension',
  promises: ['7-g'],
  says: {
    nb: 'Loven lar oss ta to måneder til. Det gjør vi ikke.',
    en: 'The law would let us take two more months. We do not.',
  },
  controls: [
    query({
      name: 'no deadline was moved',
      finds: { nb: 'frister er flyttet', en: 'deadlines were moved' },
      broken: () => sql`select 1 from core.rights_case where due_on - (received_at at time zone 'Europe/Oslo')::date > 30
        union all select 1 from information_schema.columns where table_schema = 'core' and table_name = 'rights_case' and column_name ~ 'extend|postpone'`,
      of: () => sql`select count(*) from core.rights_case`,
    }),
  ],
})

export const theAnswerTells = sentence({
  id: 'rights.the-answer-tells-what-happened',
  promises: ['7-j'],
  says: {
    nb: 'Svaret sier hva som er slettet eller rettet, hva vi må beholde, etter hvilken lov og til hvilken dato.',
    en: 'The answer says what was erased or corrected, what we must keep, under which law and until which date.',
  },
  controls: [
    query({
      name: 'no case was closed without an answer',
      finds: { nb: 'krav er lukket uten svar', en: 'requests were closed without an answer' },
      broken:
        () => sql`select 1 from core.rights_case where closed_at is not null and (outcome is null or outcome in ('{}'::jsonb, 'null'::jsonb))
        union all select 1 from evidence.erasure_certificate where jsonb_typeof(erased) not in ('object', 'array') or jsonb_typeof(kept) not in ('object', 'array')`,
      of: () => sql`select count(*) from core.rights_case where closed_at is not null`,
    }),
  ],
})

export const identity = sentence({
  id: 'rights.no-more-proof-than-needed',
  promises: ['7-c'],
  says: {
    nb: 'Er du logget inn, trenger du ikke vise hvem du er på nytt. Ellers holder det at du åpner en lenke vi sender til adressen du er registrert med, eller at vi ringer deg tilbake. Vi ber ikke om kopi av legitimasjon, og sender aldri svar til en adresse vi ikke kjenner, til en felles postkasse eller til en arbeidsgiver du har sluttet hos.',
    en: 'If you are signed in, you need not show who you are again. Otherwise it is enough to open a link we send to the address you are registered with, or that we call you back. We do not ask for copies of identity papers, and never send answers to an address we do not know, to a shared mailbox, or to an employer you have left.',
  },
  controls: [
    query({
      name: 'there is nowhere to keep identity papers',
      finds: { nb: 'kolonner kan romme legitimasjon', en: 'columns could hold identity papers' },
      broken: () => sql`select 1 from information_schema.columns where table_schema in ('core', 'archive', 'evidence')
        and column_name ~ '(passport|identity_(document|proof|copy)|id_card|national_id|ssn|fodselsnummer|bankid)'`,
      of: () => sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive', 'evidence')`,
    }),
    query({
      name: 'nothing was handed out without it',
      finds: {
        nb: 'pakker ble hentet uten en lenke til registrert adresse',
        en: 'packages were fetched without a link to a registered address',
      },
      broken:
        () => sql`select 1 from core.rights_event e join core.rights_case c on (c.account_id, c.id) = (e.account_id, e.case_id)
        where e.what = 'downloaded' and c.person_id is not null and not exists (select 1 from core.rights_link l
          where (l.account_id, l.case_id) = (e.account_id, e.case_id) and l.proves = c.person_id and l.confirmed_at <= e.at)`,
      of: () => sql`select count(*) from core.rights_event where what = 'downloaded'`,
    }),
    test({
      name: 'a stranger’s link proves nobody',
      finds: { nb: 'fremmede fikk noe', en: 'strangers were given something' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'proves nobody by a link that went to a stranger, whoever the case is found to be about',
    }),
    test({
      name: 'a former employer’s mailbox proves nobody',
      finds: { nb: 'en tidligere arbeidsgiver fikk noe', en: 'a former employer was given something' },
      file: 'src/duties/rights/receive-claim.test.ts',
      title: 'knows that whoever left does not read that mailbox any more',
    }),
  ],
})

export const delivery = sentence({
  id: 'rights.delivered-safely',
  promises: ['7-d', '7-f'],
  says: {
    nb: 'Du laster ned opplysningene selv når du er logget inn, gratis, både som lesbar side og som data. Er du ikke kunde med innlogging, får du en lenke til adressen din som virker i 30 dager. Vi sender dem aldri som vedlegg. Har vi ingenting om deg, sier vi det, etter det samme søket.',
    en: 'You download the data yourself while signed in, free of charge, both as a readable page and as data. If you cannot sign in, you get a link to your address that works for 30 days. We never send them as an attachment. If we hold nothing about you, we say so, after the same search.',
  },
  controls: [
    query({
      name: 'no package was mailed',
      finds: { nb: 'innsynspakker ble sendt som vedlegg', en: 'access packages were sent as attachments' },
      broken: () => sql`select 1 from core.mail where purpose = 'rights_handling' and attachment is not null`,
      of: () => sql`select count(*) from core.mail where purpose = 'rights_handling'`,
    }),
    query({
      name: 'no link lives longer',
      finds: { nb: 'lenker virker lenger enn 30 dager', en: 'links work for longer than 30 days' },
      broken: () => sql`select 1 from core.rights_link where expires_at > made_at + interval '30 days 2 hours'`,
      of: () => sql`select count(*) from core.rights_link`,
    }),
    test({
      name: 'the link ends',
      finds: { nb: 'lenker virket for lenge', en: 'links worked for too long' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'expires a link after 30 days, and not a day before',
    }),
  ],
})

export const othersAreSpared = sentence({
  id: 'rights.others-are-spared',
  promises: ['7-e'],
  says: {
    nb: 'Ansatte står med rolle og ikke navn i det du får, og opplysninger om andre er tatt ut.',
    en: 'Staff appear by role and not by name in what you get, and data about others are taken out.',
  },
  controls: [
    query({
      name: 'my page has no names of staff',
      finds: { nb: 'utsnitt på Min side viser hvem den ansatte er', en: 'views on My page show who the member of staff is' },
      broken: () => sql`select 1 from information_schema.columns where table_schema = 'rights_handling'
        and column_name in ('staff_user_id', 'owner_user_id', 'sent_by', 'issued_by', 'registered_by', 'edited_by', 'created_by', 'recorded_by')`,
      of: () => sql`select count(*) from information_schema.columns where table_schema = 'rights_handling'`,
    }),
  ],
})

export const noAbuseExcuse = sentence({
  id: 'rights.no-excuses',
  promises: ['7-h'],
  says: {
    nb: 'Vi avviser aldri et krav automatisk. Mener vi at det er urimelig, må to personer begrunne det skriftlig, og du får svar i tide.',
    en: 'We never refuse a request automatically. If we find it excessive, two persons must give written reasons, and you are answered in time.',
  },
  controls: [
    query({
      name: 'no refusal by one alone',
      finds: {
        nb: 'avslag er gitt uten to personer og en begrunnelse',
        en: 'refusals were given without two persons and a reason',
      },
      broken:
        () => sql`select 1 from core.rights_case c where c.outcome ->> 'answer' ilike '%refused%' and not exists (select 1 from core.rights_decision d
          where d.case_id = c.id and d.act ~ '^refuse' and d.approved_at is not null and char_length(btrim(d.reasons)) >= 40)
        union all select 1 from core.rights_decision d where d.act ~ '^refuse' and d.approved_by = d.proposed_by`,
      of: () => sql`select count(*) from core.rights_decision where act ~ '^refuse'`,
    }),
    test({
      name: 'one cannot approve their own',
      finds: { nb: 'én alene kunne avslå', en: 'one alone could refuse' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'is refused by two with facts or by nobody',
    }),
  ],
})

export const portability = sentence({
  id: 'rights.take-your-data-along',
  promises: ['X-3'],
  says: {
    nb: 'Du kan ta med deg opplysningene du har gitt oss, i åpne formater (JSON og CSV), også når loven ikke krever at vi tilbyr det.',
    en: 'You can take the data you gave us along in open formats (JSON and CSV), also where the law does not require us to offer it.',
  },
  controls: [
    test({
      name: 'the package holds each value',
      finds: { nb: 'opplysninger manglet i pakken', en: 'values were missing from the package' },
      file: 'src/duties/rights/give-access.test.ts',
      title: 'holds the needle of every declared personal column',
    }),
    test({
      name: 'in two formats',
      finds: { nb: 'formater manglet', en: 'formats were missing' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'hands over what the person gave us, in JSON and CSV, and nothing that we made',
    }),
  ],
})

export const objectionStops = sentence({
  id: 'rights.objection-stops-first',
  promises: ['X-4'],
  says: {
    nb: 'Protesterer du mot noe vi gjør, stopper vi det først og vurderer etterpå.',
    en: 'If you object to something we do, we stop first and assess afterwards.',
  },
  controls: [
    query({
      name: 'each objection has its stop',
      finds: { nb: 'protester førte ikke til at bruken stoppet', en: 'objections did not lead to a stop' },
      broken:
        () => sql`select 1 from core.objection o where o.scope = 'particular_situation' and o.lifted_at is null and not exists (select 1 from core.restriction r
        where (r.account_id, r.person_id) = (o.account_id, o.person_id) and r.ground = 'objection_pending' and r.restricted_at <= o.objected_at)
        and not exists (select 1 from core.rights_case c where (c.account_id, c.person_id) = (o.account_id, o.person_id) and c.kind = 'objection' and c.closed_at is not null)`,
      of: () => sql`select count(*) from core.objection where scope = 'particular_situation'`,
    }),
    test({
      name: 'before anybody has weighed it',
      finds: { nb: 'protester ble veid før de stoppet noe', en: 'objections were weighed before they stopped anything' },
      file: 'src/duties/rights/receive-claim.test.ts',
      title: 'stops what is objected to before anybody has weighed it',
    }),
  ],
})

export const recordOfProcessing = sentence({
  id: 'rights.the-record-of-processing',
  promises: ['X-1'],
  says: {
    nb: 'Vi fører protokoll over behandlingene våre. Den lages av beskrivelsene programmet kjører etter, så den er alltid riktig.',
    en: 'We keep a record of our processing. It is made from the descriptions the program runs by, so it is always right.',
  },
  how: {
    nb: 'Hver natt sammenlignes den med forrige. Er den endret, tas den vare på med avtrykk i bevisloggen.',
    en: 'Every night it is compared with the last one. If it has changed, it is kept with a print in the evidence log.',
  },
  controls: [
    query({
      name: 'it is kept up',
      finds: { nb: 'måneder uten en protokoll som er tatt vare på', en: 'months without a record that was kept' },
      broken: (
        now,
      ) => sql`select 1 where exists (select 1 from evidence.control_result where at < ${now}::timestamptz - interval '2 days')
        and not exists (select 1 from core.protocol_snapshot where taken_at > ${now}::timestamptz - interval '40 days')`,
      of: () => sql`select count(*) from core.protocol_snapshot`,
    }),
    query({
      name: 'every use is in it',
      finds: { nb: 'bruk av opplysninger står ikke i protokollen', en: 'uses of data are not in the record' },
      broken: () => sql`select 1 from (select content from core.protocol_snapshot order by taken_at desc limit 1) s,
        (select purpose from core.mail union select purpose from core.transfer union select purpose from core.reading) u
        where not exists (select 1 from jsonb_array_elements(s.content -> 'activities') a where a ->> 'purpose' = u.purpose)`,
      of: () => sql`select count(*) from core.protocol_snapshot`,
    }),
    query({
      name: 'each is in the log',
      finds: { nb: 'protokoller står ikke i bevisloggen', en: 'records are not in the evidence log' },
      broken: () => sql`select 1 from core.protocol_snapshot s where not exists (select 1 from evidence.entry e
        where e.kind = 'record of processing' and e.body ->> 'contentHash' = s.content_hash)`,
      of: () => sql`select count(*) from core.protocol_snapshot`,
    }),
    test({
      name: 'it is whole',
      finds: { nb: 'noe manglet i protokollen', en: 'something was missing in the record' },
      file: 'src/duties/records/records.test.ts',
      title: 'names every purpose that sees somebody, every kind of data, every recipient and every rule, from the declarations',
    }),
  ],
})

export const rightsClause: Clause = {
  id: 'rights',
  number: '7',
  title: { nb: 'Rettighetene dine', en: 'Your rights' },
  sentences: [
    accessIsWhole,
    answeredInTime,
    noExtension,
    identity,
    delivery,
    othersAreSpared,
    theAnswerTells,
    objectionStops,
    portability,
    noAbuseExcuse,
    recordOfProcessing,
  ],
}
