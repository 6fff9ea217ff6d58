/** Everything that happens by itself, in one table. Times are UTC. What is not here does not happen. */
import { evidenceKey, seal } from '#evidence'
import { type Jobs, openJobs, runJobs, type Task } from '#jobs'
import { controller } from '#merchant'
import { type Post, sendMail } from '#mail'
import { evidenceKey } from '#evidence'
import { inventory } from '#inventory'
import { everyNight, nightly } from '#statement'
import type { House } from './open-house.ts'

/** What a task works with: the house it works in, the clock, and the post. */
export type Working = { readonly house: House; readonly post: Post; readonly now: () => Date }

export const tasks: readonly Task<Working>[] = [
  {
    name: 'send-mail',
    says: { nb: 'sender brev som er skrevet, og prøver igjen til e-posttjeneren har tatt imot', en: 'sends letters that were written, again until the mail server takes them' },
    run: ({ post, now }, { accountId, mailId }) => sendMail(post, now(), String(accountId), String(mailId)),
  },
  {
    name: 'seal-evidence',
    schedule: '5 1 * * *',
    says: { nb: 'forsegler døgnets bevis: fører dem i treet og signerer det', en: 'seals the day’s evidence: enters it in the tree and signs the head' },
    run: ({ house, now }) => seal(house.owner, now(), evidenceKey(house.dataDir)),
  },
  {
    name: 'prove',
    says: { nb: 'ser etter om hver setning i personvernerklæringen er sann', en: 'looks whether every sentence of the privacy statement is true' },
    schedule: everyNight,
    run: ({ house, now }) => nightly({ db: house.owner, inventory, key: evidenceKey(house.dataDir), visit: ownPages }, now()),
  },
]

/** Our own pages, as a stranger without cookies gets them. */
function ownPages(path: string, request?: RequestInit): Promise<Response> {
  return fetch(`http://localhost:${process.env.PORT || 3000}${path}`, { redirect: 'manual', ...request })
}

/** Runs the table until stopped. `smtpUrl` undefined: letters stay in the local outbox. */
export function startJobs(
  house: House, now: () => Date, smtpUrl: string | undefined, failed: (task: string, error: unknown) => void,
): Jobs {
  const db = openJobs(house.appUrl)
  const jobs = runJobs(house.appUrl, tasks, { house, now, post: { db, smtpUrl, from: () => sender(house) } }, failed)
  return {
    stop: async () => {
      await jobs.stop()
      await db.destroy()
    },
  }
}

async function sender(house: House): Promise<{ name: string; address: string }> {
  const { legalName, email } = await controller(house.for('administer'))
  return { name: legalName, address: email }
}
