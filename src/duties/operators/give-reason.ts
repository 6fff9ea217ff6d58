import type { For } from '#purposes'
import { witness } from '#evidence'
import { refuse, type Refusal } from '#refusal'

type Reason = { readonly id: string; readonly reason: string; readonly staffUserId: string }

/** Says why somebody was in, once: what was said stands. */
export async function giveReason(
  db: For<'legal_obligation'>,
  now: Date,
  { id, reason, staffUserId }: Reason,
): Promise<{ readonly id: string } | Refusal<'no reason' | 'not found'>> {
  if (reason.trim() === '') return refuse('no reason', 'reason')
  return db.transaction().execute(async (tx) => {
    const given = await tx
      .updateTable('core.operator_visit')
      .set({ reason: reason.trim(), reason_at: now, reason_by: staffUserId })
      .where('id', '=', id)
      .where('reason_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!given) return refuse('not found')
    await witness(tx, now, { kind: 'operator visit explained', body: { visit: id } })
    return given
  })
}
