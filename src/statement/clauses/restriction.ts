import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'
import { asEntered, restrictionIsWitnessed } from './as-witnessed.ts'

/** Persons of whom everything is restricted. */
const everything = sql`(select * from core.restriction where lifted_at is null and coalesce(category, document::text, fields[1]) is null) r`

const seenBy = (purpose: string) => sql`select 1 from ${sql.table(`${purpose}.person`)} v
  join core.restriction r on (r.account_id, r.person_id) = (v.account_id, v.id) where r.lifted_at is null and coalesce(r.category, r.document::text, r.fields[1]) is null`

export const restrictionIsObeyed = sentence({
  id: 'registration.restriction-is-obeyed',
  promises: ['2.1-j'],
  says: {
    nb: 'Krever du begrensning, blir opplysningene dine usynlige for salg, kundeoppfølging og markedsføring fra samme øyeblikk. Du kan velge alt, en del, ett papir eller én opplysning. Det samme skjer med en gang du sier at noe er feil, eller protesterer, til vi har avgjort det. Vi opphever ikke begrensningen før du har visst om det i tre virkedager; selv kan du oppheve den når du vil.',
    en: 'If you demand restriction, your data become invisible to sales, customer care and marketing from that moment. You can choose everything, a part, one paper or one value. The same happens as soon as you say that something is wrong, or object, until we have decided. We do not lift the restriction before you have known it for three working days; you yourself can lift it whenever you like.',
  },
  how: {
    nb: 'Begrensningen er en rad i en tabell, og hvert utsnitt spør den. En enkelt opplysning flyttes ut av raden din så lenge. Ingen trenger å huske noe.',
    en: 'The restriction is a row in a table, and every view asks it. A single value is moved out of your row meanwhile. Nobody has to remember anything.',
  },
  controls: [
    query({
      name: 'no purpose sees the restricted',
      finds: { nb: 'begrensede personer er synlige i et utsnitt', en: 'restricted persons are visible in a view' },
      broken: () => sql.join(['deliver', 'administer', 'case_documentation', 'marketing'].map(seenBy), sql` union all `),
      of: () => sql`select count(*) from core.restriction where lifted_at is null`,
    }),
    query({
      name: 'no purpose writes about the restricted',
      finds: { nb: 'skrivemåter når det som er begrenset', en: 'ways of writing reach what is restricted' },
      // Wherever a view asks for restrictions, whoever may write must meet a guard; and what was written since shows whether one did.
      broken: () => sql`with asks as materialized (select schemaname, viewname from pg_views
            where schemaname <> 'rights_handling' and definition like '%core.restriction s%'),
          writes as materialized (select distinct grantee, table_name, privilege_type from information_schema.column_privileges
            where table_schema = 'core' and privilege_type in ('INSERT', 'UPDATE'))
        select 1 from asks v join writes g on g.grantee = 'ordholden_' || v.schemaname and g.table_name = v.viewname
          where not exists (select 1 from pg_policies p
            join pg_class c on c.oid = ('core.' || quote_ident(v.viewname))::regclass and c.relrowsecurity and not c.relforcerowsecurity
            where p.schemaname = 'core' and p.tablename = v.viewname and p.permissive = 'RESTRICTIVE' and p.cmd = g.privilege_type
              and g.grantee = any(p.roles) and p.with_check like '%restricted%')
        union all select 1 from ${everything} join core.mail w on (w.account_id, w.person_id) = (r.account_id, r.person_id)
          where w.queued_at > r.restricted_at and w.purpose in ('deliver', 'administer', 'tailor', 'survey', 'marketing', 'case_documentation')
        union all select 1 from ${everything} join core.provenance w on (w.account_id, w.person_id) = (r.account_id, r.person_id)
          where w.at > r.restricted_at and w.actor <> 'person'
        union all select 1 from ${everything} join core.inquiry w on (w.account_id, w.person_id) = (r.account_id, r.person_id) where w.received_at > r.restricted_at
        union all select 1 from ${everything} join core.inquiry i on (i.account_id, i.person_id) = (r.account_id, r.person_id)
          join core.inquiry_message w on (w.account_id, w.inquiry_id) = (i.account_id, i.id) where w.at > r.restricted_at
        union all select 1 from ${everything} join core.quote w on (w.account_id, w.person_id) = (r.account_id, r.person_id) where w.created_at > r.restricted_at`,
      of: () => sql`select count(*) from pg_policies where schemaname = 'core' and permissive = 'RESTRICTIVE'`,
    }),
    query({
      name: 'everything is every record',
      finds: {
        nb: 'oppføringer av den samme personen er i bruk et annet sted',
        en: 'records of the same person are in use elsewhere',
      },
      // Who the same person is, is written apart: the same address and no other name. A record that came later is its own (decision 81).
      broken: () => sql`select 1 from ${everything} join core.person p on p.id = r.person_id
        join core.person o on lower(o.email) = lower(p.email) and o.id <> p.id and o.created_at <= r.restricted_at
          and coalesce(lower(o.first_name) = lower(p.first_name), true) and coalesce(lower(o.last_name) = lower(p.last_name), true)
        where r.case_id is not null and not exists (select 1 from core.restriction s
          where s.person_id = o.id and s.lifted_at is null and coalesce(s.category, s.document::text, s.fields[1]) is null)`,
      of: () => sql`select count(*) from core.restriction where lifted_at is null`,
    }),
    query({
      name: 'no restriction was lifted unannounced',
      finds: {
        nb: 'begrensninger ble opphevet uten tre virkedagers varsel',
        en: 'restrictions were lifted without three working days’ notice',
      },
      broken:
        () => sql`select 1 from core.restriction r where r.lifted_at is not null and r.case_id is not null and not exists (select 1 from core.rights_decision d
        where d.case_id = r.case_id and d.act in ('lift', 'continue') and d.told_on is not null
          and (select count(*) from generate_series(d.told_on + 1, (r.lifted_at at time zone 'Europe/Oslo')::date - 1, interval '1 day') between_them(day)
            where extract(isodow from between_them.day) < 6) >= 3)
        and not exists (select 1 from core.rights_event e where e.case_id = r.case_id and e.what = 'restriction lifted' and e.by_role = 'person' and e.at = r.lifted_at)
        and not exists (select 1 from core.rights_event e where e.case_id = r.case_id and e.what = 'lifted again' and e.by_role = 'system' and e.at = r.lifted_at)
        and exists (select 1 from core.rights_case c where c.id = r.case_id)`,
      of: () => sql`select count(*) from core.restriction where lifted_at is not null and case_id is not null`,
    }),
    restrictionIsWitnessed,
    asEntered(
      'what the ledger says is restricted, is',
      {
        nb: 'begrensninger i protokollen utenfor databasen står ikke som de skal',
        en: 'restrictions in the ledger outside the database do not stand as they should',
      },
      'restriction',
      'lifting',
    ),
    query({
      name: 'contested and objected is restricted',
      finds: { nb: 'bestridte opplysninger er i bruk', en: 'contested data are in use' },
      broken:
        () => sql`select 1 from core.rights_case c where c.kind in ('rectification', 'objection') and c.closed_at is null and c.person_id is not null
        and not exists (select 1 from core.restriction r where r.case_id = c.id)`,
      of: () => sql`select count(*) from core.rights_case where kind in ('rectification', 'objection') and closed_at is null`,
    }),
    query({
      name: 'a restricted value is out of reach',
      finds: { nb: 'begrensede opplysninger står der de kan brukes', en: 'restricted values stand where they can be used' },
      broken:
        () => sql`select 1 from core.restriction r cross join lateral unnest(r.fields) f join core.person p on (p.account_id, p.id) = (r.account_id, r.person_id)
          where r.lifted_at is null and r.fields is not null and to_jsonb(p) ->> f is not null
            and not exists (select 1 from core.provenance v where (v.account_id, v.person_id, v.field) = (p.account_id, p.id, f) and v.at >= r.restricted_at)
        union all select 1 from core.set_aside a where not exists (select 1 from core.restriction r
          where (r.account_id, r.person_id) = (a.account_id, a.person_id) and r.lifted_at is null and split_part(a.field, '@', 1) = any(r.fields))
        union all select 1 from core.set_aside s join core.account a on a.account_id = s.account_id and (a.organisation_form = 'ENK' or a.organisation_form is null)
          where house.owns_firm(a.account_id, s.person_id) and (s.field in ('first_name', 'last_name') and ' ' || lower(a.name) like '% ' || lower(s.value) || '%'
            or s.field = 'workplace' and lower(a.name) = lower(s.value) or s.field = 'email' and lower(a.invoice_email) = lower(s.value)
            or s.field = 'company_address' and lower(a.company_address) = lower(s.value)
            or s.field = 'invoice_address' and lower(a.invoice_address) = lower(s.value))
        union all select 1 from information_schema.table_privileges where table_schema = 'core' and table_name = 'set_aside'
          and grantee in ('ordholden_deliver', 'ordholden_administer', 'ordholden_marketing', 'ordholden_case_documentation')`,
      of: () => sql`select count(*) from core.restriction where lifted_at is null and fields is not null`,
    }),
    query({
      name: 'a restricted paper is hidden with its parts',
      finds: { nb: 'begrensede papirer er synlige', en: 'restricted papers are visible' },
      broken: () =>
        sql.join(
          ['deliver', 'administer', 'case_documentation'].map(
            (purpose) => sql`select 1 from core.restriction r where r.lifted_at is null and r.document is not null and (
            exists (select 1 from ${sql.table(`${purpose}.inquiry`)} v where v.id = r.document)
            or exists (select 1 from ${sql.table(`${purpose}.inquiry_message`)} v where v.inquiry_id = r.document))`,
          ),
          sql` union all `,
        ),
      of: () => sql`select count(*) from core.restriction where lifted_at is null and document is not null`,
    }),
    test({
      name: 'exactly what was chosen',
      finds: { nb: 'for mye eller for lite ble begrenset', en: 'too much or too little was restricted' },
      file: 'src/duties/rights/at-my-page.test.ts',
      title: 'leaves one value alone and nothing else, for whoever asks, and puts it back as it was',
    }),
    test({
      name: 'every path, every combination',
      finds: { nb: 'lesemåter viste det som er begrenset', en: 'read paths showed what is restricted' },
      file: 'src/duties/purposes/stops.test.ts',
      title: 'hides exactly what the truth table says, on every read path, in every combination of stops',
    }),
    test({
      name: 'every write, every combination',
      finds: { nb: 'skrivemåter nådde det som er begrenset', en: 'writes reached what is restricted' },
      file: 'src/duties/purposes/guard.test.ts',
      title: 'lets nobody write what the truth table forbids, and everybody what it leaves open, in every table',
    }),
    test({
      name: 'three working days',
      finds: { nb: 'begrensninger ble opphevet for tidlig', en: 'restrictions were lifted too early' },
      file: 'src/duties/rights/claims-at-the-desk.test.ts',
      title: 'hides whoever is restricted until three whole working days after they were told, and not a day before',
    }),
  ],
})
