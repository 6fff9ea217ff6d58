import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { affected } from './affected.ts'
import type { Breach } from './register.ts'
import { breachAt } from './register.ts'

export type Missing = 'assessment' | 'notice' | 'letters' | 'measures'

/** What must be done, or decided with a reason, before a breach may be closed (art. 33, 34). */
export function missing(
  breach: Breach,
  found: { readonly persons: number; readonly told: number; readonly withoutAddress: number },
): Missing[] {
  const notified = breach.notices.some(({ complete }) => complete)
  const decided = breach.risk === 'unlikely' && breach.notNotifiedBecause !== null
  const everybodyTold = found.persons > 0 && found.told >= found.persons - found.withoutAddress
  const told = breach.risk !== 'high' || breach.notToldBecause !== null || everybodyTold
  return [
    ...(breach.risk === null ? (['assessment'] as const) : []),
    ...(breach.measures === null ? (['measures'] as const) : []),
    ...(notified || decided ? [] : (['notice'] as const)),
    ...(told ? [] : (['letters'] as const)),
  ]
}

export function closeBreach(
  db: For<'legal_obligation'>,
  now: Date,
  id: string,
): Promise<{ readonly number: string } | Refusal<'no such breach' | 'something is missing'>> {
  return db.transaction().execute(async (tx) => {
    const breach = await breachAt(tx, id)
    if (!breach || breach.closedAt) return refuse('no such breach')
    if (missing(breach, await affected(tx, id)).length > 0) return refuse('something is missing')
    await tx.updateTable('core.breach').set({ closed_at: now }).where('id', '=', id).where('closed_at', 'is', null).execute()
    await witness(tx, now, { kind: 'breach closed', body: { number: breach.number } })
    return { number: breach.number }
  })
}
