import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'
import type { Clause } from './clause.ts'
import { theLogOfDisclosures } from './disclosure-log.ts'
import { kindsOfReadings, transfersThat } from './kinds.ts'

/** A disclosure of that ground that lacks what must be on file; each ground says what, apart from the table the program reads. */
const lacking = (name: string, nb: string, en: string, ground: string, wrong: string) =>
  query({
    name,
    finds: { nb, en },
    broken:
      () => sql`select 1 from core.disclosure d left join core.disclosure_case c on (c.account_id, c.id) = (d.account_id, d.case_id)
      where d.outcome = 'executed' and d.ground = ${ground} and (c.id is null or ${sql.raw(wrong)})`,
    of: () => sql`select count(*) from core.disclosure where ground = ${ground}`,
  })

export const defaultDeny = sentence({
  id: 'disclosure.closed-by-default',
  promises: ['6-a'],
  says: {
    nb: 'Vi gir ikke ut opplysninger om deg, heller ikke til andre i firmaet ditt, med mindre en av de fire grunnene under gjelder. Programmet har ingen annen vei ut.',
    en: 'We hand out no data about you, not even to others in your company, unless one of the four grounds below applies. The program has no other way out.',
  },
  controls: [
    query({
      name: 'each transfer has a ground',
      finds: { nb: 'overføringer mangler grunnlag, formål eller mottaker', en: 'transfers lack ground, purpose or recipient' },
      broken: () =>
        sql`select 1 ${transfersThat(sql`btrim(ground) = '' or btrim(purpose) = '' or btrim(recipient) = '' or cardinality(fields) = 0`)}`,
      of: () => sql`select count(*) from core.transfer`,
    }),
    query({
      name: 'each disclosure has a case, and each no is written down',
      finds: {
        nb: 'utleveringer mangler sak, grunnlag eller mottaker, eller avslag mangler i loggen',
        en: 'disclosures lack case, ground or recipient, or refusals lack in the log',
      },
      broken: () => sql`select 1 from core.disclosure d where btrim(d.legal_reference) = '' or btrim(d.recipient_name) = ''
          or d.ground not in ('subject_consent', 'statutory_authority', 'order', 'debt_collection')
          or not exists (select 1 from core.disclosure_case c where (c.account_id, c.id) = (d.account_id, d.case_id))
        union all select 1 from core.disclosure_case c where (c.executed_at is not null or c.refused_at is not null)
          and not exists (select 1 from core.disclosure d where (d.account_id, d.case_id) = (c.account_id, c.id))`,
      of: () => sql`select count(*) from core.disclosure_case`,
    }),
  ],
})

export const sameCompanyWall = sentence({
  id: 'disclosure.not-to-colleagues',
  promises: ['6-b'],
  says: {
    nb: 'Kollegene dine ser ikke opplysningene dine, og du ser ikke deres. Av firmaets ordre ser dere nummer, dato, status og sum, aldri hvem. Spør noen i firmaet oss om deg, også sjefen, får de ingenting uten en av de fire grunnene.',
    en: 'Your colleagues do not see your data, and you do not see theirs. Of the company’s orders you all see number, date, state and sum, never who. Whoever in the company asks us about you, the boss too, gets nothing without one of the four grounds.',
  },
  how: {
    nb: 'Min side leser gjennom utsnitt som er låst til én person i hver transaksjon. Uten den personen er de tomme. En tabell over hvem som kan se hver opplysning, prøves mot alle sidene.',
    en: 'My page reads through views that are locked to one person in each transaction. Without that person they are empty. A table of who may see each value is tried against all pages.',
  },
  controls: [
    query({
      name: 'each view is locked to one person',
      finds: {
        nb: 'utsnitt på Min side er ikke låst til én person, eller viser mer enn ordrefakta om firmaet',
        en: 'views on My page are not locked to one person, or show more of the company than facts of orders',
      },
      broken:
        () => sql`select 1 from pg_views v where v.schemaname = 'rights_handling' and v.definition not like '%ordholden.person%'
          and exists (select 1 from information_schema.columns c where (c.table_schema, c.table_name) = (v.schemaname, v.viewname)
            and c.column_name in ('account_id', 'person_id', 'email', 'first_name'))
        union all select 1 from pg_views v where v.schemaname = 'rights_handling' and v.viewname like 'company\\_%'
          and (v.definition not like '%ordholden.account%' or exists (select 1 from information_schema.columns c
            where (c.table_schema, c.table_name) = (v.schemaname, v.viewname)
              and c.column_name not in ('id', 'number', 'currency', 'gross', 'confirmed_at', 'delivered_at', 'cancelled_at')))`,
      of: () => sql`select count(*) from pg_views where schemaname = 'rights_handling'`,
    }),
    query({
      name: 'no letter bears a colleague’s address',
      finds: { nb: 'brev til noen har adressen til en kollega i seg', en: 'letters to somebody bear a colleague’s address' },
      broken: (now) => sql`select 1 from core.mail m join core.person p on p.account_id = m.account_id and p.id <> m.person_id
        where m.queued_at > ${now}::timestamptz - interval '31 days' and coalesce(p.email, '') <> ''
          and strpos(lower(concat_ws(' ', m.to_address, m.subject, m.body)), lower(p.email)) > 0
          and not exists (select 1 from core.person o where (o.account_id, o.id) = (m.account_id, m.person_id) and lower(o.email) = lower(p.email))`,
      of: (now) =>
        sql`select count(*) from core.mail where person_id is not null and queued_at > ${now}::timestamptz - interval '31 days'`,
    }),
    test({
      name: 'every page and file, by every id',
      finds: { nb: 'en kollega fant noe', en: 'a colleague found something' },
      file: 'house/who-sees-what.test.ts',
      title: 'shows a colleague in the same company nothing of the other on any page, by any id, in any file',
    }),
    test({
      name: 'the boss asks in vain',
      finds: { nb: 'noen i firmaet fikk noe ved å spørre', en: 'somebody in the company got something by asking' },
      file: 'journeys/a-colleague-asks-for-a-colleague.spec.ts',
      title: 'asks by mail as the boss, and is told in writing why not and where to complain, and nothing else',
    }),
  ],
})

export const staffHavePromised = sentence({
  id: 'disclosure.staff-have-promised',
  promises: ['6-c'],
  says: {
    nb: 'Alle som har tilgang, har skrevet under på taushetsplikt først. Den gjelder også etter at de har sluttet.',
    en: 'Everyone with access has first signed a duty of confidentiality. It also holds after they have left.',
  },
  controls: [
    query({
      name: 'nobody inside has not signed',
      finds: { nb: 'ansatte har arbeidet uten å ha skrevet under', en: 'members of staff have worked without having signed' },
      broken: () => sql`select 1 from ${kindsOfReadings} k join core.staff s on s.user_id = k.staff_user_id
        cross join lateral (select 1 from core.reading r where (r.staff_user_id, r.purpose) = (k.staff_user_id, k.purpose)
          and r.at < coalesce(s.confidentiality_signed_at, 'infinity') offset 0) r`,
      of: () => sql`select count(*) from core.staff`,
    }),
  ],
})

export const byConsent = sentence({
  id: 'disclosure.if-you-agree',
  promises: ['6-d'],
  says: {
    nb: 'Første grunn: du har selv sagt ja til akkurat den mottakeren, de opplysningene og den anledningen. Ingen andre kan si ja for deg. Trekker du det, stanser vi og sier fra til mottakeren.',
    en: 'First ground: you yourself have agreed to that very recipient, those data and that occasion. Nobody else can agree for you. If you take it back, we stop and tell the recipient.',
  },
  controls: [
    lacking(
      'each had a consent in force',
      'utleveringer skjedde uten samtykke fra personen selv',
      'disclosures were made without the person’s own consent',
      'subject_consent',
      `coalesce(c.on_file ->> 'consentText', '') = '' or coalesce(c.on_file ->> 'givenBy', '') = ''
        or not coalesce((d.at at time zone 'Europe/Oslo')::date::text between c.on_file ->> 'consentGivenOn' and c.on_file ->> 'consentExpiresOn', false)
        or c.recalled_at < d.at`,
    ),
  ],
})

export const byStatute = sentence({
  id: 'disclosure.if-a-statute-says-so',
  promises: ['6-e'],
  says: {
    nb: 'Andre grunn: en lov gir rett eller plikt til det. Da skrives loven og paragrafen ned, hvem som har krav på det, og to personer må være enige.',
    en: 'Second ground: a statute permits or requires it. The act and section are written down, and who is entitled, and two persons must agree.',
  },
  controls: [
    lacking(
      'each cites act and section',
      'utleveringer mangler lov, paragraf eller to personer',
      'disclosures lack act, section or two persons',
      'statutory_authority',
      `coalesce(c.on_file ->> 'act', '') = '' or coalesce(c.on_file ->> 'section', '') = '' or coalesce(c.on_file ->> 'dutyOrPermission', '') = ''
        or not exists (select 1 from unnest(d.approved_by) a where a <> d.requested_by)`,
    ),
  ],
})

export const byOrder = sentence({
  id: 'disclosure.if-ordered',
  promises: ['6-f'],
  says: {
    nb: 'Tredje grunn: en domstol eller myndighet pålegger det skriftlig. En anmodning er ikke nok. Vi ringer tilbake for å sjekke, og to personer må være enige. Du får vite det, og sier pålegget at du ikke skal få vite det ennå, står det på Min side fra den dagen det er lov.',
    en: 'Third ground: a court or authority orders it in writing. A request is not enough. We call back to check, and two persons must agree. You are told, and if the order says not yet, it stands on My page from the day that it may.',
  },
  controls: [
    lacking(
      'each order was checked',
      'utleveringer mangler pålegget, kontrollen av det eller to personer',
      'disclosures lack the order, its check or two persons',
      'order',
      `coalesce(c.on_file ->> 'documentHash', '') !~ '^[0-9a-f]{64}$' or coalesce(c.on_file ->> 'calledBack', '') = ''
        or not exists (select 1 from unnest(d.approved_by) a where a <> d.requested_by)`,
    ),
    query({
      name: 'nobody was left in the dark',
      finds: { nb: 'personer er ikke varslet etter at det ble lov', en: 'persons were not told after it became allowed' },
      broken: (now) => sql`select 1 from core.disclosure_case c where c.executed_at is not null and c.informed_at is null
        and coalesce(c.withheld_until + 7, c.executed_at::date + 7) < ${now}::timestamptz::date
        and (c.withheld_until is not null or coalesce(c.not_informed_because, '') = '')`,
      of: () => sql`select count(*) from core.disclosure_case where executed_at is not null`,
    }),
  ],
})

export const byCollection = sentence({
  id: 'disclosure.if-you-owe-us',
  promises: ['6-g'],
  says: {
    nb: 'Fjerde grunn: et krav er forfalt, ubetalt og ubestridt, er purret på og varslet, og fristen i varselet er ute. Da får et inkassoforetak med bevilling bare det kravet gjelder, aldri dialog eller kontaktpersoner.',
    en: 'Fourth ground: a claim is due, unpaid and undisputed, has been reminded of and warned of, and the time in the warning is over. A licensed collector then gets only what the claim concerns, never dialogue or contact persons.',
  },
  controls: [
    lacking(
      'each claim was warned of, and no more was given',
      'utleveringer skjedde for tidlig, av mer enn kravet eller av én person alene',
      'disclosures came too early, of more than the claim, or by one person alone',
      'debt_collection',
      `not coalesce((c.on_file ->> 'warnedOn')::date + 14 < (d.at at time zone 'Europe/Oslo')::date, false) or coalesce(c.on_file ->> 'licence', '') = ''
        or exists (select 1 from unnest(d.fields) f where f !~ '^(account\\.(name|organisation_number)|invoice\\.|payment\\.)')
        or not exists (select 1 from unnest(d.approved_by) a where a <> d.requested_by)`,
    ),
    test({
      name: 'every condition is tried on its day',
      finds: { nb: 'prøven feilet', en: 'the test failed' },
      file: 'src/duties/disclosure/collection.test.ts',
      title: 'follows the act that is in force on the day',
    }),
  ],
})

export const disclosureClause: Clause = {
  id: 'disclosure',
  number: '6',
  title: { nb: 'Utlevering og taushetsplikt', en: 'Disclosure and confidentiality' },
  sentences: [defaultDeny, byConsent, byStatute, byOrder, byCollection, sameCompanyWall, staffHavePromised, theLogOfDisclosures],
}
