import { sql } from 'kysely'
import { days, probe, query, sentence, test, type Days } from '#sentence'
import type { Clause } from './clause.ts'
import { noGiftLists, noIdentityNumbers } from './registration-limits.ts'
import { registrationRights } from './registration-rights.ts'
import { visitAll } from './visits.ts'

const fields = [
  'first_name',
  'last_name',
  'phone',
  'email',
  'job_title',
  'workplace',
  'company_address',
  'invoice_address',
] as const
const values = sql`select coalesce(sum(num_nonnulls(${sql.join(fields.map((name) => sql.ref(name)))})), 0)::bigint from core.person`

export const theEightFields = sentence({
  id: 'registration.the-eight-fields',
  promises: ['2.1-d'],
  says: {
    nb: 'Om deg som kontaktperson lagrer vi fornavn, etternavn, telefon, e-post, stilling, arbeidssted, firmaadresse og fakturaadresse, og hvilket språk du valgte. Ikke noe annet.',
    en: 'About you as a contact we store first name, last name, telephone, e-mail, job title, workplace, company address and invoice address, and the language you chose. Nothing else.',
  },
  controls: [
    query({
      name: 'the table has no other field',
      finds: { nb: 'felt på personer står ikke i listen', en: 'fields on persons are not in the list' },
      broken: () => sql`select column_name from information_schema.columns where table_schema = 'core' and table_name = 'person'
        and column_name not in (${sql.join(fields.map((name) => sql.lit(name)))}, 'language', 'account_id', 'id', 'registered_at', 'created_at', 'last_active_at', 'left_on', 'version')`,
      of: () => sql`select count(*) from information_schema.columns where table_schema = 'core' and table_name = 'person'`,
    }),
  ],
})

export const everyValueHasASource = sentence({
  id: 'registration.every-value-has-a-source',
  promises: ['2.1-a'],
  says: {
    nb: 'Ved hver opplysning står det hvor den kommer fra, når og av hvem. Vi kjøper ikke lister og henter ikke noe om deg fra nettet.',
    en: 'Each value says where it came from, when and from whom. We buy no lists and collect nothing about you from the web.',
  },
  controls: [
    query({
      name: 'no value without provenance',
      finds: { nb: 'opplysninger om personer mangler kilde', en: 'values about persons lack a source' },
      reads: 'Each value of each person is held against each source.',
      broken:
        // A source is of one field of one person, and there is one at most: the values there are, less those that a source is of.
        () => sql`select 1 from generate_series(1, (${values}) - (select count(*) from core.provenance s join core.person p
            on (p.account_id, p.id) = (s.account_id, s.person_id)
          where case s.field ${sql.join(
            fields.map((name) => sql`when ${sql.lit(name)} then p.${sql.ref(name)} is not null`),
            sql` `,
          )} end))`,
      of: () => values,
    }),
  ],
})

export const toldWhenFromOthers = sentence<{ readonly within: Days }>({
  id: 'registration.told-when-from-others',
  promises: ['2.1-b'],
  terms: { within: days(30) },
  says: {
    nb: ({ within }) =>
      `Har en kollega eller en selger gitt oss opplysningene dine, får du vite det, og hvem de kom fra, i den første e-posten fra oss, og senest innen ${within.days} dager. Kommer den ikke fram, sier vi fra på en annen måte eller sletter dem.`,
    en: ({ within }) =>
      `If a colleague or a salesperson gave us your data, you are told so, and from whom they came, in the first mail from us, and within ${within.days} days at the latest. If it does not arrive, we tell you in another way or delete them.`,
  },
  controls: [
    query({
      name: 'everybody has been told in time',
      finds: { nb: 'personer har ikke fått vite det i tide', en: 'persons were not told in time' },
      broken: (now, { within }) => sql`select distinct s.account_id, s.person_id from core.provenance s
        where s.source in ('colleague', 'staff_entry_from_conversation') and s.at + make_interval(days => ${within.days}::int) < ${now}
          and not exists (select 1 from core.mail m where (m.account_id, m.person_id) = (s.account_id, s.person_id)
            and m.body ~ '/(personvern|en/privacy)')
          and not exists (select 1 from core.source_notice n where (n.account_id, n.person_id) = (s.account_id, s.person_id) and n.how <> '')`,
      of: () =>
        sql`select count(distinct person_id) from core.provenance where source in ('colleague', 'staff_entry_from_conversation')`,
    }),
    query({
      name: 'failed letters are seen to',
      finds: {
        nb: 'brev kom ikke fram, og ingen har sagt fra på en annen måte',
        en: 'letters did not arrive, and nobody told them otherwise',
      },
      broken: (
        now,
        { within },
      ) => sql`select 1 from core.source_notice n join core.mail m on (m.account_id, m.id) = (n.account_id, n.mail_id)
        where m.failed_at is not null and m.sent_at is null and n.at + make_interval(days => ${within.days}::int) < ${now}`,
      of: () => sql`select count(*) from core.source_notice`,
    }),
  ],
})

export const requiredOrOptional = sentence({
  id: 'registration.required-or-optional',
  promises: ['2.1-c'],
  says: {
    nb: 'Ved hvert felt ser du om du må fylle det ut. Frivillige felt er frivillige, og er tomme når du kommer.',
    en: 'At each field you see whether you must fill it in. Optional fields are optional, and are empty when you arrive.',
  },
  controls: [
    probe({
      name: 'each field says so',
      finds: {
        nb: 'felt i skjemaene sier ikke om de er frivillige, eller er fylt ut på forhånd',
        en: 'fields in the forms do not say whether they are optional, or are filled in beforehand',
      },
      tries: async (world) => {
        const pages = await visitAll(world, ['/registrer', '/foresporsel'])
        const fields = pages
          .flatMap(({ html }) => [...html.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => ({ tag, html })))
          .filter(({ tag }) => !/type="(?:hidden|submit|search|radio|number)"/.test(tag) && / id="/.test(tag))
        const unclear = fields.filter(
          ({ tag, html }) =>
            (!/ required/.test(tag) && !saysOptional(html, tag)) ||
            (/value="[^"]+"/.test(tag) && !/type="checkbox"/.test(tag)) ||
            / checked/.test(tag),
        )
        return { found: unclear.length + (fields.length < 8 ? 1 : 0), of: fields.length }
      },
    }),
  ],
})

function saysOptional(html: string, tag: string): boolean {
  const id = / id="([^"]+)"/.exec(tag)?.[1] ?? ''
  const label = new RegExp(`<label[^>]*for="${id}"[^>]*>([\\s\\S]*?)</label>`).exec(html)?.[1] ?? ''
  return /valgfri|frivillig|optional/i.test(label)
}

export const solePropietor = sentence({
  id: 'registration.a-sole-proprietor-is-a-person',
  promises: ['2.1-f'],
  says: {
    nb: 'Driver du enkeltpersonforetak, er firmaopplysningene dine også opplysninger om deg, og vernes slik.',
    en: 'If you run a sole proprietorship, your company data are data about you as well, and are protected as such.',
  },
  controls: [
    test({
      name: 'the firm goes with its owner',
      finds: {
        nb: 'slettinger av en enkeltpersonbedrift lot firmaet stå igjen',
        en: 'erasures of a sole proprietor left the firm',
      },
      file: 'src/duties/rights/erase-person.test.ts',
      title: 'empties a sole proprietor’s firm with its last person, and leaves the invoice',
    }),
  ],
})

export const theRelationshipIsTrade = sentence({
  id: 'registration.the-relationship-is-trade',
  promises: ['2.1-g'],
  says: {
    nb: 'Om kundeforholdet lagrer vi henvendelser, tilbud, ordre, leveranser, fakturaer og betalinger. Vi setter ikke merkelapper på deg og følger ikke med på hva du klikker på.',
    en: 'About the customer relationship we store inquiries, quotes, orders, deliveries, invoices and payments. We put no labels on you and do not watch what you click.',
  },
  controls: [
    query({
      name: 'no column for opinions or clicks',
      finds: { nb: 'kolonner kan romme karakterer, merkelapper eller klikk', en: 'columns could hold scores, labels or clicks' },
      broken: () => sql`select 1 from information_schema.columns where table_schema in ('core', 'archive')
        and column_name ~ '(score|rating|mood|sentiment|vip|difficult|(^|_)tags?($|_)|(^|_)(opened|clicked)(_at|_count)?$|last_seen|custom_field|gender|birth|photo)'`,
      of: () => sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive')`,
    }),
  ],
})

export const registrationClause: Clause = {
  id: 'registration',
  number: '2.1',
  title: { nb: 'Hva vi samler inn', en: 'What we collect' },
  sentences: [
    everyValueHasASource,
    theEightFields,
    requiredOrOptional,
    noIdentityNumbers,
    theRelationshipIsTrade,
    solePropietor,
    toldWhenFromOthers,
    noGiftLists,
    ...registrationRights,
  ],
}
