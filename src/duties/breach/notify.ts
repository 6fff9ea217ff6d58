import { sql } from 'kysely'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { affected } from './affected.ts'
import { dueAt } from './breach-words.ts'
import { notification, type Notifier } from './notification.ts'
import { breachAt } from './register.ts'

export type Sent = {
  readonly breachId: string
  /** False: more will follow, and this notice says so (art. 33(4)). */
  readonly complete: boolean
  /** The authority's own number for it. */
  readonly reference: string
  readonly lateBecause: string
}

/**
 * Notes that the notice was sent to the authority, with what stood in it. A first notice after the 72 hours must say why
 * (art. 33(1)).
 */
export function notify(
  db: For<'legal_obligation'>,
  now: Date,
  { breachId, complete, reference, lateBecause }: Sent,
  by: Notifier,
): Promise<{ readonly stage: number } | Refusal<'no such breach' | 'closed' | 'say why it is late' | 'risk is not assessed'>> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${breachId}))`.execute(tx)
    const breach = await breachAt(tx, breachId)
    if (!breach) return refuse('no such breach')
    if (breach.closedAt) return refuse('closed')
    if (complete && !breach.risk) return refuse('risk is not assessed', 'complete')
    const late = breach.notices.length === 0 && now > dueAt(breach.awareAt)
    if (late && !lateBecause.trim()) return refuse('say why it is late', 'lateBecause')
    const stage = breach.notices.length + 1
    const content = notification(breach, await affected(tx, breachId), by, now)
    await tx
      .insertInto('core.breach_notice')
      .values({
        breach_id: breachId,
        stage,
        content: JSON.stringify({ ...content, lateBecause: late ? lateBecause.trim() : null }),
        complete,
        late_because: late ? lateBecause.trim() : null,
        reference: reference.trim() || null,
        sent_at: now,
      })
      .execute()
    await witness(tx, now, { kind: 'breach notified', body: { number: breach.number, stage, complete } })
    return { stage }
  })
}
