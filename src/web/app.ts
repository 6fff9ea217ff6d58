import type { BlockList } from 'node:net'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { ServerBuild } from 'react-router'
import type { Auth } from '#auth'
import { purposesContext, type Purposes } from '#purposes'
import type { Counter, Relay } from '#statistics'
import { answering } from './answering.ts'
import { databaseIsAway } from './away.ts'
import { contextOf } from './context-of.ts'
import { counted } from './counted.ts'
import { guarded } from './guarded.ts'
import { health } from './health.ts'
import { onePress } from './one-press.ts'
import { openApi } from './open-api.ts'
import { packed } from './packed.ts'
import { plainPage } from './plain-page.ts'
import { secured } from './secured.ts'

export type Deps = {
  readonly purposes: Purposes
  readonly auth: Auth
  readonly counter: Counter
  readonly relay: Relay
  /** The address people see, such as https://ntcprofil.example; its scheme decides whether cookies are Secure. */
  readonly publicUrl: string
  /** Whose X-Forwarded-For is believed. */
  readonly proxies: BlockList
}

export type Env = { Variables: { nonce: string } }

export function createApp(build: ServerBuild, deps: Deps) {
  const app = new Hono<Env>()
  // Behind a proxy with the certificate we are asked by plain http, and a form sent by script comes from https. That it comes from
  // our own pages is seen to in guarded.ts.
  const answer = answering({ ...build, allowedActionOrigins: [new URL(deps.publicUrl).host] })

  app.use(secured(deps.publicUrl), compress())
  // The stylesheets, fonts and desk scripts lie beside the built server.
  const root = join(import.meta.dirname, '../client')
  app.use('/assets/*', serveStatic({ root, precompressed: true, onFound: neverChanges }))
  app.get('/favicon.svg', serveStatic({ root }))
  app.get('/telling.js', serveStatic({ root, precompressed: true, onFound: forADay }))
  app.get('/health', (c) => health(c, deps.purposes))
  app.get('/api/v1/openapi.json', (c) => c.json(openApi(deps.publicUrl)))
  app.use(guarded(deps.publicUrl), onePress(deps.proxies), counted(deps.counter, deps.relay))
  app.all('*', async (c) => {
    const context = await contextOf(c, deps)
    context.set(purposesContext, deps.purposes)
    return packed(await answer(c.req.raw, context), c.req.header('accept-encoding'))
  })
  app.onError((error, c) => {
    const away = databaseIsAway(error)
    if (!away) console.error(error)
    return plainPage(c, away ? 503 : 500)
  })
  return app
}

function neverChanges(_: string, c: { header: (name: string, value: string) => void }) {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

// Its name says nothing of its contents.
function forADay(_: string, c: { header: (name: string, value: string) => void }) {
  c.header('Cache-Control', 'public, max-age=86400')
}
