import { sql } from 'kysely'
import { attestation, months, query, sentence, test, type Months } from '#sentence'
import type { Clause } from './clause.ts'
import { limitation, lockedArchive, relationshipEnds } from './inquiries-end.ts'
import { onlyLawKeeps, suppliersDeleteToo } from './suppliers.ts'

export const weAnswerYou = sentence({
  id: 'inquiries.we-answer-you',
  promises: ['2.6-a'],
  says: {
    nb: 'Hver henvendelse føres én gang, i dette systemet, med når den kom, hvordan og hva vi svarte.',
    en: 'Each inquiry is filed once, in this system, with when it came, how, and what we answered.',
  },
  controls: [
    query({
      name: 'each is filed once and whole',
      finds: {
        nb: 'henvendelser er ført dobbelt eller uten svaret som ble gitt',
        en: 'inquiries are filed twice or without the answer that was given',
      },
      reads: 'Each answered inquiry is held against the answers that are kept.',
      // The numbers there are, less the different ones: both counted along the index of numbers, which is in their order.
      broken: () => sql`select 'twice' from generate_series(1, (select count(number) - count(distinct number) from core.inquiry))
        union all select i.number from core.inquiry i where i.answered_at is not null and i.kind = 'question'
          and not exists (select 1 from core.inquiry_message m where (m.account_id, m.inquiry_id) = (i.account_id, i.id) and m.direction = 'out')`,
      of: () => sql`select count(*) from core.inquiry`,
    }),
  ],
})

export const noShadowCopies = sentence({
  id: 'inquiries.no-shadow-copies',
  promises: ['2.6-b'],
  says: {
    nb: 'Vi fører ikke skyggearkiv: det som er ført på saken, slettes fra postkassen etter 30 dager.',
    en: 'We keep no shadow archives: what has been filed on the case is deleted from the mailbox after 30 days.',
  },
  controls: [
    query({
      name: 'no original outlived its time',
      finds: { nb: 'originaler ligger igjen i postkassen', en: 'originals remain in the mailbox' },
      broken: (now) =>
        sql`select 1 from core.mail_intake where coalesce(original_gone_at, ${now}::timestamptz) > filed_at + interval '31 days'`,
      of: () => sql`select count(*) from core.mail_intake`,
    }),
    test({
      name: 'deleted on the day',
      finds: { nb: 'originaler ble ikke slettet', en: 'originals were not deleted' },
      file: 'src/duties/intake/read-mailbox.test.ts',
      title: 'deletes the original 30 days after filing, not a day before, and remembers that it did',
    }),
    attestation({
      name: 'the mailbox is emptied',
      finds: { nb: 'postkasser er ikke tømt', en: 'mailboxes have not been emptied' },
      every: months(1),
      word: {
        nb: 'Postkassene er gått gjennom, og det eldste er yngre enn 30 dager.',
        en: 'The mailboxes have been looked through, and the oldest is younger than 30 days.',
      },
    }),
  ],
})

export const onlyTheRelevant = sentence<{ readonly longest: number }>({
  id: 'inquiries.only-what-is-relevant',
  promises: ['2.6-c'],
  terms: { longest: 10_000 },
  says: {
    nb: ({ longest }) =>
      `Vi skriver bare ned det saken trenger. En tekst kan ikke være lengre enn ${longest} tegn, og ingenting legges ved. Av en e-post fører vi bare det du skrev selv: sitater, signaturer og kopilister blir ikke med.`,
    en: ({ longest }) =>
      `We write down only what the case needs. A text cannot be longer than ${longest} characters, and nothing is attached. Of an e-mail we file only what you wrote yourself: quotes, signatures and lists of copies are left out.`,
  },
  controls: [
    query({
      name: 'no text is longer',
      finds: { nb: 'tekster er lengre enn tillatt', en: 'texts are longer than allowed' },
      broken: (_, { longest }) => sql`select 1 from core.inquiry where length(body) > ${longest}::int or length(subject) > 300
        union all select 1 from core.inquiry_message where length(body) > ${longest}::int
        union all select 1 from core.rights_message where length(body) > ${longest}::int`,
      of: () => sql`select (select count(*) from core.inquiry) + (select count(*) from core.inquiry_message)`,
    }),
    test({
      name: 'only what you wrote',
      finds: { nb: 'sitater eller signaturer ble ført', en: 'quotes or signatures were filed' },
      file: 'src/duties/intake/recognise-claims.test.ts',
      title: 'keeps what the person wrote this time, and nothing of the chain, the signature, the copies or the telephone',
    }),
  ],
})

export const reviewed = sentence({
  id: 'inquiries.are-reviewed',
  promises: ['2.6-d'],
  says: {
    nb: 'Den som lukker en sak, bekrefter at den bare inneholder det som er nødvendig. Hver måned trekkes to prosent av sakene som ble lukket, minst ti, og en annen enn saksbehandleren ser på dem innen 30 dager.',
    en: 'Whoever closes a case confirms that it holds only what is necessary. Every month two per cent of the cases that were closed, ten at least, are drawn by lot, and somebody other than the handler looks through them within 30 days.',
  },
  controls: [
    query({
      name: 'each sample was read by another',
      finds: {
        nb: 'utvalg er ikke lest, eller lest av den som behandlet saken',
        en: 'samples were not read, or read by the handler',
      },
      broken: (now) => sql`select 1 from core.case_review where checked_by = handled_by
        or coalesce(checked_at, ${now}::timestamptz) > drawn_at + interval '31 days'`,
      of: () => sql`select count(*) from core.case_review`,
    }),
    query({
      name: 'a sample was drawn',
      finds: { nb: 'måneder er uten utvalg', en: 'months have no sample' },
      broken: (
        now,
      ) => sql`select 1 from core.inquiry i where i.closed_at < date_trunc('month', ${now}::timestamptz) - interval '2 days'
          and i.closed_at >= date_trunc('month', ${now}::timestamptz) - interval '20 days' and ${now}::timestamptz > date_trunc('month', ${now}::timestamptz) + interval '3 days'
          and not exists (select 1 from core.case_review r where r.drawn_at > i.closed_at) and exists (select 1 from core.case_review)`,
      of: () => sql`select count(*) from core.inquiry where closed_at is not null`,
    }),
    test({
      name: 'by lot and by another',
      finds: { nb: 'utvalg ble trukket eller lest feil', en: 'samples were drawn or read wrongly' },
      file: 'src/business/inquiries/draw-sample.test.ts',
      title: 'is looked through by another than the handler, once',
    }),
  ],
})

type Kept = { readonly keep: Months }

export const notesArePruned = sentence<Kept>({
  id: 'inquiries.working-notes-are-pruned',
  promises: ['2.6-e'],
  terms: { keep: months(6) },
  says: {
    nb: ({ keep }) => `Arbeidsnotater fjerner vi ${keep.months} måneder etter at saken er lukket.`,
    en: ({ keep }) => `We remove working notes ${keep.months} months after the case was closed.`,
  },
  controls: [
    query({
      name: 'no note outlived its time',
      finds: { nb: 'notater er eldre enn lovet', en: 'notes are older than promised' },
      broken: (
        now,
        { keep },
      ) => sql`select 1 from core.inquiry_message n join core.inquiry i on (i.account_id, i.id) = (n.account_id, n.inquiry_id)
        where n.direction = 'note' and i.closed_at + make_interval(months => ${keep.months}::int) + interval '7 days' < ${now}`,
      of: () => sql`select count(*) from core.inquiry_message where direction = 'note'`,
    }),
  ],
})

export const messagesAreKept = sentence<Kept>({
  id: 'inquiries.messages-are-kept',
  promises: ['4-a'],
  terms: { keep: months(36) },
  says: {
    nb: ({ keep }) => `Kopi av meldinger vi har sendt deg, beholder vi i ${keep.months / 12} år, så vi kan vise hva som er sagt.`,
    en: ({ keep }) => `We keep copies of messages we sent you for ${keep.months / 12} years, so that we can show what was said.`,
  },
  controls: [
    query({
      name: 'no copy is older',
      finds: { nb: 'kopier er eldre enn lovet', en: 'copies are older than promised' },
      broken: (now, { keep }) =>
        sql`select 1 from core.mail where queued_at < ${now}::timestamptz - make_interval(months => ${keep.months}::int) and queued_at + make_interval(months => ${keep.months}::int) + interval '7 days' < ${now}`,
      of: () => sql`select count(*) from core.mail`,
    }),
  ],
})

export const inquiriesClause: Clause = {
  id: 'inquiries',
  number: '2.6',
  title: { nb: 'Henvendelser og saker', en: 'Inquiries and cases' },
  sentences: [
    weAnswerYou,
    onlyTheRelevant,
    reviewed,
    noShadowCopies,
    notesArePruned,
    messagesAreKept,
    relationshipEnds,
    suppliersDeleteToo,
    onlyLawKeeps,
    limitation,
    lockedArchive,
  ],
}
