import { writtenDay } from '#clock'
import type { ShownMayDo } from '#design'
import type { For, Subject } from '#purposes'
import { choicesOf, whatYouMayDo, type Doing, type Reason } from './what-you-may-do.ts'

/** What staff may do with the person, and why, as the desk shows it beside the person and what is made for them. */
export async function mayDoInWords(db: For<'administer'>, subject: Subject): Promise<readonly ShownMayDo[]> {
  return whatYouMayDo(await choicesOf(db, subject)).map(({ doing, may, why }) => ({
    may,
    what: doingNames[doing],
    why: reasons[why.because]('since' in why ? writtenDay(why.since, 'nb') : ''),
  }))
}

const doingNames: Record<Doing, string> = {
  deliver: 'levere og lage tilbud',
  invoice: 'fakturere',
  contact: 'ringe eller skrive',
  marketing: 'sende reklame',
}

const reasons: Record<Reason['because'], (since: string) => string> = {
  'the relationship': () => 'det følger av kundeforholdet',
  'bookkeeping law': () => 'bokføringsloven krever det',
  'no consent': () => 'har aldri samtykket',
  consent: (since) => `samtykket ${since}`,
  lapsed: (since) => `samtykket ${since}, og det er for gammelt`,
  withdrawn: (since) => `trakk samtykket ${since}`,
  objected: (since) => `har takket nei ${since}`,
  'no contact': (since) => `har bedt oss ikke ta kontakt ${since}`,
  restricted: (since) => `behandlingen er begrenset ${since}`,
}
