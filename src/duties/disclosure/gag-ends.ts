import { dayOf } from '#clock'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { type CaseKey, type NotAllowed, within } from './disclosure-case.ts'

/** Cases whose day of silence has passed, and nobody has told the person yet. */
export function toBeTold(db: For<'legal_obligation'>, now: Date) {
  return db
    .selectFrom('disclosure_case')
    .select(['account_id', 'id', 'withheld_until'])
    .where('withheld_until', '<=', dayOf(now))
    .where('informed_at', 'is', null)
    .where('executed_at', 'is not', null)
    .orderBy('withheld_until')
    .execute()
}

/** The person has been told, by letter or telephone, or sees it on my page from today. */
export function noteInformed(
  db: For<'legal_obligation'>,
  now: Date,
  key: CaseKey,
): Promise<undefined | NotAllowed | Refusal<'the order says silence'>> {
  return within(db, key, 'inform', async (tx, found) => {
    if (found.withheld_until !== null && found.withheld_until > dayOf(now)) return refuse('the order says silence')
    await tx
      .updateTable('core.disclosure_case')
      .set({ informed_at: now })
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    return undefined
  })
}

export function closeDisclosure(db: For<'legal_obligation'>, now: Date, key: CaseKey): Promise<undefined | NotAllowed> {
  return within(db, key, 'close', async (tx) => {
    await tx
      .updateTable('core.disclosure_case')
      .set({ closed_at: now })
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    return undefined
  })
}
