import { type RawBuilder, sql } from 'kysely'
import { sampleController, type Controller } from '#merchant'
import { personalColumn } from '#personal-data'
import { rules } from '#retention'
import { probe, query, sentence } from '#sentence'
import type { Clause } from './clause.ts'
import { controllerLimits } from './controller-limits.ts'
import { consentsThat } from './kinds.ts'
import { visitAll } from './visits.ts'
import { readBeyond } from './who-reads.ts'

type Named = { readonly controller: Controller }

export const namedEverywhere = sentence<Named>({
  id: 'controller.named-everywhere',
  promises: ['0-a', '1-a'],
  terms: { controller: sampleController },
  says: {
    nb: ({ controller: c }) =>
      `${c.legalName}, organisasjonsnummer ${spaced(c.organisationNumber)}, bestemmer hvorfor og hvordan opplysningene dine brukes her, og svarer for det. Adressen er ${c.postalAddress}.`,
    en: ({ controller: c }) =>
      `${c.legalName}, organisation number ${spaced(c.organisationNumber)}, decides why and how your data are used here, and answers for it. The address is ${c.postalAddress}.`,
  },
  how: {
    nb: 'Navn, nummer og adresse står i én innstilling. Erklæringen, e-postene og fakturaene leser den samme.',
    en: 'Name, number and address stand in one setting. The statement, the mails and the invoices all read it.',
  },
  controls: [
    probe({
      name: 'the name stands on every page',
      finds: { nb: 'offentlige sider mangler navnet på den ansvarlige', en: 'public pages lack the name of the controller' },
      tries: async (world, { controller }) => {
        const pages = await visitAll(world)
        return { found: pages.filter(({ html }) => !html.includes(controller.legalName)).length, of: pages.length }
      },
    }),
    query({
      name: 'invoices bear the number',
      finds: {
        nb: 'fakturaer har et annet organisasjonsnummer som selger',
        en: 'invoices name another organisation number as seller',
      },
      // Another number is a smaller or a greater one, or none: so an index can be asked.
      broken: (_, { controller }) => {
        const that = (is: RawBuilder<unknown>) =>
          sql`select 1 from core.invoice where series not like 'import-%' and seller ->> 'organisationNumber' ${is}`
        const number = controller.organisationNumber
        return sql.join([that(sql`< ${number}`), that(sql`> ${number}`), that(sql`is null`)], sql` union all `)
      },
      of: () => sql`select count(*) from core.invoice where series not like 'import-%'`,
    }),
  ],
})

export const everySentenceIsChecked = sentence({
  id: 'controller.every-sentence-is-checked',
  promises: ['0-c'],
  says: {
    nb: 'Hvert løfte i denne erklæringen viser om det er holdt, brutt, kontrollert for lenge siden eller uten bevis. Vi pynter ikke på det.',
    en: 'Every promise in this statement shows whether it is kept, broken, checked too long ago or without proof. We do not embellish it.',
  },
  how: {
    nb: 'Den samme verdien i programmet skriver setningen og kjører kontrollen. En setning uten kontroll kan aldri bli grønn.',
    en: 'The same value in the program writes the sentence and runs its control. A sentence without a control can never turn green.',
  },
  controls: [
    probe({
      name: 'each sentence on the page has a state',
      finds: { nb: 'setninger på siden står uten tilstand', en: 'sentences on the page stand without a state' },
      tries: async (world) => {
        const [page] = await visitAll(world, ['/personvern'])
        const sentences = [...page!.html.matchAll(/<article\b[^>]*class="promise"[^>]*>/g)].map(([tag]) => tag)
        const stateless = sentences.filter((tag) => !/data-state="(kept|broken|stale|unproven)"/.test(tag)).length
        return { found: stateless + Math.max(0, 90 - sentences.length), of: sentences.length }
      },
    }),
    query({
      name: 'each breach is in the log',
      finds: { nb: 'brudd står ikke i loggen', en: 'breaches are not in the log' },
      broken: () => sql`select 1 from (
          select r.sentence, r.state, r.at, lag(r.state) over (partition by r.sentence, r.control order by r.at) as before
          from evidence.control_result r) r where r.state = 'broken' and r.before is distinct from 'broken'
          and not exists (select 1 from evidence.entry e where e.kind = 'sentence broken' and e.body ->> 'sentence' = r.sentence and e.at >= r.at)`,
      of: () => sql`select count(*) from evidence.control_result where state = 'broken'`,
    }),
    query({
      name: 'no result is from tomorrow',
      finds: { nb: 'resultater er datert frem i tid', en: 'results bear a date to come' },
      broken: (now) => sql`select 1 from evidence.control_result where at > ${now}::timestamptz + interval '1 minute'
        union all select 1 from evidence.attestation where given_at > ${now}::timestamptz + interval '1 minute'`,
      of: () => sql`select count(*) from evidence.control_result`,
    }),
    query({
      name: 'each word is in the log',
      finds: {
        nb: 'ansattes ord står ikke i loggen slik de ble gitt',
        en: 'the word of staff is not in the log as it was given',
      },
      broken: () => sql`select 1 from evidence.attestation a where not exists (select 1 from evidence.entry e
        where e.kind = 'word given' and e.body ->> 'attestation' = a.id::text and e.body ->> 'sentence' = a.sentence
          and e.body ->> 'control' = a.control and (e.body ->> 'expiresAt')::timestamptz = a.expires_at)`,
      of: () => sql`select count(*) from evidence.attestation`,
    }),
  ],
})

export const purposeAndGround = sentence({
  id: 'controller.purpose-and-ground',
  promises: ['0-d'],
  says: {
    nb: 'Programmet får ikke lest en opplysning om deg uten å si hva den skal brukes til, og hvert formål har sitt grunnlag i loven.',
    en: 'The program cannot read anything about you without saying what it is for, and each purpose has its ground in law.',
  },
  how: {
    nb: 'Hvert formål er en egen rolle i databasen. Rollen ser sine egne utsnitt og ingen tabell.',
    en: 'Each purpose is a role of its own in the database. The role sees its own views and no table.',
  },
  controls: [
    query({
      name: 'no role reads a whole table',
      finds: { nb: 'roller kan lese en hel tabell om kunder', en: 'roles can read a whole table about customers' },
      broken: () => sql`select 1 from information_schema.table_privileges where grantee like 'ordholden%'
        and grantee <> 'ordholden_jobs' and table_schema = 'core' and privilege_type = 'SELECT'`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
    query({
      name: 'no role is above the law',
      finds: {
        nb: 'roller programmet kjører som, kan gå utenom formålene',
        en: 'roles the program runs as can go past the purposes',
      },
      broken: () => sql`select 1 from pg_roles where rolname like 'ordholden_%' and (rolsuper or rolbypassrls or rolcreaterole)
        union all select 1 from pg_roles where rolname = 'ordholden_app' and rolinherit`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden_%'`,
    }),
    probe({
      name: 'nobody reads beyond their purpose',
      finds: {
        nb: 'tabeller eller utsnitt kan leses av noen som ikke har det til formål',
        en: 'tables or views can be read by somebody whose purpose does not say so',
      },
      tries: readBeyond,
    }),
  ],
})

export const lawIsDated = sentence({
  id: 'controller.law-is-dated',
  promises: ['0-e'],
  says: {
    nb: 'Vi følger loven slik den er nå: hver lagringstid har sin hjemmel og en dato da noen må lese loven på nytt.',
    en: 'We follow the law as it is now: each retention period has its legal basis and a date by which somebody must read the law again.',
  },
  controls: [
    probe({
      name: 'no rule is past its review',
      finds: { nb: 'regler er ikke gjennomgått i tide', en: 'rules have not been reviewed in time' },
      tries: async ({ now }) => {
        const all = Object.values(rules)
        return {
          found: all.filter((rule) => rule.reviewedThrough < now.toISOString().slice(0, 10) || rule.ground.length < 8).length,
          of: all.length,
        }
      },
    }),
  ],
})

export const nothingUndescribed = sentence({
  id: 'controller.nothing-undescribed',
  promises: ['0-f'],
  says: {
    nb: 'Vi lagrer ikke noe slag opplysninger om deg som ikke er beskrevet med hva det er, hva det brukes til og når det slettes.',
    en: 'We store no kind of data about you that is not described with what it is, what it is used for and when it is deleted.',
  },
  how: {
    nb: 'Hver kolonne er deklarert ved siden av tabellen sin. Databasens egen katalog er dommer.',
    en: 'Every column is declared beside its table. The database’s own catalogue is the judge.',
  },
  controls: [
    probe({
      name: 'the catalogue knows no other column',
      finds: { nb: 'kolonner i databasen er ikke beskrevet', en: 'columns in the database are not described' },
      tries: async ({ db, inventory }) => {
        const described = new Set(
          inventory.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)),
        )
        const { rows } = await sql<{ column: string }>`select table_schema || '.' || c.table_name || '.' || column_name as column
          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
          join pg_class p on p.oid = format('%I.%I', table_schema, table_name)::regclass
          where table_schema !~ '^pg_' and table_schema not in ('information_schema', 'graphile_worker')
            and t.table_type in ('BASE TABLE', 'FOREIGN') and (table_schema, table_name) <> ('house', 'migration') and not p.relispartition
            and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = p.oid and d.deptype = 'e')`.execute(
          db,
        )
        return { found: rows.filter(({ column }) => !described.has(column)).length, of: rows.length }
      },
    }),
    probe({
      name: 'each describes its end',
      finds: {
        nb: 'felt om personer mangler formål eller lagringstid',
        en: 'fields about persons lack a purpose or a retention rule',
      },
      tries: async ({ inventory }) => {
        const personal = inventory.flatMap(({ columns }) =>
          Object.values(columns)
            .map(personalColumn)
            .filter((column) => column !== undefined),
        )
        return {
          found: personal.filter((column) => column.for.length === 0 || !(column.ends in rules)).length,
          of: personal.length,
        }
      },
    }),
  ],
})

export const measuresAreTrue = sentence({
  id: 'controller.measures-are-true',
  promises: ['0-g'],
  says: {
    nb: 'Under «Oppbevaring og sikring» står tiltakene som verner opplysningene dine, hvert med sin egen kontroll.',
    en: 'Under “Storage and security” stand the measures that protect your data, each with a control of its own.',
  },
  how: {
    nb: 'Listen lages av de kontrollene som sist fant at tiltaket er på plass. Er et tiltak av, står det ikke der.',
    en: 'The list is made from the controls that last found the measure in place. A measure that is off is not in it.',
  },
  controls: [
    probe({
      name: 'no measure is listed that is off',
      finds: { nb: 'tiltak i listen er ikke på plass', en: 'measures in the list are not in place' },
      tries: async (world) => {
        const [page] = await visitAll(world, ['/personvern'])
        const kept = new Set([...page!.html.matchAll(/<article\b[^>]*id="([^"]+)"[^>]*data-state="kept"/g)].map(([, id]) => id!))
        const listed = [...page!.html.matchAll(/data-measure="([^"]+)"/g)].map(([, id]) => id!)
        return { found: listed.filter((id) => !kept.has(id)).length, of: listed.length }
      },
    }),
  ],
})

export const statementAtEveryForm = sentence({
  id: 'controller.statement-at-every-form',
  promises: ['0-h'],
  says: {
    nb: 'Når du gir oss opplysninger, står lenken til denne erklæringen ved skjemaet, og vi husker hvilken versjon du fikk se. Du trenger ikke å krysse av for at du har lest den.',
    en: 'When you give us data, the link to this statement stands at the form, and we remember which version you were shown. You need not tick that you have read it.',
  },
  controls: [
    query({
      name: 'the version shown is on record',
      finds: {
        nb: 'personer registrerte seg uten at versjonen ble lagret',
        en: 'persons registered without the version being recorded',
      },
      reads: 'Each person who registered is held against what was shown to them.',
      broken: () => sql`select 1 from core.person p where p.registered_at is not null
        and not exists (select 1 from core.statement_shown s where s.account_id = p.account_id and s.person_id = p.id)`,
      of: () => sql`select count(*) from core.person where registered_at is not null`,
    }),
    probe({
      name: 'the link stands at the forms',
      finds: { nb: 'skjemaer mangler lenken', en: 'forms lack the link' },
      tries: async (world) => {
        const pages = await visitAll(world, ['/foresporsel', '/registrer', '/en/register'])
        const forms = pages.map(({ html }) => /<form\b[^>]*method="post"[\s\S]*?<\/form>/i.exec(html)?.[0] ?? '')
        return { found: forms.filter((form) => !/href="[^"]*\/(personvern|privacy)/.test(form)).length, of: forms.length }
      },
    }),
  ],
})

export const orderingIsNotConsent = sentence({
  id: 'controller.ordering-is-not-consent',
  promises: ['0-i'],
  says: {
    nb: 'Når du bestiller, bruker vi opplysningene til å oppfylle avtalen og det loven krever. En bestilling er aldri et samtykke til noe mer.',
    en: 'When you order, we use the data to fulfil the contract and what the law requires. An order is never a consent to anything more.',
  },
  controls: [
    query({
      name: 'no consent came with an order',
      finds: {
        nb: 'samtykker oppsto ved en bestilling eller registrering',
        en: 'consents arose from an order or a registration',
      },
      reads: 'The moment of each consent is held against each act of the same person.',
      broken: () => sql`select 1 ${consentsThat(sql`source not in ('own_page', 'own_form', 'oral_recorded')`)}
        union all select 1 from core.consent c join (select account_id, person_id, confirmed_at as at from core.sales_order
            union all select q.account_id, q.person_id, a.accepted_at from core.quote q
              join core.quote_acceptance a on (a.account_id, a.quote_id) = (q.account_id, q.id)
            union all select account_id, person_id, received_at from core.inquiry
            union all select account_id, id, registered_at from core.person) act
          on (act.account_id, act.person_id, act.at) = (c.account_id, c.person_id, c.given_at)`,
      of: () => sql`select (select count(*) from core.consent) + (select count(*) from core.sales_order)`,
    }),
  ],
})

export const noIsFine = sentence({
  id: 'controller.no-is-fine',
  promises: ['0-j'],
  says: {
    nb: 'Sier du nei til alt vi kan spørre om, kan du likevel bestille, få varer og faktura og bruke alle rettighetene dine.',
    en: 'Say no to everything we may ask for, and you can still order, receive goods and invoices and use all your rights.',
  },
  how: {
    nb: 'Formålene som leverer og fakturerer, har ikke tilgang til samtykker og kan ikke spørre om dem.',
    en: 'The purposes that deliver and invoice have no access to consents and cannot ask for them.',
  },
  controls: [
    query({
      name: 'delivery never asks for a consent',
      finds: {
        nb: 'utsnitt for levering og faktura hviler på et samtykke',
        en: 'views for delivery and invoicing rest on a consent',
      },
      broken:
        () => sql`select 1 from pg_views where schemaname in ('deliver', 'administer', 'invoice', 'case_documentation', 'rights_handling')
        and viewname <> 'consent' and definition like '%core.consent%'`,
      of: () =>
        sql`select count(*) from pg_views where schemaname in ('deliver', 'administer', 'invoice', 'case_documentation', 'rights_handling')`,
    }),
  ],
})

function spaced(organisationNumber: string): string {
  return organisationNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}

export const controllerClause: Clause = {
  id: 'controller',
  number: '1',
  title: { nb: 'Hvem som svarer for opplysningene', en: 'Who answers for the data' },
  sentences: [
    namedEverywhere,
    ...controllerLimits.slice(0, 3),
    purposeAndGround,
    lawIsDated,
    nothingUndescribed,
    measuresAreTrue,
    everySentenceIsChecked,
    statementAtEveryForm,
    orderingIsNotConsent,
    noIsFine,
    ...controllerLimits.slice(3),
  ],
}
