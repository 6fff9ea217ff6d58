import { sql } from 'kysely'
import { purposeNames, purposes } from '#purposes'
import { probe, query, sentence, type Language } from '#sentence'
import { oneBelowTheOther } from '../one-below-the-other.ts'
import type { Clause } from './clause.ts'
import { consentsThat, lettersThat, readingsThat, transfersThat } from './kinds.ts'
import { visitAll } from './visits.ts'

type Closed = {
  readonly purposes: readonly { readonly name: string; readonly nb: string; readonly en: string; readonly ground: string }[]
}

const listed = (language: Language) => (terms: Closed) => oneBelowTheOther(terms.purposes.map((each) => each[language]))

export const closedPurposes = sentence<Closed>({
  id: 'purposes.closed-set',
  promises: ['2.2-i'],
  terms: { purposes: purposeNames.map((name) => ({ name, ...purposes[name] })) },
  says: {
    nb: (terms) => `Vi bruker opplysninger bare til dette:${listed('nb')(terms)}Det finnes ingen andre formål.`,
    en: (terms) => `We use data for these things only:${listed('en')(terms)}There are no other purposes.`,
  },
  controls: [
    query({
      name: 'roles and uses are in the set',
      finds: { nb: 'bruk har et formål som ikke står i listen', en: 'uses have a purpose that is not in the list' },
      broken: (_, { purposes: set }) => {
        const names = sql`(${sql.join(set.map(({ name }) => sql`${name}`))})`
        return sql`select r.purpose ${lettersThat(sql`purpose not in ${names}`)}
          union all select r.purpose ${transfersThat(sql`purpose not in ${names}`)}
          union all select r.purpose ${readingsThat(sql`purpose not in ${names}`)}
          union all select r.purpose ${consentsThat(sql`purpose not in ${names}`)}
          union all select rolname from pg_roles where rolname like 'ordholden\\_%' and rolname not in ('ordholden_app', 'ordholden_jobs')
            and substr(rolname, 11) not in ${names}`
      },
      of: () =>
        sql`select (select count(*) from core.mail) + (select count(*) from core.transfer) + (select count(*) from core.reading) + (select count(*) from core.consent)`,
    }),
  ],
})

export const deliverAndAdminister = sentence({
  id: 'purposes.deliver-and-administer',
  promises: ['2.2-a'],
  says: {
    nb: 'For å levere det du har bedt om, ser selgeren kontaktopplysningene dine og saken din, og ingen samtykker, betalingskrav eller andre kunders sikkerhetslogg.',
    en: 'To deliver what you asked for, the salesperson sees your contact details and your case, and no consents, claims or security logs.',
  },
  controls: [
    query({
      name: 'delivery sees no more than it needs',
      finds: { nb: 'utsnitt for levering viser mer enn de skal', en: 'views for delivery show more than they should' },
      broken: () => sql`select 1 from information_schema.tables where table_schema = 'deliver'
        and table_name in ('consent', 'objection', 'rights_case', 'suppression', 'transfer', 'session', 'payment', 'erasure_certificate', 'attestation', 'entry')`,
      of: () => sql`select count(*) from information_schema.tables where table_schema = 'deliver'`,
    }),
  ],
})

export const oneReminder = sentence({
  id: 'purposes.one-reminder-of-a-quote',
  promises: ['2.2-b'],
  says: {
    nb: 'Vi kan minne deg om et tilbud du har bedt om én gang. Mer enn det regner vi som markedsføring.',
    en: 'We may remind you once of a quote you asked for. Anything beyond that we count as marketing.',
  },
  controls: [
    query({
      name: 'nobody was reminded twice',
      finds: { nb: 'tilbud ble det minnet om mer enn én gang', en: 'quotes were reminded of more than once' },
      broken: () =>
        sql`select 1 ${lettersThat(sql`kind ~* 'remind|purring' and purpose <> 'invoice'`)} group by r.account_id, r.person_id, r.subject having count(*) > 1`,
      of: () => sql`select count(*) from core.quote`,
    }),
  ],
})

export const invoicesNameNobody = sentence({
  id: 'purposes.invoices-name-nobody',
  promises: ['2.2-c'],
  says: {
    nb: 'På fakturaen står firmaet og bestillingsnummeret deres, ikke navnet eller e-postadressen din.',
    en: 'The invoice bears the company and your order number, not your name or e-mail address.',
  },
  how: {
    nb: 'Bokføringsreglene krever ikke kontaktperson på et salgsdokument, så vi skriver ingen.',
    en: 'The bookkeeping rules do not ask for a contact person on a sales document, so we write none.',
  },
  controls: [
    query({
      name: 'no contact is named on an invoice',
      finds: { nb: 'fakturaer nevner en kontaktperson', en: 'invoices name a contact person' },
      reads: 'The text of each invoice is searched for the names of its own contacts.',
      broken:
        () => sql`select 1 from core.invoice i join core.account a using (account_id) where coalesce(a.organisation_form, '') <> 'ENK'
        and exists (select 1 from core.person p where p.account_id = i.account_id
          and lower(concat(i.buyer, i.buyer_reference, i.delivery_place)) like any (array[
            case when length(p.last_name) > 1 and length(p.first_name) > 1 and position(lower(p.last_name) in lower(coalesce(a.name, ''))) = 0
              then '%' || lower(p.first_name || ' ' || p.last_name) || '%' end,
            case when p.email <> '' and p.email is distinct from a.invoice_email then '%' || lower(p.email) || '%' end]))`,
      of: () => sql`select count(*) from core.invoice`,
    }),
  ],
})

export const noRecording = sentence({
  id: 'purposes.no-recording',
  promises: ['2.2-d'],
  says: {
    nb: 'Vi tar ikke opp samtaler, skjermbilder eller tastetrykk for å bli bedre. Sidene du besøker, kjører ikke noe program i nettleseren din, med mindre du har sagt ja til at vi måler hvor lenge du leser.',
    en: 'We record no calls, screens or keystrokes to get better. The pages you visit run no program in your browser, unless you have allowed us to measure how long you read.',
  },
  controls: [
    probe({
      name: 'the pages run nothing',
      finds: { nb: 'sider kjører et program i nettleseren', en: 'pages run a program in the browser' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return {
          found: pages.filter(({ html }) => /<script\b(?![^>]*application\/ld\+json)|\son[a-z]+="/i.test(html)).length,
          of: pages.length,
        }
      },
    }),
  ],
})

export const samePriceForAll = sentence({
  id: 'purposes.the-same-for-all',
  promises: ['2.2-e'],
  says: {
    nb: 'I dag tilpasser vi verken innhold eller pris til den enkelte: alle ser den samme katalogen og den samme prisstigen.',
    en: 'Today we tailor neither content nor price to the individual: everybody sees the same catalogue and the same ladder of prices.',
  },
  controls: [
    query({
      name: 'prices know no customer',
      finds: {
        nb: 'kolonner knytter en pris eller et produkt til en kunde',
        en: 'columns tie a price or a product to a customer',
      },
      broken:
        () => sql`select 1 from information_schema.columns where table_schema = 'core' and table_name in ('product', 'price_tier')
          and column_name ~ '(account|person|customer|segment)'
        union all select 1 from information_schema.tables where table_schema = 'tailor' and table_name in ('person', 'inquiry', 'sales_order', 'quote')`,
      of: () =>
        sql`select count(*) from information_schema.columns where table_schema = 'core' and table_name in ('product', 'price_tier')`,
    }),
  ],
})

export const trendsSeeNobody = sentence({
  id: 'purposes.trends-see-nobody',
  promises: ['2.2-f'],
  says: {
    nb: 'Den som ser på trender, kan ikke se en eneste kunde. Det formålet har ingen rader om personer.',
    en: 'Whoever looks at trends cannot see a single customer. That purpose has no rows about persons.',
  },
  controls: [
    query({
      name: 'trends have no rows about persons',
      finds: { nb: 'utsnitt for trender viser enkeltkunder', en: 'views for trends show single customers' },
      broken:
        () => sql`select distinct table_name from information_schema.columns where table_schema in ('trend', 'anonymous_compilation')
        and column_name in ('account_id', 'person_id', 'email', 'subject')`,
      of: () => sql`select count(*) from information_schema.tables where table_schema in ('trend', 'anonymous_compilation')`,
    }),
  ],
})

export const noSurveys = sentence({
  id: 'purposes.no-surveys-today',
  promises: ['2.2-g', '2.2-h'],
  says: {
    nb: 'Vi sender ingen undersøkelser i dag, og vi spør aldri på vegne av andre. Ingen svar er lagret.',
    en: 'We send no surveys today, and we never ask on behalf of others. No answers are stored.',
  },
  controls: [
    query({
      name: 'no survey was sent or stored',
      finds: { nb: 'undersøkelser er sendt eller lagret', en: 'surveys were sent or stored' },
      broken:
        () => sql`select 1 ${lettersThat(sql`purpose = 'survey'`)} union all select 1 ${transfersThat(sql`purpose = 'survey'`)}
        union all select 1 from information_schema.tables where table_schema in ('core', 'archive') and table_name like '%survey%'`,
      of: () => sql`select (select count(*) from core.mail) + (select count(*) from core.transfer)`,
    }),
  ],
})

export const noAutomatedDecisions = sentence({
  id: 'purposes.people-decide',
  promises: ['X-8', 'X-9'],
  says: {
    nb: 'Ingen maskin avgjør noe om deg, og vi regner ikke ut kredittverdighet. Vi selger til virksomheter, og spør ikke om alder.',
    en: 'No machine decides anything about you, and we compute no credit scores. We sell to businesses, and do not ask for age.',
  },
  controls: [
    query({
      name: 'no column for scores or age',
      finds: { nb: 'kolonner kan romme en vurdering eller en alder', en: 'columns could hold an assessment or an age' },
      broken: () => sql`select 1 from information_schema.columns where table_schema in ('core', 'archive')
        and column_name ~ '(score|rating|credit_limit|creditworth|risk|decision|(^|_)age($|_)|birth|born)'`,
      of: () => sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive')`,
    }),
  ],
})

export const purposesClause: Clause = {
  id: 'purposes',
  number: '2.2',
  title: { nb: 'Hva vi bruker opplysningene til', en: 'What we use the data for' },
  sentences: [
    closedPurposes,
    deliverAndAdminister,
    oneReminder,
    invoicesNameNobody,
    noRecording,
    samePriceForAll,
    trendsSeeNobody,
    noSurveys,
    noAutomatedDecisions,
  ],
}
