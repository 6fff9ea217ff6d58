import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from './app.ts'
import { plainPage } from './plain-page.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const twoMegabytes = 2 * 1024 * 1024

/** Before any page: a body may be 2 MB, and a form posted by a browser must come from our own pages. */
export function guarded(publicUrl: string): MiddlewareHandler<Env> {
  const limited = bodyLimit({ maxSize: twoMegabytes, onError: (c) => plainPage(c, 413) })
  const ours = new URL(publicUrl).host
  return async (c, next) => {
    // PostgreSQL keeps no NUL, and no address of ours holds one.
    if (c.req.url.includes('%00')) return plainPage(c, 400)
    if (reading.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && ![ours, c.req.header('host')].includes(hostOf(origin))
    if (foreign || c.req.header('sec-fetch-site') === 'cross-site') return plainPage(c, 403)
    return limited(c, next)
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
