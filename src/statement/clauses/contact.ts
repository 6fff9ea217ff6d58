import { sql } from 'kysely'
import { sampleController, type Controller } from '#merchant'
import { days, query, sentence, test, type Days } from '#sentence'
import type { Clause } from './clause.ts'

type Named = { readonly controller: Controller }

export const aRealMailbox = sentence<Named>({
  id: 'contact.a-real-mailbox',
  promises: ['9-a'],
  terms: { controller: sampleController },
  says: {
    nb: ({ controller: c }) =>
      `Skriv til ${c.privacyContact}, ring ${c.phone}, bruk skjemaet eller svar på en e-post fra oss. Hver melding blir en sak, også det som havner i søppelposten. Er vi i tvil, behandler vi den som et krav, og et menneske leser den innen to virkedager.`,
    en: ({ controller: c }) =>
      `Write to ${c.privacyContact}, call ${c.phone}, use the form or answer a mail from us. Each message becomes a case, also what lands among spam. If in doubt we treat it as a request, and a person reads it within two working days.`,
  },
  controls: [
    query({
      name: 'each was read in time',
      finds: { nb: 'meldinger er ikke lest innen to virkedager', en: 'messages were not read within two working days' },
      broken: (now) => sql`select 1 from core.rights_case where kind = 'unclear' and closed_at is null
        and (received_at at time zone 'Europe/Oslo')::date + 10 < (${now}::timestamptz at time zone 'Europe/Oslo')::date
        union all select 1 from core.rights_case where triage_by is not null and coalesce(triaged_at, closed_at, ${now}::timestamptz) >= (triage_by + 1) at time zone 'Europe/Oslo'`,
      of: () => sql`select count(*) from core.rights_case where triage_by is not null`,
    }),
    query({
      name: 'the daily probe came through',
      finds: { nb: 'prøver til postkassen er ikke lest innen et døgn', en: 'probes to the mailbox were not read within a day' },
      broken: (now) =>
        sql`select 1 from core.mail_probe where coalesce(seen_at, ${now}::timestamptz) > sent_at + interval '1 day'`,
      of: () => sql`select count(*) from core.mail_probe`,
    }),
    test({
      name: 'spam is read too',
      finds: { nb: 'meldinger i søppelposten ble oversett', en: 'messages among spam were overlooked' },
      file: 'src/duties/intake/read-mailbox.test.ts',
      title: 'reads the spam folder too, and what it finds there counts from when it came',
    }),
    test({
      name: 'none is lost',
      finds: { nb: 'meldinger gikk tapt', en: 'messages were lost' },
      file: 'src/duties/intake/read-mailbox.test.ts',
      title: 'loses nothing when it dies between reading and filing: the next reading files it',
    }),
  ],
})

export const anyChannel = sentence({
  id: 'contact.every-way-in-counts',
  promises: ['9-c'],
  says: {
    nb: 'Alle veier inn teller likt: brev, telefon, e-post, skjemaet og Min side. Får en leverandør kravet, er det vår sak fra den dagen. Fristen løper fra du tok kontakt, ikke fra vi skrev det ned.',
    en: 'Every way in counts the same: letter, telephone, e-mail, the form and My page. If a supplier gets the request, it is our case from that day. The clock runs from when you got in touch, not from when we wrote it down.',
  },
  controls: [
    test({
      name: 'the clock starts with the letter',
      finds: { nb: 'frister løp fra feil dag', en: 'clocks ran from the wrong day' },
      file: 'src/duties/rights/receive-claim.test.ts',
      title: 'counts from the day the letter came, not from the day it was typed',
    }),
  ],
})

export const acknowledged = sentence({
  id: 'contact.you-get-a-receipt',
  promises: ['9-b'],
  says: {
    nb: 'Når du skriver til oss, får du straks en kvittering med saksnummer og frist, til adressen du skrev fra. Den sier ikke mer enn det du sendte.',
    en: 'When you write to us, you get a receipt with a case number and a deadline at once, at the address you wrote from. It says no more than what you sent.',
  },
  controls: [
    query({
      name: 'each got a receipt',
      finds: { nb: 'henvendelser fra nettet fikk ingen kvittering', en: 'inquiries from the web got no receipt' },
      reads: 'Each inquiry is held against the letters to whoever asked.',
      broken: () => sql`select 1 from core.inquiry i cross join lateral (select 1 from core.person p
          where (p.account_id, p.id) = (i.account_id, i.person_id) and p.email is not null offset 0) p where i.channel = 'web'
        and not exists (select 1 from core.mail m where (m.account_id, m.person_id) = (i.account_id, i.person_id)
          and position(i.number in m.subject || m.body) > 0 and m.queued_at between i.received_at and i.received_at + interval '1 hour')`,
      of: () => sql`select count(*) from core.inquiry where channel = 'web'`,
    }),
    query({
      name: 'each request got a receipt',
      finds: {
        nb: 'krav fikk ingen kvittering, eller en til en annen adresse',
        en: 'requests got no receipt, or one to another address',
      },
      broken:
        () => sql`select 1 from core.rights_case c join core.rights_message m on m.case_id = c.id where c.channel in ('web', 'email') and m.direction = 'in'
        and m.at = c.received_at and m.address is not null and not exists (select 1 from core.mail l
          where position(c.number in l.subject) > 0 and lower(l.to_address) = lower(m.address))`,
      of: () => sql`select count(*) from core.rights_case where channel in ('web', 'email')`,
    }),
    test({
      name: 'no more than was sent',
      finds: { nb: 'kvitteringer sa noe vi vet', en: 'receipts said something we know' },
      file: 'src/duties/rights/receive-claim.test.ts',
      title: 'acknowledges to the sending address only, with number, day and the way to complain, and nothing we know besides',
    }),
  ],
})

export const questionsAreAnswered = sentence<{ readonly within: Days }>({
  id: 'contact.questions-are-answered',
  promises: ['9-d'],
  terms: { within: days(30) },
  says: {
    nb: ({ within }) => `Spør du om noe, svarer vi innen ${within.days} dager, også når svaret er at vi ikke vet.`,
    en: ({ within }) =>
      `If you ask something, we answer within ${within.days} days, also when the answer is that we do not know.`,
  },
  controls: [
    query({
      name: 'no question waits too long',
      finds: { nb: 'spørsmål har ventet for lenge', en: 'questions have waited too long' },
      broken: (now, { within }) => sql`select 1 from core.inquiry where coalesce(outcome, '') <> 'spam'
          and coalesce(answered_at, closed_at) - received_at > interval ${sql.lit(`${within.days - 1} days`)}
          and coalesce(answered_at, closed_at) > received_at + make_interval(days => ${within.days}::int)
        union all select 1 from core.inquiry i where coalesce(outcome, '') <> 'spam' and answered_at is null and closed_at is null
          and coalesce((select min(v.sent_at) from core.quote q join core.quote_version v on (v.account_id, v.quote_id) = (q.account_id, q.id)
            where (q.account_id, q.inquiry_id) = (i.account_id, i.id)), ${now}::timestamptz) > received_at + make_interval(days => ${within.days}::int)`,
      of: () => sql`select count(*) from core.inquiry`,
    }),
  ],
})

export const contactClause: Clause = {
  id: 'contact',
  number: '9',
  title: { nb: 'Ta kontakt', en: 'Get in touch' },
  sentences: [aRealMailbox, anyChannel, acknowledged, questionsAreAnswered],
}
