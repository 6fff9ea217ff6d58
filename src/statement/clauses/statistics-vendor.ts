import { sql, type RawBuilder } from 'kysely'
import { probe, query, sentence, test } from '#sentence'
import { barIn } from './choice-shown.ts'
import { transfersThat } from './kinds.ts'
import { toldNobody, type Told } from './recipients.ts'
import { visitAll } from './visits.ts'

const vendorIn = sql`s.terms #>> '{statistics.no-vendor,vendor,id}'`

/** Whom the text in force names as told of visits, by the end of a day. */
const namedBy = (day: RawBuilder<unknown>) =>
  sql`(select ${vendorIn} from core.statement_revision s where s.effective_on <= ${day} order by s.revision desc limit 1)`

/** Whom any text named that was in force some time that day: on the day of a change that is the one before, too. */
const namedOn = (day: RawBuilder<unknown>) =>
  sql`(select ${vendorIn} from core.statement_revision s where s.effective_on = ${day}
    union all (select ${vendorIn} from core.statement_revision s where s.effective_on < ${day} order by s.revision desc limit 1))`

const toldOf = sql`(select c.* from core.counted_transfer c where c.purpose = 'web_statistics' and c.outcome = 'sent')`

export const noStatisticsVendor = sentence<Told>({
  id: 'statistics.no-vendor',
  promises: ['2.3-a', '2.3-e', '2.3-f', '2.3-h'],
  terms: toldNobody,
  says: {
    nb: ({ vendor }) =>
      vendor
        ? `Tellingene ligger på samme tjener som resten av systemet. Har du sagt ja til spørsmålet som nevner Google, kan tjeneren vår i tillegg fortelle ${vendor.name} hver gang du åpner en side: hvilken side, hvilket nettsted du kom fra, og språket. Google får verken IP-adressen din, nettleseren eller noe som er likt fra én side til den neste, og nettleseren din snakker aldri med Google. Hos Google blir hver side en egen rad. Den skal slettes etter to måneder, og deling og annonser skal være slått av; at det er slik, ser vi etter hvert år. Google bruker maskiner i USA; grunnlaget for det er ${vendor.transferGround}.`
        : 'Tellingene ligger på samme tjener som resten av systemet, og ingen leverandør får tall om besøk fra oss. Skal noen få det, må de først stå i leverandørlisten med avtale og grunnlag.',
    en: ({ vendor }) =>
      vendor
        ? `The counters lie on the same server as the rest of the system. If you have said yes to the question that names Google, our server may besides tell ${vendor.name} each time you open a page: which page, which site you came from, and the language. Google gets neither your IP address, your browser nor anything that is the same from one page to the next, and your browser never talks to Google. At Google each page becomes a row of its own. It is to be deleted after two months, and sharing and advertising are to be off; that it is so, we look after each year. Google uses machines in the USA; the ground for that is ${vendor.transferGround}.`
        : 'The counters lie on the same server as the rest of the system, and no supplier gets figures on visits from us. Before anyone does, they must stand in the list of suppliers with an agreement and a ground.',
  },
  how: {
    nb: 'Før noe går ut, spør programmet registeret og teksten som gjelder. Det som går ut, telles for dagen; det finnes ingen linje for et besøk.',
    en: 'Before anything goes out, the program asks the register and the text in force. What goes out is counted for the day; there is no line for a visit.',
  },
  controls: [
    query({
      name: 'nothing was transferred for statistics',
      finds: {
        nb: 'ganger fikk noen vite om besøk uten at teksten den dagen sa det, eller med en linje for besøket',
        en: 'times somebody was told of visits though that day’s text did not say so, or with a line for the visit',
      },
      broken: () => sql`select 1 ${transfersThat(sql`purpose = 'web_statistics'`)}
        union all select 1 from ${toldOf} c where not exists (select 1 from ${namedOn(sql`c.day`)} n (vendor) where n.vendor = c.recipient)`,
      of: () => sql`select (select count(*) from core.transfer) + (select count(*) from core.counted_transfer)`,
    }),
    query({
      name: 'it is off until the text says so',
      finds: {
        nb: 'innstillinger lar noen få vite om besøk uten at teksten sier det',
        en: 'settings let somebody be told of visits though the text does not say so',
      },
      broken: (now) => sql`select 1 from core.setting where key = 'statistics' and (value ->> 'google')::boolean
        and ${namedBy(sql`(${now}::timestamptz at time zone 'Europe/Oslo')::date`)} is distinct from 'google-analytics'`,
      of: () => sql`select count(*) from core.setting`,
    }),
    query({
      name: 'nobody was told without agreement and ground',
      finds: {
        nb: 'dager ble besøk fortalt videre uten avtale, overføringsgrunnlag eller ettersyn',
        en: 'days visits were told on without agreement, transfer ground or inspection',
      },
      // A confirmation is deleted in its time; what is older than a month was looked at each night of it.
      broken: (now) => sql`select 1 from ${toldOf} c where not exists (select 1 from core.recipient r where r.id = c.recipient
          and r.role = 'processor' and btrim(coalesce(r.transfer_ground, '')) <> '')
        or not exists (select 1 from core.recipient_agreement a where a.recipient = c.recipient and a.signed_on <= c.day
          and (a.ends_on is null or a.ends_on >= c.day) and cardinality(a.covers) = 8)
        or (c.day > ${now}::timestamptz::date - 30 and not exists (select 1 from core.recipient_confirmation k
          where k.recipient = c.recipient and c.day between k.confirmed_on and k.confirmed_on + interval '1 year'))`,
      of: () => sql`select count(*) from ${toldOf} c`,
    }),
    query({
      name: 'only page, site and language are told',
      finds: { nb: 'dager gikk andre felt ut', en: 'days other fields went out' },
      broken: () =>
        sql`select 1 from core.counted_transfer where purpose = 'web_statistics' and not fields <@ array['counter.measure', 'counter.value']`,
      of: () => sql`select count(*) from core.counted_transfer`,
    }),
    probe({
      name: 'the question names whoever is told',
      finds: { nb: 'spørsmål nevner Google uten at teksten gjør det', en: 'questions name Google though the text does not' },
      tries: async (world, { vendor }) => {
        const pages = await visitAll(world, ['/', '/en'])
        const named = pages.filter(({ html }) => /Google/.test(barIn(html) ?? ''))
        return { found: vendor === null ? named.length : 0, of: pages.length }
      },
    }),
    test({
      name: 'what arrives there is nobody',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/open-relay.test.ts',
      title: 'tells page, site and language, and nothing of the visitor',
    }),
    test({
      name: 'an old yes is no yes to Google',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/duties/cookies/choice.test.ts',
      title: 'takes an old yes for what was asked then, and asks anew before Google is told',
    }),
    test({
      name: 'each thing that lacks stops it',
      finds: { nb: 'prøver feilet', en: 'tests failed' },
      file: 'src/business/statistics/open-relay.test.ts',
      title: 'tells nothing, and cannot be switched on, while any one thing is missing',
    }),
  ],
})
