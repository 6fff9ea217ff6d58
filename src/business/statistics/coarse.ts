/** What is left of a header when only the coarse part is kept. */

export const withoutReferrer = 'direct'
export const anotherSite = 'other'

const hostName = /^(?=.{4,60}$)(?:[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\.)+(?:[a-z]{2,18}|xn--[a-z0-9-]{2,30})$/
// A token, a number, or a long name with figures in it: whoever has a host name of their own is somebody.
const numbered = /[0-9a-f]{12,}|\d{5,}|(?:[a-z]\d+){3,}|(?:^|\.)(?!xn--)(?=[^.]*\d)[^.]{16,}/

/**
 * The host that led here, without `www.`; `direct` when there is none, undefined when it is one of our own or a path (so Umami's script
 * writes another page of the same site), `other` for what is no public host name: an address in figures, a name on somebody's own
 * network, a name that looks like a token.
 */
export function referrerHost(referrer: string | null, own: ReadonlySet<string>): string | undefined {
  if (!referrer) return withoutReferrer
  if (/^\/(?!\/)/.test(referrer)) return undefined
  const host = URL.parse(referrer)
    ?.hostname.toLowerCase()
    .replace(/^www\./, '')
  if (host === undefined) return anotherSite
  if (own.has(host)) return undefined
  return hostName.test(host) && !numbered.test(host) ? host : anotherSite
}

/** The browser fetches what nobody has opened yet (Sec-Purpose, and what older browsers called it). */
export function isAhead(headers: { readonly get: (name: string) => string | null }): boolean {
  return aheadNames.some((name) => /prefetch|prerender|preview/.test(headers.get(name) ?? ''))
}

const aheadNames = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/** The first language of an Accept-Language header: two letters, or `other`. */
export function languageIn(header: string | null): string {
  return /^\s*([a-z]{2})(?![a-z])/i.exec(header ?? '')?.[1]?.toLowerCase() ?? 'other'
}

/** The country in it (`nb-NO` is NO), if it names one. */
export function regionIn(header: string | null): string {
  return /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?![a-z])/i.exec(header ?? '')?.[1]?.toUpperCase() ?? 'other'
}
