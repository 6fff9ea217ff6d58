import type { World } from '#sentence'

/** The pages a stranger reads first. Product pages hang on the catalogue and are left to the journeys. */
export const publicPages = ['/', '/produkter', '/foresporsel', '/registrer', '/personvern', '/en', '/en/privacy'] as const

export type Page = { readonly path: string; readonly status: number; readonly html: string; readonly cookies: readonly string[] }

/** Loads the public pages as a browser without cookies, scripts or history would; `request` is what it says besides. */
export function visitAll(world: World, paths: readonly string[] = publicPages, request: RequestInit = {}): Promise<Page[]> {
  return Promise.all(
    paths.map(async (path) => {
      const response = await world.visit(path, request)
      return { path, status: response.status, html: await response.text(), cookies: response.headers.getSetCookie() }
    }),
  )
}

/** Addresses on other machines that the page would make a browser load by itself; links a reader may follow are not among them. */
export function foreignLoads({ html }: Page): string[] {
  const loads = html.matchAll(
    /<(?:script|img|iframe|video|audio|source|embed|link)\b[^>]*?\s(?:src|srcset|href)="((?:https?:)?\/\/[^"]+)"[^>]*>/gi,
  )
  return [...loads].filter(([tag]) => !/rel="(?:canonical|alternate)"/i.test(tag)).map(([, address]) => address!)
}
