/**
 * The web server: pages by React Router, hosted by Hono on Node. Everything it needs is handed to it; it keeps nothing
 * of its own between requests.
 */
import * as built from 'virtual:react-router/server-build'
import type { ServerBuild } from 'react-router'
import { type Opening, openShop as shopOf } from './open-shop.ts'
import { createApp as appOf, type Deps } from './web/app.ts'
import { doorsOf } from './web/doors-of.ts'
import { serveApp, type Settings } from './web/serve.ts'

const build = built as ServerBuild

/** The whole site as one `fetch`: for tests, and for `serve`. */
export function createApp(deps: Deps) {
  return appOf(build, deps)
}

/** Listens, and answers until `close()`; a request under way is finished first. */
export function serve(settings: Settings) {
  return serveApp(build, settings)
}

/** All that `npm start` runs, these pages with it. */
export function openShop(opening: Opening) {
  return shopOf(serve, opening)
}

/** Every address the pages answer, for the table of doors. */
export function doors() {
  return doorsOf(build)
}
