import { sql } from 'kysely'
import { probe, query, sentence, test } from '#sentence'
import { keepMonths } from '#statistics'
import type { Clause } from './clause.ts'
import { transfersThat } from './kinds.ts'
import { toldNobody, type Told } from './recipients.ts'
import { lastExercise } from './retention-backups.ts'
import { noStatisticsVendor } from './statistics-vendor.ts'
import { foreignLoads, visitAll } from './visits.ts'

const everyCounter = sql`(select measure, value from statistics.day_counter union all select measure, value from statistics.counter)`

export const countersOnly = sentence<Told>({
  id: 'statistics.counters-only',
  promises: ['2.3-a', '2.3-b', '2.3-e'],
  terms: toldNobody,
  says: {
    nb: ({ vendor }) =>
      `Vi teller besøk på nettstedet med vårt eget program, i vår egen database: hvor mange ganger en side er åpnet og hvor lenge, hvilket nettsted besøket kom fra, time på dagen, språk, land i språkvalget, type enhet, nettleser og navnet på en kampanje. Vi lagrer bare summene. Det finnes ingen rad for et besøk eller en besøkende${vendor ? ' hos oss' : ''}.`,
    en: ({ vendor }) =>
      `We count visits to the site with our own program, in our own database: how many times a page was opened and for how long, which site the visit came from, hour of the day, language, country in the language setting, type of device, browser and the name of a campaign. We store only the sums. There is no row of a visit or a visitor${vendor ? ' with us' : ''}.`,
  },
  how: {
    nb: 'En rad sier hvor mange ganger én verdi av ett mål er sett en dag eller en uke. To mål står aldri i samme rad.',
    en: 'A row says how many times one value of one measure was seen in a day or a week. No two measures stand in one row.',
  },
  controls: [
    query({
      name: 'a counter has room for a sum alone',
      finds: { nb: 'kolonner i tellingene kan romme mer enn en sum', en: 'columns of the counters could hold more than a sum' },
      broken: () => sql`select 1 from information_schema.columns where table_schema = 'statistics'
        and (column_name, data_type) not in (('day', 'date'), ('starts_on', 'date'), ('measure', 'text'), ('value', 'text'), ('n', 'integer'), ('n', 'bigint'))`,
      of: () => sql`select count(*) from information_schema.columns where table_schema = 'statistics'`,
    }),
    query({
      name: 'nothing else is counted',
      finds: { nb: 'tellinger gjelder noe annet enn det som står her', en: 'counters are of something not named here' },
      broken: () => sql`select 1 from ${everyCounter} c where measure not in
        ('page', 'stay', 'referrer', 'hour', 'language', 'region', 'device', 'browser', 'campaign', 'dropped')`,
      of: () => sql`select count(*) from ${everyCounter} c`,
    }),
    probe({
      name: 'the pages report to nobody',
      finds: { nb: 'sider henter noe fra andre eller setter spor', en: 'pages load from others or leave traces' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return {
          found: pages.filter((page) => foreignLoads(page).length > 0 || page.cookies.length > 0).length,
          of: pages.length,
        }
      },
    }),
  ],
})

export const beforeTheChoice = sentence({
  id: 'statistics.before-the-choice',
  promises: ['2.3-a', '2.3-b'],
  says: {
    nb: 'Uten et ja til statistikk teller vi bare det nettleseren uansett må fortelle for å få siden: hvilken side, hvilket nettsted du kom fra, språk, type enhet og timen. Nettleser, land, kampanje og hvor lenge siden var åpen, telles bare etter et ja. Har du sagt nei, eller sier nettleseren din nei for deg, telles du ikke i det hele tatt.',
    en: 'Without a yes to statistics we count only what the browser must tell anyhow to get the page: which page, which site you came from, language, type of device and the hour. Browser, country, campaign and how long the page was open are counted only after a yes. If you have said no, or your browser says no for you, you are not counted at all.',
  },
  how: {
    nb: 'Nei fra nettleseren er signalene Global Privacy Control og Do Not Track.',
    en: 'A no from the browser is the signals Global Privacy Control and Do Not Track.',
  },
  controls: [
    probe({
      name: 'no script before the choice',
      finds: { nb: 'sider har et program før valget er tatt', en: 'pages carry a script before the choice was made' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return { found: pages.filter(({ html }) => /<script\b/i.test(html)).length, of: pages.length }
      },
    }),
    probe({
      name: 'a browser ran nothing unasked',
      finds: {
        nb: 'ting ble lagret, hentet eller kjørt i en nettleser uten et ja',
        en: 'things were stored, loaded or run in a browser without a yes',
      },
      tries: (world) => lastExercise(world, 'site scanned'),
    }),
    test({
      name: 'only the request is counted before a yes',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/open-counter.test.ts',
      title: 'counts of somebody who was not asked only what the request says by itself',
    }),
    test({
      name: 'nothing is counted after a no',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/open-counter.test.ts',
      title: 'counts browser, country and campaign after yes, and nothing but the refusal after no',
    }),
  ],
})

export const noAdvertising = sentence({
  id: 'statistics.no-advertising',
  promises: ['2.3-c'],
  says: {
    nb: 'Vi bruker ingen annonsenettverk, følger deg ikke fra nettsted til nettsted og lager ikke målgrupper av besøkende.',
    en: 'We use no advertising networks, do not follow you from site to site and build no audiences from visitors.',
  },
  controls: [
    probe({
      name: 'no word of an advertising network',
      finds: { nb: 'sider nevner et annonse- eller sporingsnettverk', en: 'pages mention an advertising or tracking network' },
      tries: async (world) => {
        const pages = await visitAll(world)
        const network =
          /google-analytics|googletagmanager|doubleclick|gtag\(|facebook\.net|fbq\(|hotjar|clarity\.ms|linkedin\.com\/px|rel="(?:preconnect|dns-prefetch)"/i
        return { found: pages.filter(({ html }) => network.test(html)).length, of: pages.length }
      },
    }),
  ],
})

export const unlinkable = sentence({
  id: 'statistics.visits-are-not-yours',
  promises: ['2.3-d', '2.3-i'],
  says: {
    nb: 'Ingenting i systemet kobler hvilke sider som er sett, til deg, heller ikke når du er logget inn. Tellingene har verken adresse, navn, nummer eller klokkeslett, og den delen av programmet som teller, kan ikke lese noe om noen.',
    en: 'Nothing in the system links which pages were seen to you, not even while you are signed in. The counters have neither address, name, number nor moment, and the part of the program that counts can read nothing about anybody.',
  },
  how: {
    nb: 'Ingen adresse lagres i noen form: ikke forkortet, ikke som kontrollsum, ikke med salt. Den som teller, er en egen databaserolle.',
    en: 'No address is stored in any form: not shortened, not hashed, not salted. Whoever counts is a database role of its own.',
  },
  controls: [
    query({
      name: 'no path beside a person or an address',
      finds: {
        nb: 'kolonner kan koble en side eller en adresse til en besøkende',
        en: 'columns could tie a page or an address to a visitor',
      },
      broken:
        () => sql`select 1 from information_schema.columns c where table_schema in ('core', 'archive', 'auth', 'evidence', 'statistics')
        and column_name ~* '(^|_)(url|path|page|referr?er|visitor|fingerprint|device_id|client_id|ip_hash)(_|$)'`,
      of: () =>
        sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive', 'auth', 'evidence', 'statistics')`,
    }),
    query({
      name: 'who counts can read nobody',
      finds: {
        nb: 'kolonner om kunder eller brukere kan leses av den som teller',
        en: 'columns about customers or users can be read by whoever counts',
      },
      broken:
        () => sql`select 1 from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
          and n.nspname in ('core', 'archive', 'auth', 'web_statistics')
          and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname in ('account_id', 'person_id', 'user_id', 'userId'))
          and has_column_privilege('ordholden_web_statistics', c.oid, a.attnum, 'select')`,
      of: () => sql`select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('core', 'archive', 'auth', 'web_statistics') and a.attnum > 0`,
    }),
    query({
      name: 'nobody who knows a person reads the counters',
      finds: { nb: 'andre enn den som teller, kan lese tellingene', en: 'others than whoever counts can read the counters' },
      broken:
        () => sql`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.rolname like 'ordholden\\_%'
        where n.nspname = 'statistics' and c.relkind in ('r', 'p') and r.rolname <> 'ordholden_web_statistics'
          and has_any_column_privilege(r.oid, c.oid, 'select')`,
      of: () => sql`select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'statistics'`,
    }),
    query({
      name: 'no value is somebody',
      finds: {
        nb: 'tellinger har en adresse, et navn eller et nummer som verdi',
        en: 'counters have an address, a name or a number for a value',
      },
      broken: () => sql`select 1 from ${everyCounter} c where value ~ '[@?#&=%]' or value ~ '(\\d{1,3}\\.){3}\\d{1,3}'
        or value ~* '[0-9a-f]{2,4}(:[0-9a-f]{0,4}){3,}' or value ~* '[0-9a-f]{8}-[0-9a-f]{4}-' or value ~* '[0-9a-f]{32}'
        or value ~ '\\m[A-Z]-\\d{4}-\\d{5}' or length(value) > 160`,
      of: () => sql`select count(*) from ${everyCounter} c`,
    }),
  ],
})

export const smallCountsHidden = sentence({
  id: 'statistics.small-counts-are-hidden',
  promises: ['2.3-b', '2.3-d'],
  says: {
    nb: 'Et tall under ti vises ikke, heller ikke for oss selv; virksomheten kan velge en annen grense, men aldri lavere enn seks. Andre tall rundes til nærmeste fem. Ingen kombinasjon av datoer, utvalg og sammenligninger røper det som er skjult.',
    en: 'A count under ten is not shown, not even to ourselves; the merchant may choose another limit, but never lower than six. Other counts are rounded to the nearest five. No combination of dates, selections and comparisons gives away what is hidden.',
  },
  controls: [
    query({
      name: 'the limit is not below the floor',
      finds: { nb: 'innstillinger har en lavere grense', en: 'settings have a lower limit' },
      broken: () => sql`select 1 from core.setting where key = 'statistics' and (value ->> 'threshold')::int < 6`,
      of: () => sql`select count(*) from core.setting`,
    }),
    test({
      name: 'an attack by every range finds nothing',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/release.test.ts',
      title: 'gives away no hidden cell to whoever asks for everything',
    }),
    test({
      name: 'nothing is solved from days and weeks',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/differencing.test.ts',
      title: 'leaves each hidden cell free to be anything below the threshold, whatever is solved from the days and their week',
    }),
    test({
      name: 'no range says more than its days and weeks',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/figures.test.ts',
      title: 'says of any period and any comparison only the sums of its days and weeks',
    }),
  ],
})

type Kept = { readonly keepMonths: number }

export const countersEnd = sentence<Kept>({
  id: 'statistics.counters-end',
  promises: ['2.3-b'],
  terms: { keepMonths },
  says: {
    nb: ({ keepMonths }) =>
      `Tellingene for en dag legges sammen når dagen er over, sidene og nettstedene uke for uke. Summene slettes etter ${keepMonths} måneder.`,
    en: ({ keepMonths }) =>
      `The counters of a day are added up when the day is over, pages and sites week by week. The sums are deleted after ${keepMonths} months.`,
  },
  controls: [
    query({
      name: 'yesterday is rolled up',
      finds: { nb: 'tellinger er eldre enn 25 timer', en: 'counters are older than 25 hours' },
      broken: (now) =>
        sql`select 1 from statistics.day_counter where (day + 1)::timestamp at time zone 'Europe/Oslo' < ${now}::timestamptz - interval '25 hours'`,
      of: () => sql`select count(*) from statistics.day_counter`,
    }),
    query({
      name: 'nothing is kept longer',
      finds: { nb: 'summer er eldre enn de skal bli', en: 'sums are older than they may become' },
      broken: (now, { keepMonths }) =>
        sql`select 1 from statistics.counter where date_trunc('month', starts_on) + make_interval(months => ${keepMonths + 2}) <= ${now}`,
      of: () => sql`select count(*) from statistics.counter`,
    }),
  ],
})

export const addressesArePersonal = sentence({
  id: 'statistics.addresses-are-personal',
  promises: ['2.3-g', '2.3-h'],
  says: {
    nb: 'IP-adressen din er en personopplysning. Den står bare i sikkerhetsloggen for innlogging, og gis ikke til andre. Statistikken får den aldri.',
    en: 'Your IP address is personal data. It stands only in the security log of sign-ins, and is given to nobody. The statistics never get it.',
  },
  controls: [
    query({
      name: 'addresses stand in the security log only',
      finds: {
        nb: 'kolonner utenfor sikkerhetsloggen kan romme IP-adresser',
        en: 'columns outside the security log could hold IP addresses',
      },
      broken: () => sql`select 1 from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
        and (column_name ~* '(^|_)ip(_|$)|ip_?address|remote_addr|forwarded' or data_type in ('inet', 'cidr'))
        and not (table_schema = 'auth' and table_name = 'session')`,
      of: () =>
        sql`select count(*) from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`,
    }),
    query({
      name: 'no address was handed on',
      finds: { nb: 'overføringer inneholdt en IP-adresse', en: 'transfers contained an IP address' },
      broken: () => sql`select 1 ${transfersThat(sql`exists (select 1 from unnest(fields) f where f ~* '(^|[._])ip')`)}
        union all select 1 from core.counted_transfer where exists (select 1 from unnest(fields) f where f ~* '(^|[._])ip')`,
      of: () => sql`select (select count(*) from core.transfer) + (select count(*) from core.counted_transfer)`,
    }),
  ],
})

export const statisticsClause: Clause = {
  id: 'statistics',
  number: '2.3',
  title: { nb: 'Nettstatistikk', en: 'Web statistics' },
  sentences: [
    countersOnly,
    beforeTheChoice,
    unlinkable,
    addressesArePersonal,
    smallCountsHidden,
    countersEnd,
    noAdvertising,
    noStatisticsVendor,
  ],
}
