import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { tell } from './tell-of-change.ts'

type Db = For<'legal_obligation'>

/** Where instructions go. A new secret makes the old one worthless. */
export async function setReach(
  db: Db,
  now: Date,
  id: string,
  reach:
    | { readonly by: 'webhook'; readonly url: string }
    | { readonly by: 'email'; readonly mailbox: string }
    | { readonly by: 'new secret' },
): Promise<undefined | Refusal<'must be https'>> {
  if (reach.by === 'webhook' && !safe(reach.url)) return refuse('must be https', 'url')
  await db.transaction().execute(async (tx) => {
    const change = tx.updateTable('core.recipient').where('id', '=', id)
    if (reach.by === 'webhook') await change.set({ reached_by: 'webhook', webhook_to: reach.url }).execute()
    else if (reach.by === 'email') await change.set({ reached_by: 'email', mailbox: reach.mailbox }).execute()
    else await change.set((of) => ({ webhook_version: of('webhook_version', '+', 1) })).execute()
    await tell(tx, now, id, `reached by ${reach.by}`)
  })
  return undefined
}

/** On our own machine a supplier may be tried without a certificate. */
function safe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
}
