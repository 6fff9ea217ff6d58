import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'
import { type Asked, whyNot } from './may-receive.ts'
import { standingOf } from './send.ts'

/** What became of it; `unanswered` are some of those sent. */
export type Outcome = 'sent' | 'unanswered' | 'refused' | 'dropped'

/**
 * For what is about nobody and comes often: if the register, asked now, lets the recipient have it, all are written down as a sum of the
 * day and then delivered. The sum is on disk before anything leaves, so that a program killed in between has said too much, never too little.
 */
export async function sendCounted<Message>(
  db: QueryExecutorProvider,
  now: Date,
  recipient: string,
  asked: Asked,
  messages: readonly Message[],
  deliver: (message: Message) => Promise<void>,
): Promise<{ readonly refused?: string }> {
  const standing = await standingOf(db, now, recipient)
  const why = whyNot(standing, asked)
  if (standing === undefined || why !== undefined) {
    await countTransfers(db, now, recipient, asked, 'refused', messages.length)
    return { refused: `${recipient} ${why}` }
  }
  await countTransfers(db, now, recipient, asked, 'sent', messages.length, standing.ground)
  const ended = await Promise.allSettled(messages.map(deliver))
  const unanswered = ended.filter(({ status }) => status === 'rejected').length
  await countTransfers(db, now, recipient, asked, 'unanswered', unanswered, standing.ground)
  return {}
}

/** Adds to the day's sum of that outcome. */
export async function countTransfers(
  db: QueryExecutorProvider,
  now: Date,
  recipient: string,
  { purpose, fields }: Asked,
  outcome: Outcome,
  n: number,
  ground = 'none',
): Promise<void> {
  if (n === 0) return
  await sql`insert into core.counted_transfer as today (day, recipient, purpose, outcome, ground, fields, n)
    values (${dayOf(now)}, ${recipient}, ${purpose}, ${outcome}, ${ground}, ${[...fields]}, ${n})
    on conflict (day, recipient, purpose, outcome, ground) do update set n = today.n + excluded.n`.execute(db)
}
