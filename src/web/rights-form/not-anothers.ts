import { data, type LoaderFunctionArgs } from 'react-router'
import { whoIs } from '#auth'
import type { LinkedClaim } from '#rights'

/**
 * A link out of somebody's letter, opened by whoever is signed in as somebody else: it was passed on, or two share a machine. It shows
 * who reads a mailbox, and here somebody else is known to ask, so nothing is shown or done (promise 7-c).
 */
export function notAnothers(context: LoaderFunctionArgs['context'], { accountId, personId, address }: LinkedClaim): void {
  const who = whoIs(context)
  if (who.kind === 'nobody') return
  const theirs =
    who.kind === 'customer' &&
    ((who.accountId === accountId && who.personId === personId) || who.email.toLowerCase() === address?.toLowerCase())
  if (!theirs) throw data(null, { status: 403 })
}
