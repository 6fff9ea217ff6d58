import { sql } from 'kysely'
import { probe, query, sentence, test } from '#sentence'
import { asEntered, consentIsWitnessed } from './as-witnessed.ts'
import { erasure } from './erasure.ts'
import { lettersThat } from './kinds.ts'
import { visitAll } from './visits.ts'
import { restrictionIsObeyed } from './restriction.ts'

export { restrictionIsObeyed } from './restriction.ts'

export const rectification = sentence({
  id: 'registration.errors-are-corrected',
  promises: ['2.1-h'],
  says: {
    nb: 'Er noe feil, kan du rette det selv på Min side eller be oss om det. En utstedt faktura rettes med kreditnota.',
    en: 'If something is wrong, you can correct it yourself on My page or ask us. An issued invoice is corrected by a credit note.',
  },
  controls: [
    query({
      name: 'each correction is in the log',
      finds: { nb: 'rettinger står ikke i loggen', en: 'corrections are not in the log' },
      broken: () => sql`select 1 from core.person p left join (select subject, count(*) as entries from evidence.entry
          where kind in ('contact corrected', 'rectification', 'person left') group by subject) e on e.subject = p.id
        where p.version > 1 and p.version > 1 + coalesce(e.entries, 0)`,
      of: () => sql`select count(*) from core.person where version > 1`,
    }),
    query({
      name: 'each credit note corrects an invoice',
      finds: { nb: 'kreditnotaer retter ingen faktura', en: 'credit notes correct no invoice' },
      broken:
        () => sql`select 1 from core.invoice c where c.kind = 'credit_note' and c.series not like 'import-%' and not exists (select 1 from core.invoice i
        where i.account_id = c.account_id and i.id = c.credits_invoice_id and i.kind = 'invoice')`,
      of: () => sql`select count(*) from core.invoice where kind = 'credit_note' and series not like 'import-%'`,
    }),
  ],
})

export const withdrawal = sentence({
  id: 'registration.withdrawal-works-at-once',
  promises: ['2.1-k', '2.1-m'],
  says: {
    nb: 'Et samtykke kan du trekke når som helst og uten grunn. Da stopper det som hviler på samtykket, og vi finner ikke en ny begrunnelse for å fortsette.',
    en: 'You can withdraw a consent at any time and without a reason. What rests on it then stops, and we do not find a new reason to go on.',
  },
  controls: [
    query({
      name: 'nothing was sent after a withdrawal',
      finds: {
        nb: 'meldinger ble sendt etter at samtykket var trukket',
        en: 'messages were sent after the consent was withdrawn',
      },
      broken:
        () => sql`select 1 from core.mail m join core.consent c on (c.account_id, c.person_id) = (m.account_id, m.person_id) and c.purpose = m.purpose
        where c.withdrawn_at is not null and coalesce(m.sent_at, m.queued_at) > c.withdrawn_at and not exists (select 1 from core.consent later
          where (later.account_id, later.person_id, later.purpose) = (c.account_id, c.person_id, c.purpose)
            and later.given_at > c.withdrawn_at and later.given_at <= m.queued_at)`,
      of: () => sql`select count(*) from core.consent where withdrawn_at is not null`,
    }),
    asEntered(
      'what was withdrawn stays so',
      { nb: 'samtykker er tilbake etter at de ble trukket', en: 'consents are back after they were withdrawn' },
      'withdrawal',
    ),
  ],
})

export const consentCanBeProved = sentence({
  id: 'marketing.consent-can-be-proved',
  promises: ['2.1-l'],
  says: {
    nb: 'For hvert samtykke kan vi vise teksten du sa ja til, når, hvordan og i hvilken versjon av erklæringen. Kan vi ikke vise det, finnes det ikke.',
    en: 'For each consent we can show the text you said yes to, when, how and in which version of the statement. If we cannot show it, it does not exist.',
  },
  controls: [
    query({
      name: 'each consent has its text',
      finds: { nb: 'samtykker mangler tekst eller versjon', en: 'consents lack their text or version' },
      reads: 'The text of each consent is hashed anew.',
      // Many were shown the same text: each is hashed once.
      broken:
        () => sql`select 1 from (select text_shown, text_hash, mechanism, statement_revision, count(*) as consents from core.consent
          group by text_shown, text_hash, mechanism, statement_revision) c, generate_series(1, c.consents)
        where btrim(c.text_shown) = '' or btrim(c.mechanism) = '' or c.text_hash <> encode(sha256(convert_to(c.text_shown, 'UTF8')), 'hex')
          or not exists (select 1 from core.statement_revision r where r.revision = c.statement_revision)`,
      of: () => sql`select count(*) from core.consent`,
    }),
    consentIsWitnessed,
  ],
})

export const complaintInEveryAnswer = sentence({
  id: 'registration.you-can-complain',
  promises: ['2.1-n'],
  says: {
    nb: 'Mener du at vi ikke følger reglene, kan du klage til Datatilsynet (datatilsynet.no) og gå til domstolene. Det står i hvert avslag fra oss.',
    en: 'If you think we do not follow the rules, you can complain to the Norwegian Data Protection Authority (datatilsynet.no) and go to court. Every refusal from us says so.',
  },
  controls: [
    query({
      name: 'each answer tells where to complain',
      finds: {
        nb: 'svar på rettighetskrav sier ikke hvor du kan klage',
        en: 'answers to rights requests do not say where to complain',
      },
      // What a supplier is asked to do about somebody is no answer to anybody.
      broken: () =>
        sql`select 1 ${lettersThat(sql`purpose = 'rights_handling' and kind <> 'supplier instruction'`)} where r.body not ilike '%datatilsynet%'`,
      of: () => sql`select count(*) from core.mail where purpose = 'rights_handling' and kind <> 'supplier instruction'`,
    }),
    probe({
      name: 'the statement shows the way',
      finds: {
        nb: 'utgaver av erklæringen mangler veien til Datatilsynet',
        en: 'editions of the statement lack the way to the authority',
      },
      tries: async (world) => {
        const pages = await visitAll(world, ['/personvern', '/en/privacy'])
        return { found: pages.filter(({ html }) => !html.includes('datatilsynet.no')).length, of: pages.length }
      },
    }),
  ],
})

export const noDetriment = sentence({
  id: 'registration.no-detriment',
  promises: ['2.1-o'],
  says: {
    nb: 'Det koster deg ingenting å bruke rettighetene dine: verken pris, betalingsfrist eller service blir påvirket.',
    en: 'Using your rights costs you nothing: neither price, terms of payment nor service are affected.',
  },
  how: {
    nb: 'Formålene som priser, leverer og fakturerer, kan ikke se rettighetskrav, samtykker eller protester.',
    en: 'The purposes that price, deliver and invoice cannot see rights requests, consents or objections.',
  },
  controls: [
    query({
      name: 'prices cannot see rights',
      finds: {
        nb: 'tilganger lar pris og levering se rettighetskrav',
        en: 'grants let pricing and delivery see rights requests',
      },
      broken:
        () => sql`select 1 from information_schema.column_privileges where grantee in ('ordholden_deliver', 'ordholden_invoice')
          and table_name in ('rights_case', 'objection', 'consent') and privilege_type in ('SELECT', 'UPDATE')
        union all select 1 from pg_views where schemaname in ('deliver', 'invoice') and definition ~ 'core\\.(rights_case|objection|consent)\\M'`,
      of: () => sql`select count(*) from pg_views where schemaname in ('deliver', 'invoice')`,
    }),
  ],
})

export const caseForTheAuthority = sentence({
  id: 'registration.the-authority-gets-the-case',
  promises: ['2.1-p'],
  says: {
    nb: 'Spør Datatilsynet, gir vi ut hele saken din samlet: tidslinje, meldinger, avgjørelser og bevis.',
    en: 'If the authority asks, we hand over your whole case together: timeline, messages, decisions and evidence.',
  },
  controls: [
    query({
      name: 'each case has its timeline',
      finds: { nb: 'saker mangler tidslinje', en: 'cases lack their timeline' },
      broken:
        () => sql`select 1 from core.rights_case c where c.number is not null and (not exists (select 1 from core.rights_event e where e.case_id = c.id and e.what = 'received')
        or (c.closed_at is not null and not exists (select 1 from core.rights_event e where e.case_id = c.id and e.what = 'answered')))`,
      of: () => sql`select count(*) from core.rights_case where number is not null`,
    }),
    test({
      name: 'the whole case in one file',
      finds: { nb: 'noe manglet i filen', en: 'something was missing from the file' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'takes the whole case out as one file, with what was said, decided and proved',
    }),
  ],
})

/** What the statement says of rights where it speaks of registration; the rest stands in its section 7. */
export const registrationRights = [
  rectification,
  erasure,
  restrictionIsObeyed,
  withdrawal,
  complaintInEveryAnswer,
  noDetriment,
  caseForTheAuthority,
]
