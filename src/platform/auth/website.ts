import type { RouterContextProvider } from 'react-router'
import { authContext } from './open-auth.ts'

/** Our own address, for links in letters: as it was set, never as a request claims, or a stranger could choose where our letters lead. */
export function websiteOf(context: Readonly<Pick<RouterContextProvider, 'get'>>): string {
  return new URL(context.get(authContext).publicUrl).origin
}
