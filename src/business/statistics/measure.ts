import type { Choice } from '#cookies'

/**
 * Everything that is counted, and what it takes to count it: the one place where that is decided (promises 2.3-a, 2.3-b).
 * `request`: the page or file was asked for, and the request says it by itself. `choice`: only after yes to statistics.
 * `kept`: the calendar bucket it is kept and shown in. `of`: what is counted once in it: measures of the same have the same total.
 * `values`: how many there can be, where that is known to everybody.
 */
export const measures = {
  page: { needs: 'request', kept: 'week', of: 'opened', nb: 'Sider', en: 'Pages' },
  referrer: { needs: 'request', kept: 'week', of: 'arrived', nb: 'Kom fra', en: 'Came from' },
  campaign: { needs: 'choice', kept: 'week', of: 'campaign', nb: 'Kampanjer', en: 'Campaigns' },
  language: { needs: 'request', kept: 'day', of: 'opened', values: 180, nb: 'Språk', en: 'Languages' },
  device: { needs: 'request', kept: 'day', of: 'opened', values: 4, nb: 'Enheter', en: 'Devices' },
  hour: { needs: 'request', kept: 'day', of: 'opened', values: 24, nb: 'Tid på dagen', en: 'Hour of the day' },
  browser: { needs: 'choice', kept: 'day', of: 'agreed', values: 7, nb: 'Nettlesere', en: 'Browsers' },
  region: {
    needs: 'choice',
    kept: 'day',
    of: 'agreed',
    values: 249,
    nb: 'Land i språkvalget',
    en: 'Country in the language setting',
  },
  stay: { needs: 'choice', kept: 'day', of: 'left', values: 4, nb: 'Hvor lenge en side er åpen', en: 'How long a page is open' },
  dropped: { needs: 'request', kept: 'day', of: 'dropped', nb: 'Ikke talt', en: 'Not counted' },
} as const satisfies Record<string, Rule>

type Rule = {
  readonly needs: 'request' | 'choice'
  readonly kept: 'day' | 'week'
  readonly of: 'opened' | 'agreed' | 'arrived' | 'campaign' | 'left' | 'dropped'
  readonly values?: number
  readonly nb: string
  readonly en: string
}

export type Measure = keyof typeof measures

export const measureNames = Object.keys(measures) as Measure[]

/** One value of one measure, seen once. */
export type Count = readonly [measure: Measure, value: string]

/** May this be counted of somebody who chose so? Whoever said no is not counted at all. */
export function mayCount(measure: Measure, choice: Choice): boolean {
  return choice === 'yes' || (choice === 'nothing yet' && measures[measure].needs === 'request')
}

/** Why something was not counted. */
export const dropReasons = {
  robot: { nb: 'en robot', en: 'a robot' },
  prefetch: { nb: 'hentet på forhånd, ikke lest', en: 'fetched ahead, not read' },
  'said no': { nb: 'den besøkende har sagt nei', en: 'the visitor said no' },
  'no choice': { nb: 'krever et valg som ikke er tatt', en: 'needs a choice that was not made' },
  'unknown page': { nb: 'siden står ikke på listen', en: 'the page is not on the list' },
  'unknown site': { nb: 'nettstedet står ikke på listen', en: 'the site is not on the list' },
  'not a visit': { nb: 'en hendelse vi ikke teller', en: 'an event we do not count' },
  unreadable: { nb: 'kunne ikke leses', en: 'could not be read' },
} as const

export type DropReason = keyof typeof dropReasons
