import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'

export const findings = ['only what is necessary', 'something was removed'] as const
export type Finding = (typeof findings)[number]

/** What waits to be looked through, the oldest first, and what was found lately. */
export function sampleList(db: For<'case_documentation'>) {
  return db
    .selectFrom('case_review')
    .select([
      'account_id',
      'id',
      'inquiry_id',
      'number',
      'month',
      'handled_by',
      'drawn_at',
      'checked_by',
      'checked_at',
      'finding',
    ])
    .orderBy('checked_at', (by) => by.asc().nullsFirst())
    .orderBy('drawn_at')
    .limit(100)
    .execute()
}

type Checked = { readonly accountId: string; readonly id: string; readonly finding: Finding; readonly staffUserId: string }

/** Somebody else than the handler looked, and says what they found; once. */
export function checkSample(
  db: For<'case_documentation'>,
  now: Date,
  { accountId, id, finding, staffUserId }: Checked,
): Promise<{ readonly checked: true } | Refusal<'you handled it' | 'not to be checked'>> {
  return db.transaction().execute(async (tx) => {
    const drawn = await tx
      .selectFrom('case_review')
      .select(['number', 'handled_by', 'checked_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!drawn || drawn.checked_at !== null) return refuse('not to be checked')
    if (drawn.handled_by === staffUserId) return refuse('you handled it')
    await tx
      .updateTable('core.case_review')
      .set({ checked_by: staffUserId, checked_at: now, finding })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute()
    await witness(tx, now, { kind: 'sample checked', body: { number: drawn.number, finding } })
    return { checked: true }
  })
}
