import type { BlockList } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { RouterContextProvider } from 'react-router'
import { addressContext, authContext, sessionOf, whoContext, type Who } from '#auth'
import { whoSignedIn } from '#staff'
import type { Deps, Env } from './app.ts'
import { nonceContext } from './nonce.ts'
import { visitorsAddress } from './visitors-address.ts'

/** What loaders may ask for: who asks, from where, and the word that lets the desk's scripts run. */
export async function contextOf(c: Context<Env>, { auth, purposes, proxies }: Deps): Promise<RouterContextProvider> {
  const context = new RouterContextProvider()
  context.set(nonceContext, c.get('nonce'))
  context.set(authContext, auth)
  context.set(addressContext, addressOf(c, proxies))
  context.set(whoContext, await whoOf(c.req.raw, { auth, purposes }))
  return context
}

/** A request without a session cookie costs no question to the database. */
async function whoOf(request: Request, { auth, purposes }: Pick<Deps, 'auth' | 'purposes'>): Promise<Who> {
  const session = await sessionOf(auth, request)
  return session ? whoSignedIn(purposes.for('security'), session) : { kind: 'nobody' }
}

// In tests there is no connection.
export function addressOf(c: Context<Env>, proxies: BlockList): string | undefined {
  const connection = (c.env as HttpBindings | undefined)?.incoming ? getConnInfo(c).remote.address : undefined
  return visitorsAddress(connection, c.req.header('x-forwarded-for'), proxies)
}
