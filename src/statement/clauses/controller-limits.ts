import { sql } from 'kysely'
import { attestation, months, probe, query, sentence } from '#sentence'
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
      nb: 'Gjelder det opplysninger hos en av leverandørene våre, er det likevel vi som svarer deg. Vi sender deg ikke videre.',
      en: 'If it concerns data at one of our suppliers, we are still the ones who answer you. We do not send you on.',
    },
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
      nb: 'Hvem vi er, hvordan du når oss og hvem som tar seg av personvern, står alltid her. Mangler noe av det, publiseres ikke erklæringen.',
      en: 'Who we are, how to reach us and who looks after privacy always stands here. If any of it is missing, the statement is not published.',
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
    ],
  }),
  sentence({
    id: 'controller.protective-by-default',
    promises: ['X-6', 'X-7'],
    says: {
      nb: 'Alle forhåndsvalg er de som verner deg best, og vi vurderer risikoen skriftlig hvert år.',
      en: 'Every default is the one that protects you best, and we assess the risk in writing every year.',
    },
    controls: [
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
