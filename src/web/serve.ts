import { serve as listen } from '@hono/node-server'
import { createServer, type RequestListener, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from 'react-router'
import { secret } from '#files'
import { openPurposes } from '#purposes'
import { googleAddress, openCounter, openRelay } from '#statistics'
import { createApp } from './app.ts'
import { databaseIsAway } from './away.ts'
import { countedPages } from './counted.ts'
import { doorsOf } from './doors-of.ts'
import { openSignIn } from './open-sign-in.ts'
import { telling } from './telling.ts'
import { trustedProxies } from './visitors-address.ts'

export type Settings = {
  /** 0 takes a free one. */
  readonly port: number
  readonly hostname?: string
  /** The address people see. */
  readonly publicUrl: string
  /** The database, as the application's own user. */
  readonly appUrl: string
  /** Where the secrets are kept. */
  readonly dataDir: string
}

export type Serving = {
  readonly port: number
  /** Takes no new request, finishes those under way (10 s at most), and closes its own connections to the database. */
  readonly close: () => Promise<void>
}

/** Throws when the port is taken. */
export async function serveApp(build: ServerBuild, { port, hostname, publicUrl, appUrl, dataDir }: Settings): Promise<Serving> {
  const purposes = openPurposes(appUrl)
  const auth = openSignIn({ purposes, databaseUrl: appUrl, publicUrl, secret: secret(dataDir, 'sign-in') })
  const counter = openCounter(purposes.for('web_statistics'), countedPages(doorsOf(build)), new URL(publicUrl).hostname)
  const relay = openRelay(purposes.for('web_statistics'), {
    known: counter.known,
    origin: new URL(publicUrl).origin,
    address: googleAddress(),
    trouble: (error) => databaseIsAway(error) || console.error(error),
  })
  const app = createApp(build, {
    purposes,
    auth,
    counter,
    relay,
    publicUrl,
    proxies: trustedProxies(publicUrl, process.env.TRUSTED_PROXY),
  })
  const server = listen({
    fetch: app.fetch,
    port,
    ...(hostname !== undefined && { hostname }),
    createServer: ((options: ServerOptions, pages: RequestListener) =>
      createServer(options, telling(counter, pages))) as typeof createServer,
  })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))

  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000)
      await closed
      clearTimeout(patience)
      await Promise.all([counter.settled(), relay.close()])
      await Promise.all([auth.close(), purposes.close()])
    },
  }
}
