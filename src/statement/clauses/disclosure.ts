import { sql } from 'kysely'
import { query, sentence } from '#sentence'
import type { Clause } from './clause.ts'

const noneOn = (name: string, ground: string, nb: string, en: string) =>
  query({
    name,
    finds: { nb, en },
    broken: () => sql`select 1 from core.transfer where ground = ${ground}`,
    of: () => sql`select count(*) from core.transfer`,
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
        sql`select 1 from core.transfer where btrim(ground) = '' or btrim(purpose) = '' or btrim(recipient) = '' or cardinality(fields) = 0`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const sameCompanyWall = sentence({
  id: 'disclosure.not-to-colleagues',
  promises: ['6-b'],
  says: {
    nb: 'På Min side ser du bare dine egne opplysninger. Kollegene dine ser ikke dine, og du ser ikke deres.',
    en: 'On My page you see your own data only. Your colleagues do not see yours, and you do not see theirs.',
  },
  how: {
    nb: 'Min side leser gjennom utsnitt som er låst til én person i hver transaksjon. Uten den personen er de tomme.',
    en: 'My page reads through views that are locked to one person in each transaction. Without that person they are empty.',
  },
  controls: [
    query({
      name: 'each view is locked to one person',
      finds: { nb: 'utsnitt på Min side er ikke låst til én person', en: 'views on My page are not locked to one person' },
      broken:
        () => sql`select c.table_name from information_schema.columns c join pg_views v on v.schemaname = c.table_schema and v.viewname = c.table_name
        where c.table_schema = 'rights_handling' and c.column_name in ('person_id', 'email', 'first_name') and v.definition not like '%ordholden.person%'`,
      of: () => sql`select count(*) from pg_views where schemaname = 'rights_handling'`,
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
      broken: () => sql`select 1 from core.staff s where s.confidentiality_signed_at is null
          and exists (select 1 from core.reading r where r.staff_user_id = s.user_id)
        union all select 1 from core.reading r join core.staff s on s.user_id = r.staff_user_id where r.at < s.confidentiality_signed_at`,
      of: () => sql`select count(*) from core.staff`,
    }),
  ],
})

export const byConsent = sentence({
  id: 'disclosure.if-you-agree',
  promises: ['6-d'],
  says: {
    nb: 'Første grunn: du har selv sagt ja til akkurat den mottakeren og de opplysningene. Ingen andre kan si ja for deg. Til nå er ingenting gitt ut slik.',
    en: 'First ground: you yourself have agreed to that very recipient and those data. Nobody else can agree for you. So far nothing has been handed out that way.',
  },
  controls: [
    noneOn('none by consent', 'subject_consent', 'overføringer skjedde på denne grunnen', 'transfers were made on this ground'),
  ],
})

export const byStatute = sentence({
  id: 'disclosure.if-a-statute-says-so',
  promises: ['6-e'],
  says: {
    nb: 'Andre grunn: en lov gir rett eller plikt til det. Da skrives paragrafen ned, og to personer må godkjenne. Til nå er ingenting gitt ut slik.',
    en: 'Second ground: a statute permits or requires it. The section is then written down, and two persons must approve. So far nothing has been handed out that way.',
  },
  controls: [
    noneOn(
      'none by statute',
      'statutory_authority',
      'overføringer skjedde på denne grunnen',
      'transfers were made on this ground',
    ),
  ],
})

export const byOrder = sentence({
  id: 'disclosure.if-ordered',
  promises: ['6-f'],
  says: {
    nb: 'Tredje grunn: en domstol eller myndighet pålegger det skriftlig, og vi har ringt tilbake for å sjekke. Du får vite det. Til nå er ingenting gitt ut slik.',
    en: 'Third ground: a court or authority orders it in writing, and we have called back to check. You are told. So far nothing has been handed out that way.',
  },
  controls: [noneOn('none by order', 'order', 'overføringer skjedde på denne grunnen', 'transfers were made on this ground')],
})

export const byCollection = sentence({
  id: 'disclosure.if-you-owe-us',
  promises: ['6-g'],
  says: {
    nb: 'Fjerde grunn: et forfalt og ubestridt krav er varslet og må drives inn. Da får inkassoselskapet bare det kravet gjelder. Til nå er ingenting gitt ut slik.',
    en: 'Fourth ground: a due and undisputed claim has been warned of and must be collected. The collector then gets only what the claim concerns. So far nothing has been handed out that way.',
  },
  controls: [
    noneOn(
      'none by collection',
      'debt_collection',
      'overføringer skjedde på denne grunnen',
      'transfers were made on this ground',
    ),
  ],
})

export const theLogOfDisclosures = sentence({
  id: 'disclosure.is-logged',
  promises: ['6-h'],
  says: {
    nb: 'Hver utlevering står i en logg vi ikke kan endre: hvem som fikk hva, når, hvorfor og på hvilket grunnlag. Du finner din del på Min side.',
    en: 'Every disclosure stands in a log we cannot change: who got what, when, why and on which ground. You find your part on My page.',
  },
  controls: [
    query({
      name: 'those who send cannot rewrite',
      finds: { nb: 'roller kan endre loggen over overføringer', en: 'roles can change the log of transfers' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where table_schema = 'core' and table_name = 'transfer' and privilege_type = 'UPDATE'
          and grantee like 'ordholden%' and column_name not in ('account_id', 'person_id') and grantee <> 'ordholden_rights_handling'
        union all select 1 from information_schema.table_privileges where table_schema = 'core' and table_name = 'transfer' and privilege_type in ('DELETE', 'TRUNCATE')
          and grantee like 'ordholden%' and grantee <> 'ordholden_legal_obligation'
        union all select 1 where not exists (select 1 from information_schema.tables where table_schema = 'rights_handling' and table_name = 'transfer')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
  ],
})

export const disclosureClause: Clause = {
  id: 'disclosure',
  number: '6',
  title: { nb: 'Utlevering og taushetsplikt', en: 'Disclosure and confidentiality' },
  sentences: [defaultDeny, byConsent, byStatute, byOrder, byCollection, sameCompanyWall, staffHavePromised, theLogOfDisclosures],
}
