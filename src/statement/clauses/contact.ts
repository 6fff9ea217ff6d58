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
      `Skriv til ${c.privacyContact}, ring ${c.phone} eller svar på en e-post fra oss. Vi leser alt som kommer, også søppelpost, hver arbeidsdag.`,
    en: ({ controller: c }) =>
      `Write to ${c.privacyContact}, call ${c.phone} or answer a mail from us. We read everything that comes, also spam, every working day.`,
  },
})

export const anyChannel = sentence({
  id: 'contact.every-way-in-counts',
  promises: ['9-c'],
  says: {
    nb: 'Alle veier inn teller likt: brev, telefon, e-post og Min side. Fristen løper fra du tok kontakt, ikke fra vi skrev det ned.',
    en: 'Every way in counts the same: letter, telephone, e-mail and My page. The clock runs from when you got in touch, not from when we wrote it down.',
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
    nb: 'Når du skriver til oss i skjemaet, får du straks en kvittering med saksnummer til adressen du oppga.',
    en: 'When you write to us in the form, you get a receipt with a case number at once, at the address you gave.',
  },
  controls: [
    query({
      name: 'each got a receipt',
      finds: { nb: 'henvendelser fra nettet fikk ingen kvittering', en: 'inquiries from the web got no receipt' },
      broken:
        () => sql`select 1 from core.inquiry i join core.person p on (p.account_id, p.id) = (i.account_id, i.person_id) where i.channel = 'web' and p.email is not null
        and not exists (select 1 from core.mail m where (m.account_id, m.person_id) = (i.account_id, i.person_id)
          and position(i.number in m.subject || m.body) > 0 and m.queued_at between i.received_at and i.received_at + interval '1 hour')`,
      of: () => sql`select count(*) from core.inquiry where channel = 'web'`,
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
      broken: (now, { within }) => sql`select 1 from core.inquiry i where coalesce(outcome, '') <> 'spam'
        and coalesce(answered_at, closed_at, (select min(v.sent_at) from core.quote q join core.quote_version v on (v.account_id, v.quote_id) = (q.account_id, q.id)
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
