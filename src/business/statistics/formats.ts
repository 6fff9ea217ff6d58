/**
 * What the trackers of other programs send, read as visits: a merchant who comes from elsewhere keeps the scripts already on their
 * other sites. Identifiers, screens, titles and whatever else they send is not even read.
 */
import type { Choice } from '#cookies'
import { isAhead } from './coarse.ts'
import { siteChoice, type Known } from './known.ts'
import { stays } from './stay.ts'
import type { Seen, Visit } from './visit.ts'

/** A request, as much as is needed of it. */
export type Sent = {
  readonly at: Date
  readonly headers: { readonly get: (name: string) => string | null }
  readonly choice: Choice
  /** Of the address: what stands behind the question mark. */
  readonly query: string
  readonly body: string
}

/** Our own: one figure, which of the four lengths the page was open. */
export function readOwn({ headers, choice, body }: Sent): Seen {
  const stay = stays[body.length === 1 ? Number(body) : -1]
  return stay === undefined ? 'unreadable' : { ...said(headers), did: { stay }, address: '/', referrer: null, choice }
}

/** Umami: POST /api/send. An event with a name is a click, and is not counted. */
export function readUmami(sent: Sent, known: Known): Seen {
  return umamiEvent(sent, known, fieldsOf(sent.body))
}

export function umamiEvent(sent: Sent, known: Known, event: unknown): Seen {
  const { type, payload } = (event ?? nothing) as Fields
  const { hostname, url, referrer, name } = (payload ?? nothing) as Fields
  if (!isText(type) || !isText(hostname) || !isText(url) || !isTextOrNone(referrer) || !isTextOrNone(name)) return 'unreadable'
  if (type !== 'event' || name) return 'not a visit'
  return visit(sent, known, hostname, url, referrer)
}

/** Plausible: POST /api/event, with short names or long. What is not a page view is not counted. */
export function readPlausible(sent: Sent, known: Known): Seen {
  const fields = fieldsOf(sent.body)
  const { n, name = n, u, url = u, r, referrer = r } = fields ?? nothing
  if (!fields || !isTextOrNone(name) || !isTextOrNone(url) || !isTextOrNone(referrer)) return 'unreadable'
  if (name !== 'pageview') return 'not a visit'
  const [, host] = /^https?:\/\/([^/?#:]+)/.exec(url ?? '') ?? []
  return host === undefined || !isText(url) ? 'unreadable' : visit(sent, known, host, url, referrer)
}

/** GoatCounter: GET or POST /count. The page says only its path; which site it is on, the browser says. Its script knows some robots (b). */
export function readGoatCounter(sent: Sent, known: Known): Seen {
  const query = new URLSearchParams(sent.query)
  const path = query.get('p')
  const host = hostOf(sent.headers.get('origin')) ?? hostOf(sent.headers.get('referer'))
  if (path === null || host === undefined) return 'unreadable'
  if (query.get('e') === 'true') return 'not a visit'
  if (Number(query.get('b') ?? 0) > 0) return 'robot'
  return visit(sent, known, host, goatCounterAddress(path, query.get('q')), query.get('r'))
}

/** Its query comes by itself where the page names another address for itself than it was opened by. */
export function goatCounterAddress(path: string, query: string | null | undefined): string {
  const address = path.startsWith('/') || path.includes('://') ? path : `/${path}`
  return query && !address.includes('?') ? `${address}?${query.replace(/^\?/, '')}` : address
}

/** The host of an address, or undefined where there is none. */
export function hostOf(address: string | null): string | undefined {
  return address !== null && URL.canParse(address) ? new URL(address).hostname : undefined
}

export function visit(
  sent: Pick<Sent, 'headers' | 'choice'>,
  known: Known,
  host: string,
  address: string,
  referrer: string | null | undefined,
): Visit {
  const site = host.toLowerCase()
  const choice = siteChoice(known, site, sent.choice)
  return { ...said(sent.headers), did: 'open', site, address, referrer: referrer || null, choice, ahead: isAhead(sent.headers) }
}

function said(headers: Sent['headers']): Pick<Visit, 'languages' | 'agent'> {
  return { languages: headers.get('accept-language'), agent: headers.get('user-agent') }
}

export type Fields = Readonly<Record<string, unknown>>

// By hand and not by a schema: it is asked thousands of times a second, and four fields are all that is read.
export function fieldsOf(text: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Fields) : undefined
  } catch {
    return undefined // said to be unreadable, which is counted
  }
}

export const nothing: Fields = {}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A text, or nothing where a tracker may say nothing. */
export function isTextOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || isText(value)
}
