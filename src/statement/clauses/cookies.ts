import { sql } from 'kysely'
import { deviceStorage, type Answer } from '#cookies'
import { probe, query, sentence, type World } from '#sentence'
import { barIn, canTurn, isEven } from './choice-shown.ts'
import type { Clause } from './clause.ts'
import { transfersThat } from './kinds.ts'
import { toldNobody, type Told } from './recipients.ts'
import { lastExercise } from './retention-backups.ts'
import { foreignLoads, visitAll } from './visits.ts'

export const completeRegister = sentence({
  id: 'cookies.complete-register',
  promises: ['2.4-a'],
  says: {
    nb: 'Alt vi kan lagre på utstyret ditt, står i listen på siden om informasjonskapsler. Det som ikke står der, slipper ikke ut av serveren.',
    en: 'Everything we may store on your equipment stands in the list on the page about cookies. What is not there does not leave the server.',
  },
  how: {
    nb: 'Et filter på vei ut kaster hver informasjonskapsel som ikke står i registeret. Hver natt går en nettleser gjennom sidene og ser etter hva som ble lagret.',
    en: 'A filter on the way out drops every cookie that is not in the register. Every night a browser goes through the pages and looks at what was stored.',
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
    probe({
      name: 'a browser kept nothing else',
      finds: {
        nb: 'ting ble lagret, hentet eller kjørt i en nettleser uten å stå i registeret eller være valgt',
        en: 'things were stored, loaded or run in a browser without standing in the register or being chosen',
      },
      tries: (world) => lastExercise(world, 'site scanned'),
    }),
  ],
})

export const nothingOnArrival = sentence({
  id: 'cookies.nothing-on-arrival',
  promises: ['2.4-b', '2.4-e'],
  says: {
    nb: 'Når du kommer til nettstedet, lagrer vi ingenting hos deg. Det skjer først når du logger inn, eller når du har svart ja eller nei til statistikk.',
    en: 'When you arrive at the site, we store nothing with you. That happens only when you sign in, or have answered yes or no to statistics.',
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
    nb: 'Verdien i en informasjonskapsel er tilfeldige tegn, eller et ja eller nei som er likt for alle. Den sier ikke hvem du er, og kan ikke leses av programmer i nettleseren.',
    en: 'The value in a cookie is random characters, or a yes or no that is the same for everybody. It does not say who you are, and cannot be read by programs in the browser.',
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

export const noIsAsEasyAsYes = sentence<Told>({
  id: 'cookies.no-is-as-easy-as-yes',
  promises: ['2.4-f'],
  terms: toldNobody,
  says: {
    nb: ({ vendor }) =>
      `Vi spør én gang om vi får måle hvor lenge du leser, og telle nettleser, land og kampanje.${vendor ? ` Spørsmålet nevner Google når ${vendor.name} får vite om besøk, og et ja fra før det gjorde det, gjelder ikke Google: da spør vi på nytt.` : ''} Nei og ja er to like knapper, ingenting er valgt på forhånd, og et nei huskes like lenge som et ja. Sier nettleseren din nei til sporing, spør vi ikke. Vi skriver ned spørsmålet, svaret og timen, og ikke hvem som svarte.`,
    en: ({ vendor }) =>
      `We ask once whether we may measure how long you read, and count browser, country and campaign.${vendor ? ` The question names Google when ${vendor.name} is told of visits, and a yes from before it did does not cover Google: then we ask anew.` : ''} No and yes are two buttons alike, nothing is chosen beforehand, and a no is remembered as long as a yes. If your browser says no to tracking, we do not ask. We write down the question, the answer and the hour, and not who answered.`,
  },
  how: {
    nb: 'Spørsmålet er en vanlig HTML-form som virker uten programmer. Svaret ligger i en informasjonskapsel som er lik hos alle som svarte det samme.',
    en: 'The question is a plain HTML form that works without scripts. The answer is a cookie that is the same for everybody who answered alike.',
  },
  controls: [
    probe({
      name: 'the two buttons are alike',
      finds: {
        nb: 'sider spør skjevt, eller spør en som alt har sagt nei',
        en: 'pages ask unevenly, or ask somebody who has said no',
      },
      tries: async (world) => {
        const asking = await visitAll(world)
        const refusing = await visitAll(world, undefined, { headers: { 'Sec-GPC': '1' } })
        const uneven = asking.filter(({ html }) => !isEven(barIn(html) ?? ''))
        const nagging = refusing.filter(({ html }) => barIn(html) !== undefined)
        return { found: uneven.length + nagging.length, of: asking.length + refusing.length }
      },
    }),
    query({
      name: 'receipts hold nothing of the visitor',
      finds: { nb: 'kvitteringer holder mer enn svaret og timen', en: 'receipts hold more than the answer and the hour' },
      broken: () => sql`select column_name::text from information_schema.columns
        where table_schema = 'core' and table_name = 'choice_receipt' and column_name not in ('id', 'answer', 'place', 'text_hash', 'at')
        union all select id::text from core.choice_receipt where extract(minute from at) <> 0 or extract(second from at) <> 0`,
      of: () => sql`select count(*) from core.choice_receipt`,
    }),
    query({
      name: 'each receipt has its text',
      finds: { nb: 'svar gjelder en tekst vi ikke har', en: 'answers are to a text that we do not have' },
      broken: () => sql`select 1 from core.choice_receipt r left join core.choice_text t on t.text_hash = r.text_hash
        where t.text is null or r.text_hash <> encode(sha256(convert_to(t.text, 'UTF8')), 'hex')`,
      of: () => sql`select count(*) from core.choice_receipt`,
    }),
  ],
})

export const withdrawnInOneAction = sentence({
  id: 'cookies.withdrawn-in-one-action',
  promises: ['2.4-g'],
  says: {
    nb: 'Nederst på hver side står det hva du svarte, og én knapp snur svaret. Siden du får tilbake, måler ingenting.',
    en: 'At the foot of each page stands what you answered, and one button turns it round. The page you get back measures nothing.',
  },
  controls: [
    probe({
      name: 'one button takes the yes back',
      finds: { nb: 'steg på veien tilbake virket ikke', en: 'steps on the way back did not work' },
      tries: async (world) => {
        const [front] = await visitAll(world, ['/'])
        const question = /name="question" value="(\w+)"/.exec(barIn(front!.html) ?? '')?.[1] ?? 'own'
        const yes = await answered(world, 'yes', question)
        const before = await visitAll(world, undefined, { headers: { Cookie: yes } })
        const no = await answered(world, 'no', question)
        const after = await visitAll(world, undefined, { headers: { Cookie: no } })
        const steps = [
          ...before.map(({ html }) => canTurn(html, 'yes', 'no') && barIn(html) === undefined),
          ...after.map(({ html }) => canTurn(html, 'no', 'yes') && barIn(html) === undefined && !/<script\b/i.test(html)),
          yes !== '' && no !== '' && yes.split('=')[0] === no.split('=')[0],
        ]
        return { found: steps.filter((good) => !good).length, of: steps.length }
      },
    }),
  ],
})

/** Answers as the form does, without the receipt being anybody's; the cookie that comes back, as a browser would send it. */
async function answered(world: World, answer: Answer, question: string): Promise<string> {
  const body = new URLSearchParams({ answer, question, place: 'probe', back: '/' })
  const response = await world.visit('/valg', { method: 'POST', body, redirect: 'manual' })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export const blockingWorks = sentence({
  id: 'cookies.blocking-works',
  promises: ['2.4-h', '2.4-i'],
  says: {
    nb: 'Du kan blokkere alle informasjonskapsler. Da virker alt unntatt to ting: innlogging, og at svaret ditt om statistikk blir husket. Katalogen, forespørsler, registrering, tilbudslenker og denne erklæringen er som før.',
    en: 'You may block all cookies. Everything then works except two things: signing in, and remembering your answer about statistics. The catalogue, inquiries, registration, quote links and this statement are as before.',
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
        sql`select 1 ${transfersThat(sql`exists (select 1 from unnest(fields) f where f ~* 'cookie|session|token')`)}`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const cookiesClause: Clause = {
  id: 'cookies',
  number: '2.4',
  title: { nb: 'Informasjonskapsler', en: 'Cookies' },
  sentences: [
    nothingOnArrival,
    completeRegister,
    opaqueValues,
    noIsAsEasyAsYes,
    withdrawnInOneAction,
    blockingWorks,
    notReused,
    internalOnly,
  ],
}
