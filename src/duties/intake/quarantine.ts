import { screenFreeText, type Unlawful } from '#http'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { noteEvent, type CaseKey } from '#rights'

export type Held = { readonly body: string; readonly reason: Unlawful }

/** What may stand in the case now, and what must wait for a person because it holds what must not be kept (promise 2.1-e). */
export function screened(all: string, text: string): { readonly safe: string; readonly held?: Held } {
  const found = screenFreeText(all)
  if (!refused(found)) return { safe: text }
  return { safe: 'Holdt tilbake: teksten må gås gjennom først.', held: { body: text, reason: found.refused } }
}

/** The texts of the case that wait to be gone through. */
export function quarantined(db: For<'legal_obligation'>, { accountId, id }: CaseKey) {
  return db
    .selectFrom('mail_quarantine')
    .select(['id', 'message_id', 'body', 'reason', 'at'])
    .where('account_id', '=', accountId)
    .where('case_id', '=', id)
    .orderBy('at')
    .execute()
}

/** A person has struck out what must not be kept: what is left is the message, and what was held is gone. */
export async function redactMessage(
  db: For<'legal_obligation'>,
  now: Date,
  { accountId, id }: CaseKey,
  { quarantineId, text, role }: { readonly quarantineId: string; readonly text: string; readonly role: string },
): Promise<{ readonly redacted: true } | Refusal<Unlawful | 'text is empty' | 'nothing held'>> {
  if (text.trim() === '') return refuse('text is empty', 'redacted')
  const still = screenFreeText(text)
  if (refused(still)) return refuse(still.refused, 'redacted')
  return db.transaction().execute(async (tx) => {
    const held = await tx
      .deleteFrom('core.mail_quarantine')
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .where('id', '=', quarantineId)
      .returning('message_id')
      .executeTakeFirst()
    if (!held) return refuse('nothing held', 'redacted')
    await tx
      .updateTable('core.rights_message')
      .set({ body: text.trim() })
      .where('account_id', '=', accountId)
      .where('id', '=', held.message_id)
      .execute()
    await noteEvent(tx, now, { accountId, id }, { what: 'redacted', by: role })
    return { redacted: true }
  })
}
