import type { MiddlewareHandler } from 'hono'
import { now } from '#clock'
import { choiceOf, googleAllowed } from '#cookies'
import { isAhead, type Counter, type Relay } from '#statistics'
import type { Env } from './app.ts'
import type { Door } from './doors-of.ts'
import { databaseIsAway } from './away.ts'

/** Pages of one person, and what is no page. */
export const nobodysBusiness = /^\/(?:desk|min-side|en\/my-page|api|logg-ut|en\/sign-out)(?:\/|$)/

/** The pages that are counted: what anybody may read. No page that is one person's, none behind a link with a token. */
export function countedPages(doors: readonly Door[]): readonly string[] {
  const paths = doors.map(({ path }) => path)
  return paths.filter((path) => !nobodysBusiness.test(path) && !/[*.]/.test(path) && !/:(?!sku$)/.test(path))
}

/**
 * Counts each page that was answered, from the request alone and after the answer: no reader waits for it, and the session is not
 * looked at (promises 2.3-b, 2.3-d).
 */
export function counted(counter: Counter, relay: Relay): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const page = c.res.status === 200 && c.res.headers.get('content-type')?.startsWith('text/html')
    if (c.req.method !== 'GET' || !page || nobodysBusiness.test(c.req.path)) return
    const { headers, url } = c.req.raw
    const visit = {
      did: 'open',
      address: url,
      referrer: headers.get('referer'),
      languages: headers.get('accept-language'),
      agent: headers.get('user-agent'),
      choice: choiceOf(c.req.raw),
      ahead: isAhead(headers),
    } as const
    if (googleAllowed(c.req.raw)) relay.tell(now(), visit)
    // A visit that could not be counted is a smaller loss than an answer; the database's absence is told elsewhere.
    counter.count(now(), visit).catch((error: unknown) => {
      if (!databaseIsAway(error)) console.error(error)
    })
  }
}
