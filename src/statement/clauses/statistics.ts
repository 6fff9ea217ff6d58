import { sql } from 'kysely'
import { probe, query, sentence } from '#sentence'
import type { Clause } from './clause.ts'
import { foreignLoads, visitAll } from './visits.ts'

export const noStatisticsToday = sentence({
  id: 'statistics.none-today',
  promises: ['2.3-a', '2.3-b', '2.3-e'],
  says: {
    nb: 'I dag fører vi ingen statistikk over besøk på nettstedet, verken selv eller gjennom andre. Det finnes ingen tabell for den.',
    en: 'Today we keep no statistics on visits to the site, neither ourselves nor through others. There is no table for them.',
  },
  controls: [
    query({
      name: 'there is nowhere to keep visits',
      finds: { nb: 'tabeller kan romme besøk', en: 'tables could hold visits' },
      broken: () => sql`select 1 from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
        and table_type = 'BASE TABLE' and table_name ~ '(visit|page_?view|hit|beacon|analytic|web_stat|referrer)'`,
      of: () =>
        sql`select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
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
    nb: 'Ingenting i systemet kobler hvilke sider som er sett, til deg. Vi lagrer ikke sidevisninger, heller ikke når du er logget inn, og ingen forkortet eller kryptert adresse.',
    en: 'Nothing in the system links which pages were seen to you. We store no page views, not even while you are signed in, and no shortened or hashed address.',
  },
  controls: [
    query({
      name: 'no path beside a person or an address',
      finds: {
        nb: 'kolonner kan koble en side eller en adresse til en besøkende',
        en: 'columns could tie a page or an address to a visitor',
      },
      broken: () => sql`select 1 from information_schema.columns c where table_schema in ('core', 'archive', 'auth', 'evidence')
        and column_name ~* '(^|_)(url|path|page|referr?er|visitor|fingerprint|device_id|client_id|ip_hash)(_|$)'`,
      of: () =>
        sql`select count(*) from information_schema.columns where table_schema in ('core', 'archive', 'auth', 'evidence')`,
    }),
  ],
})

export const noStatisticsVendor = sentence({
  id: 'statistics.no-vendor',
  promises: ['2.3-f'],
  says: {
    nb: 'Ingen leverandør får tall om besøk fra oss. Skal noen få det, må de først stå i leverandørlisten med avtale og grunnlag.',
    en: 'No supplier gets figures on visits from us. Before anyone does, they must stand in the list of suppliers with an agreement and a ground.',
  },
  controls: [
    query({
      name: 'nothing was transferred for statistics',
      finds: { nb: 'overføringer gjaldt statistikk', en: 'transfers were for statistics' },
      broken: () => sql`select 1 from core.transfer where purpose = 'web_statistics'`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const addressesArePersonal = sentence({
  id: 'statistics.addresses-are-personal',
  promises: ['2.3-g', '2.3-h'],
  says: {
    nb: 'IP-adressen din er en personopplysning. Den står bare i sikkerhetsloggen for innlogging, og gis ikke til andre.',
    en: 'Your IP address is personal data. It stands only in the security log of sign-ins, and is given to nobody.',
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
      broken: () => sql`select 1 from core.transfer where exists (select 1 from unnest(fields) f where f ~* '(^|[._])ip')`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const statisticsClause: Clause = {
  id: 'statistics',
  number: '2.3',
  title: { nb: 'Nettstatistikk', en: 'Web statistics' },
  sentences: [noStatisticsToday, unlinkable, addressesArePersonal, noAdvertising, noStatisticsVendor],
}
