import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { onlyRegistered, statisticsAllowed } from '#cookies'
import type { Env } from './app.ts'

/**
 * What every answer carries: no script but the desk's own with this answer's nonce, or after a yes the one file that measures; nothing from
 * other machines, no frames, and no cookie outside the register (promises 2.4-a, 2.4-j). Pages are never kept by caches in between.
 */
export function secured(publicUrl: string): MiddlewareHandler<Env> {
  const https = publicUrl.startsWith('https:')
  const measuring = `${new URL(publicUrl).origin}/telling.js`
  return async (c, next) => {
    const nonce = c.req.path.startsWith('/desk') ? randomBytes(16).toString('base64') : ''
    c.set('nonce', nonce)
    // An answer to an earlier press brings its own.
    await next()
    const headers = c.res.headers
    for (const [name, value] of Object.entries(fixed)) headers.set(name, value)
    headers.set('Content-Security-Policy', policy(scriptsOf(c.get('nonce'), statisticsAllowed(c.req.raw) && measuring), https))
    if (https) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    const dropped = onlyRegistered(headers)
    if (dropped.length > 0) console.error(new Error(`cookies that are not in the register were dropped: ${dropped.join(', ')}`))
  }
}

function scriptsOf(nonce: string, measuring: string | false): string {
  if (nonce) return `'self' 'nonce-${nonce}'`
  return measuring || `'none'`
}

const fixed = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  // Links with tokens never leave the site; forms still say where they come from.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

function policy(scripts: string, https: boolean): string {
  const rules = [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`, // the width of a bar; an attribute runs nothing
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ]
  return [...rules, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ')
}
