import { randomInt } from 'node:crypto'
import { anotherSite, withoutReferrer } from './coarse.ts'
import type { Count } from './measure.ts'

/** All that Google is told of a page that was opened: three values that are counted here too. */
export type Told = { readonly page: string; readonly referrer: string | undefined; readonly language: string | undefined }

/** The three among the counters of a visit; undefined when it was not counted. Nothing that is not counted can be told. */
export function toldOf(counts: readonly Count[]): Told | undefined {
  const value = (measure: string) => counts.find(([name]) => name === measure)?.[1]
  const page = value('page')
  if (page === undefined) return undefined
  const [referrer, language] = [value('referrer'), value('language')]
  return {
    page,
    referrer: referrer === withoutReferrer || referrer === anotherSite ? undefined : referrer,
    language: language === 'other' ? undefined : language,
  }
}

/**
 * As the Measurement Protocol of Google Analytics 4 wants it (developers.google.com/analytics/devguides/collection/protocol/ga4/reference).
 * It will have a client and a session: both are drawn anew for each page and forgotten, because we know of no visit (decision 0059).
 */
export function measurement({ page, referrer, language }: Told, origin: string) {
  return {
    client_id: `${random()}.${random()}`,
    consent: { ad_user_data: 'DENIED', ad_personalization: 'DENIED' },
    ...(language && { device: { language } }),
    events: [
      {
        name: 'page_view',
        params: {
          page_location: origin + page,
          ...(referrer && { page_referrer: `https://${referrer}/` }),
          session_id: String(random()),
          // Without a figure here the page is not shown among the active; we have measured nothing.
          engagement_time_msec: 1,
        },
      },
    ],
  }
}

function random(): number {
  return randomInt(1_000_000_000, 10_000_000_000)
}
