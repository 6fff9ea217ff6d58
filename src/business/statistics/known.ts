import { sql } from 'kysely'
import type { Choice } from '#cookies'
import type { For } from '#purposes'
import type { DropReason } from './measure.ts'
import { statisticsSettings } from './settings.ts'

/** What may become a value of a counter: pages, sites and campaigns that we know beforehand. Nothing else that a request says. */
export type Known = {
  /** This site's pages as they are counted, every product by its number. */
  readonly pages: ReadonlySet<string>
  /** The merchant's other sites, each with its pages; a path that ends in * stands for all beneath it. */
  readonly sites: ReadonlyMap<string, Site>
  readonly campaigns: ReadonlySet<string>
  /** The sites by their origin, as a browser says it: `https://kampanje.example` is `kampanje.example`. */
  readonly origins: ReadonlyMap<string, string>
  /** Our own host names: coming from there is not coming from elsewhere. */
  readonly hosts: ReadonlySet<string>
  /** Google Analytics is switched on; whether it may be told is asked again each time something is to leave. */
  readonly tellsGoogle: boolean
}

export type Site = {
  readonly pages: ReadonlySet<string>
  readonly beneath: readonly string[]
  /** That site loads its script only after its visitors have said yes. */
  readonly asksFirst: boolean
}

/** `patterns`: the public pages, such as /produkter/:sku; the catalogue fills in the numbers. */
export async function whatWeKnow(db: For<'web_statistics'>, patterns: readonly string[], ownHost: string): Promise<Known> {
  const { sites, campaigns, google } = await statisticsSettings(db)
  const { rows } = await sql<{ sku: string }>`select sku from product where listed`.execute(db)
  const pages = patterns.flatMap((pattern) =>
    pattern.endsWith('/:sku') ? rows.map(({ sku }) => pattern.slice(0, -4) + sku) : pattern.includes(':') ? [] : pattern,
  )
  return {
    pages: new Set(pages),
    sites: new Map(sites.map(({ host, pages, asksFirst }) => [host, { ...listed(pages), asksFirst }])),
    campaigns: new Set(campaigns),
    origins: new Map(sites.flatMap(({ host }) => [`https://${host}`, `http://${host}`].map((origin) => [origin, host]))),
    tellsGoogle: google,
    hosts: new Set([ownHost, ...sites.map(({ host }) => host)].map((host) => host.replace(/^www\./, ''))),
  }
}

function listed(pages: readonly string[]): Omit<Site, 'asksFirst'> {
  return {
    pages: new Set(pages.filter((page) => !page.endsWith('*'))),
    beneath: pages.filter((page) => page.endsWith('*')).map((page) => page.slice(0, -1)),
  }
}

type Asked = { readonly site?: string | undefined; readonly address: string }
type Found = { readonly page: string; readonly campaign: string | undefined } | { readonly dropped: DropReason }

/** What a visitor of another site has chosen: that site has asked, or nobody has. A no is a no everywhere, to us and from the browser. */
export function siteChoice({ sites }: Known, site: string, choice: Choice): Choice {
  if (choice === 'no' || choice === 'no, says the browser') return choice
  return sites.get(site)?.asksFirst ? 'yes' : 'nothing yet'
}

/** The page as it is counted: query, fragment and whatever is not on the list are gone. */
export function knownPage({ site, address }: Asked, { pages, sites, campaigns }: Known): Found {
  const here = relative(address)
  if (here === undefined) return { dropped: 'unknown page' }
  const [path = '/', query = ''] = here.split('#', 1)[0]!.split('?', 2)
  const campaign = campaignIn(query, campaigns)
  const plain = withoutLastSlash(path)
  if (site === undefined) return pages.has(plain) ? { page: plain, campaign } : { dropped: 'unknown page' }
  const there = sites.get(site)
  if (!there) return { dropped: 'unknown site' }
  const under = there.beneath.find((beginning) => path.startsWith(beginning))
  if (there.pages.has(plain)) return { page: site + plain, campaign }
  return under === undefined ? { dropped: 'unknown page' } : { page: `${site}${under}*`, campaign }
}

// By hand: a pattern would look from each of thousands of slashes to the end.
function withoutLastSlash(path: string): string {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end--
  return path.slice(0, end)
}

function relative(address: string): string | undefined {
  if (address.startsWith('/')) return address
  const [, after] = /^https?:\/\/[^/?#]+(.*)$/s.exec(address) ?? []
  return after === undefined ? undefined : after.startsWith('/') ? after : `/${after}`
}

function campaignIn(query: string, allowed: ReadonlySet<string>): string | undefined {
  if (allowed.size === 0 || !query.includes('utm_campaign=')) return undefined
  const name = new URLSearchParams(query).get('utm_campaign') ?? ''
  return allowed.has(name) ? name : undefined
}
