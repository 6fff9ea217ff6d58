import { purposes, type Purpose } from '#purposes'
import { probe, sentence } from '#sentence'
import { oneBelowTheOther } from '../one-below-the-other.ts'

/** An interest of ours, weighed against the person's, and on which day (GDPR art. 6(1)(f), 13(1)(d)). */
type Interest = { readonly purpose: Purpose; readonly nb: string; readonly en: string; readonly weighed: string }
type Grounds = {
  readonly grounds: readonly { readonly nb: string; readonly en: string; readonly ground: string }[]
  readonly interests: readonly Interest[]
}

const weighed = '2026-11-24'
const interests: readonly Interest[] = [
  { purpose: 'deliver', nb: 'vite hvem hos kunden vi snakker med', en: 'know whom at the customer we talk with', weighed },
  { purpose: 'administer', nb: 'holde orden på kundeforholdet', en: 'keep the customer relationship in order', weighed },
  { purpose: 'tailor', nb: 'vise en kunde det kunden pleier å kjøpe', en: 'show a customer what it usually buys', weighed },
  { purpose: 'trend', nb: 'se hva som selger, i anonyme tall', en: 'see what sells, in anonymous figures', weighed },
  { purpose: 'survey', nb: 'få vite om tjenestene våre er gode nok', en: 'learn whether our services are good enough', weighed },
  { purpose: 'web_function', nb: 'få nettstedet til å virke', en: 'make the site work', weighed },
  { purpose: 'case_documentation', nb: 'kunne vise hva som er avtalt', en: 'be able to show what was agreed', weighed },
  {
    purpose: 'claims_archive',
    nb: 'kunne møte et krav før det er foreldet',
    en: 'be able to meet a claim before it is barred',
    weighed,
  },
  { purpose: 'anonymous_compilation', nb: 'lage anonyme tall', en: 'make anonymous figures', weighed },
  { purpose: 'security', nb: 'oppdage og stanse misbruk', en: 'discover and stop abuse', weighed },
]

export const groundsAndInterests = sentence<Grounds>({
  id: 'controller.grounds-and-interests',
  promises: ['X-2'],
  terms: { grounds: Object.values(purposes).map(({ nb, en, ground }) => ({ nb, en, ground })), interests },
  says: {
    nb: ({ grounds, interests: ours }) =>
      `Grunnlagene er disse:${oneBelowTheOther(grounds.map(({ nb, ground }) => `å ${nb}: ${ground}`))}Der vi bygger på en berettiget interesse, er den:${oneBelowTheOther(ours.map(({ nb }) => `å ${nb}`))}Hver er veid mot dine interesser.`,
    en: ({ grounds, interests: ours }) =>
      `The grounds are these:${oneBelowTheOther(grounds.map(({ en, ground }) => `to ${en}: ${english(ground)}`))}Where we rely on a legitimate interest, it is:${oneBelowTheOther(ours.map(({ en }) => `to ${en}`))}Each is weighed against your interests.`,
  },
  controls: [
    probe({
      name: 'each interest is weighed',
      finds: {
        nb: 'formål bygger på en interesse som ikke er veid de siste to årene',
        en: 'purposes rest on an interest that was not weighed in the last two years',
      },
      tries: async ({ now }, { interests: ours }) => {
        const resting = Object.entries(purposes).filter(([, { ground }]) => ground.includes('6(1)(f)'))
        const limit = new Date(now.getTime() - 2 * 366 * 86_400_000).toISOString().slice(0, 10)
        const fresh = new Set<string>(ours.filter((each) => each.weighed >= limit).map(({ purpose }) => purpose))
        return { found: resting.filter(([name]) => !fresh.has(name)).length, of: resting.length }
      },
    }),
  ],
})

// The acts keep their Norwegian names.
function english(ground: string): string {
  return ground
    .replace('bokføringsloven', 'the Bookkeeping Act')
    .replace('ekomloven', 'the Electronic Communications Act')
    .replace('markedsføringsloven', 'the Marketing Control Act')
}
