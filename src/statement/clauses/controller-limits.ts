import { sql } from 'kysely'
import { attestation, months, probe, query, sentence } from '#sentence'
import { elements } from '../revisions/elements.ts'
import { groundsAndInterests } from './interests.ts'
import { publicPages } from './visits.ts'

/** Section 1's second half: where our responsibility begins and ends. */
export const controllerLimits = [
  sentence({
    id: 'controller.one-controller',
    promises: ['1-d'],
    says: {
      nb: 'Dette systemet brukes av oss alene. Ingen annen bedrift har kundene sine her.',
      en: 'This system is used by us alone. No other business keeps its customers here.',
    },
    controls: [
      query({
        name: 'there is one controller',
        finds: { nb: 'avvik fra nøyaktig én ansvarlig', en: 'departures from exactly one controller' },
        broken: () => sql`select 1 where (select count(*) from core.setting where key = 'controller') <> 1
          union all select 1 from information_schema.columns where table_schema = 'core' and column_name in ('tenant_id', 'controller_id', 'merchant_id')`,
        of: () => sql`select count(*) from core.setting where key = 'controller'`,
      }),
    ],
  }),
  sentence({
    id: 'controller.we-answer-for-suppliers',
    promises: ['1-c'],
    says: {
      nb: 'Gjelder det opplysninger hos en av leverandørene våre, er det likevel vi som svarer deg, som én sak. Vi sender deg ikke videre.',
      en: 'If it concerns data at one of our suppliers, we are still the ones who answer you, as one case. We do not send you on.',
    },
    controls: [
      query({
        name: 'nobody is sent on',
        finds: { nb: 'svar sendte noen videre til en leverandør', en: 'answers sent somebody on to a supplier' },
        // Whoever must keep something by a law of its own answers for that itself, and the person is told who it is (promise 1-c).
        broken: () => sql`select 1 from core.mail m join core.recipient r on r.role = 'processor'
          and not exists (select 1 from core.recipient_exemption x where x.recipient = r.id)
          where m.purpose = 'rights_handling' and m.kind like 'claim%' and (position(lower(r.mailbox) in lower(m.body)) > 0
            or exists (select 1 from unnest(array['kontakt', 'henvend deg til', 'skriv til', 'ring', 'spør', 'contact', 'write to', 'call', 'ask']) verb
              where position(verb || ' ' || lower(r.name) in lower(m.body)) > 0))`,
        of: () => sql`select count(*) from core.mail where purpose = 'rights_handling' and kind like 'claim%'`,
      }),
      query({
        name: 'the clock began with the supplier',
        finds: {
          nb: 'krav som kom til en leverandør, fikk for lang frist',
          en: 'requests that reached a supplier got too long a deadline',
        },
        broken: () => sql`select 1 from core.rights_case where channel = 'supplier'
          and due_on > (received_at at time zone 'Europe/Oslo')::date + 31 and number is not null`,
        of: () => sql`select count(*) from core.rights_case where channel = 'supplier'`,
      }),
    ],
  }),
  sentence({
    id: 'controller.nothing-without-an-owner',
    promises: ['1-b'],
    says: {
      nb: 'Sidene våre henter ingenting fra andres maskiner: ikke kart, skrifter, video eller sporing.',
      en: 'Our pages fetch nothing from other people’s machines: no maps, fonts, video or tracking.',
    },
    controls: [
      probe({
        name: 'the policy lets nothing else in',
        finds: { nb: 'sider slipper til andre verter', en: 'pages let other hosts in' },
        tries: async (world) => {
          const policies = await Promise.all(
            publicPages.map(async (path) => (await world.visit(path)).headers.get('content-security-policy') ?? ''),
          )
          return {
            found: policies.filter((policy) => !/default-src 'self'|default-src 'none'/.test(policy) || /https?:|\*/.test(policy))
              .length,
            of: policies.length,
          }
        },
      }),
    ],
  }),
  sentence({
    id: 'controller.the-law-s-list-is-whole',
    promises: ['X-2', 'X-12'],
    says: {
      nb: 'Alt loven krever at du får vite, står her: hvem vi er, hvem som tar seg av personvern, grunnlag, mottakere, lagringstid og rettigheter. Mangler noe av det, kan ikke erklæringen publiseres.',
      en: 'Everything the law says you must be told stands here: who we are, who looks after privacy, grounds, recipients, retention and rights. If any of it is missing, the statement cannot be published.',
    },
    controls: [
      query({
        name: 'nothing mandatory is empty',
        finds: { nb: 'påkrevde opplysninger om oss mangler', en: 'mandatory facts about us are missing' },
        broken:
          () => sql`select 1 from unnest(array['legalName', 'organisationNumber', 'postalAddress', 'email', 'phone', 'privacyContact']) as f(name)
          where coalesce((select value ->> f.name from core.setting where key = 'controller'), '') = ''`,
        of: () => sql`select 6`,
      }),
      query({
        name: 'the text in force has every element',
        finds: { nb: 'ting loven krever, står ikke i teksten', en: 'things the law demands are not in the text' },
        broken: (now) => sql`select 1 from unnest(${sql.lit(`{${Object.values(elements).flat().join(',')}}`)}::text[]) as e(id),
          (select texts from core.statement_revision where effective_on <= (${now}::timestamptz at time zone 'Europe/Oslo')::date
            order by revision desc limit 1) r
          where not exists (select 1 from jsonb_array_elements(r.texts) t where t ->> 'id' = e.id and t ->> 'nb' <> '' and t ->> 'en' <> '')`,
        of: () => sql`select ${Object.values(elements).flat().length}::int`,
      }),
    ],
  }),
  groundsAndInterests,
  sentence({
    id: 'controller.protective-by-default',
    promises: ['X-6', 'X-7'],
    says: {
      nb: 'Forhåndsvalgene er de som verner deg best. Velger vi noe annet, skriver vi hvorfor. Et nytt formål vurderes skriftlig før det publiseres, og risikoen går vi gjennom hvert år.',
      en: 'The defaults are those that protect you best. If we choose otherwise, we write why. A new purpose is assessed in writing before it is published, and we go through the risk every year.',
    },
    controls: [
      query({
        name: 'no departure without a reason',
        finds: { nb: 'vilkår er endret uten en skriftlig grunn', en: 'terms were changed without a written reason' },
        // The recipients follow the register, which has its own reasons.
        broken:
          () => sql`select 1 from core.setting s, jsonb_each(s.value) t where s.key = 'terms' and not t.value ?| array['recipients', 'vendor']
          and coalesce((select r.value ->> t.key from core.setting r where r.key = 'reasons'), '') = ''`,
        of: () => sql`select count(*) from core.setting where key = 'terms'`,
      }),
      query({
        name: 'a changed purpose is judged first',
        finds: { nb: 'formål ble endret uten en vurdering', en: 'purposes were changed without an assessment' },
        broken: () => sql`select 1 from core.statement_revision r where r.revision > 1
          and coalesce(r.hurried_because, '') not like 'eksempelforretningen har ingen virkelige kunder%'
          and jsonb_exists(r.kinds, 'purposes.closed-set')
          and not exists (select 1 from core.assessment a where a.assessed_at <= r.published_at)`,
        of: () => sql`select count(*) from core.statement_revision`,
      }),
      attestation({
        name: 'risk assessment',
        finds: { nb: 'vurderinger mangler', en: 'assessments are missing' },
        every: months(12),
        word: {
          nb: 'Risikovurderingen er gjennomgått, og ingen forhåndsvalg er svekket uten en skriftlig grunn.',
          en: 'The risk assessment has been reviewed, and no default has been weakened without a written reason.',
        },
      }),
    ],
  }),
]
