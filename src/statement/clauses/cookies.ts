import { sql } from 'kysely'
import { deviceStorage } from '#cookies'
import { probe, query, sentence } from '#sentence'
import type { Clause } from './clause.ts'
import { foreignLoads, visitAll } from './visits.ts'

export const completeRegister = sentence({
  id: 'cookies.complete-register',
  promises: ['2.4-a'],
  says: {
    nb: 'Alt vi kan lagre på utstyret ditt, står i listen på siden om informasjonskapsler. Det som ikke står der, slipper ikke ut av serveren.',
    en: 'Everything we may store on your equipment stands in the list on the page about cookies. What is not there does not leave the server.',
  },
  how: {
    nb: 'Et filter på vei ut kaster hver informasjonskapsel som ikke står i registeret.',
    en: 'A filter on the way out drops every cookie that is not in the register.',
  },
  controls: [
    probe({
      name: 'no unknown cookie is set',
      finds: { nb: 'informasjonskapsler står ikke i registeret', en: 'cookies are not in the register' },
      tries: async (world) => {
        const pages = await visitAll(world, ['/', '/logg-inn', '/desk/logg-inn', '/registrer', '/min-side', '/personvern'])
        const known = new Set(deviceStorage.map(({ name }) => name))
        const set = pages.flatMap(({ cookies }) => cookies.map((cookie) => cookie.split('=')[0]!))
        return { found: set.filter((name) => !known.has(name.replace(/^__(Secure|Host)-/, ''))).length, of: pages.length }
      },
    }),
  ],
})

export const nothingOnArrival = sentence({
  id: 'cookies.nothing-on-arrival',
  promises: ['2.4-b', '2.4-e'],
  says: {
    nb: 'Når du kommer til nettstedet, lagrer vi ingenting hos deg. Først når du logger inn, settes den informasjonskapselen som holder deg innlogget.',
    en: 'When you arrive at the site, we store nothing with you. Only when you sign in is the cookie set that keeps you signed in.',
  },
  controls: [
    probe({
      name: 'arriving sets no cookie',
      finds: { nb: 'sider satte en informasjonskapsel ved ankomst', en: 'pages set a cookie on arrival' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return { found: pages.filter(({ cookies }) => cookies.length > 0).length, of: pages.length }
      },
    }),
  ],
})

export const notReused = sentence({
  id: 'cookies.not-reused',
  promises: ['2.4-c'],
  says: {
    nb: 'Det innloggingen trenger, brukes ikke til noe annet: verken statistikk, tilpasning eller markedsføring får se det.',
    en: 'What signing in needs is used for nothing else: neither statistics, tailoring nor marketing may see it.',
  },
  controls: [
    query({
      name: 'only security sees sessions',
      finds: { nb: 'andre formål kan lese innlogginger', en: 'other purposes can read sessions' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where table_schema = 'auth' and grantee like 'ordholden\\_%'
        and grantee not in ('ordholden_security', 'ordholden_rights_handling')`,
      of: () => sql`select count(*) from information_schema.columns where table_schema = 'auth'`,
    }),
  ],
})

export const opaqueValues = sentence({
  id: 'cookies.say-nothing-about-you',
  promises: ['2.4-d'],
  says: {
    nb: 'Verdien i en informasjonskapsel er tilfeldige tegn. Den sier ikke hvem du er, og kan ikke leses av programmer i nettleseren.',
    en: 'The value in a cookie is random characters. It does not say who you are, and cannot be read by programs in the browser.',
  },
  controls: [
    query({
      name: 'session tokens are random',
      finds: { nb: 'innlogginger har en verdi som kan leses', en: 'sessions have a value that can be read' },
      broken: () => sql`select 1 from auth.session s join auth."user" u on u.id = s."userId"
        where length(s.token) < 20 or s.token !~ '^[A-Za-z0-9_-]+$' or s.token ilike '%' || split_part(u.email, '@', 1) || '%'`,
      of: () => sql`select count(*) from auth.session`,
    }),
  ],
})

type Items = { readonly items: readonly { readonly name: string; readonly category: string }[] }

export const noChoiceNeeded = sentence<Items>({
  id: 'cookies.no-choice-needed',
  promises: ['2.4-f', '2.4-g'],
  terms: { items: deviceStorage.map(({ name, category }) => ({ name, category })) },
  says: {
    nb: 'Vi spør ikke om lov til informasjonskapsler, fordi vi ikke har noen som trenger det. Får vi det, blir nei like lett som ja, og like lett å ombestemme seg om.',
    en: 'We do not ask permission for cookies, because we have none that need it. If we ever do, no will be as easy as yes, and changing your mind as easy as either.',
  },
  controls: [
    probe({
      name: 'the register has necessary items only',
      finds: { nb: 'poster i registeret krever samtykke', en: 'items in the register need consent' },
      tries: async (_, { items }) => ({
        found: items.filter(({ category }) => category !== 'necessary').length,
        of: items.length,
      }),
    }),
  ],
})

export const blockingWorks = sentence({
  id: 'cookies.blocking-works',
  promises: ['2.4-h', '2.4-i'],
  says: {
    nb: 'Du kan blokkere alle informasjonskapsler. Da virker alt unntatt innlogging: katalogen, forespørsler, registrering, tilbudslenker og denne erklæringen.',
    en: 'You may block all cookies. Everything then works except signing in: the catalogue, inquiries, registration, quote links and this statement.',
  },
  controls: [
    probe({
      name: 'pages work without cookies',
      finds: {
        nb: 'sider virket ikke uten informasjonskapsler og programmer',
        en: 'pages did not work without cookies and scripts',
      },
      tries: async (world) => {
        const pages = await visitAll(world)
        return {
          found: pages.filter(
            ({ status, html }) =>
              status !== 200 || !/<h1\b/.test(html) || /slå på (?:cookies|javascript)|enable (?:cookies|javascript)/i.test(html),
          ).length,
          of: pages.length,
        }
      },
    }),
  ],
})

export const internalOnly = sentence({
  id: 'cookies.stay-with-us',
  promises: ['2.4-j'],
  says: {
    nb: 'Det informasjonskapslene forteller, blir hos oss. Ingen andre kan sette eller lese en informasjonskapsel her.',
    en: 'What cookies tell stays with us. Nobody else can set or read a cookie here.',
  },
  controls: [
    probe({
      name: 'nobody else is on the page',
      finds: { nb: 'sider laster noe fra andre verter', en: 'pages load something from other hosts' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return { found: pages.filter((page) => foreignLoads(page).length > 0).length, of: pages.length }
      },
    }),
    query({
      name: 'no session was handed on',
      finds: { nb: 'overføringer inneholdt innloggingsdata', en: 'transfers contained sign-in data' },
      broken: () =>
        sql`select 1 from core.transfer where exists (select 1 from unnest(fields) f where f ~* 'cookie|session|token')`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const cookiesClause: Clause = {
  id: 'cookies',
  number: '2.4',
  title: { nb: 'Informasjonskapsler', en: 'Cookies' },
  sentences: [nothingOnArrival, completeRegister, opaqueValues, noChoiceNeeded, blockingWorks, notReused, internalOnly],
}
