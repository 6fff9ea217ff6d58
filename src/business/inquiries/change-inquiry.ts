import { type Insisted, screenFields, type Unlawful } from '#customers'
import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { may, type Act, type Outcome } from './inquiry.ts'
import { lockedInquiry, type InquiryKey } from './locked-inquiry.ts'

type Tx = For<'case_documentation'>
export type NotChanged = Refusal<'no such inquiry' | 'not in this state'>

/** The case is over, and how it ended; from here the retention rules count. */
export function closeInquiry(db: Tx, now: Date, { outcome, ...key }: InquiryKey & { readonly outcome: Outcome }) {
  return changeInquiry(db, now, 'close', key, { closed_at: now, outcome })
}

export function reopenInquiry(db: Tx, now: Date, key: InquiryKey) {
  return changeInquiry(db, now, 'reopen', key, { closed_at: null, outcome: null })
}

/** Somebody of us takes it, or nobody does. */
export function assignInquiry(db: Tx, now: Date, { ownerUserId, ...key }: InquiryKey & { readonly ownerUserId: string | null }) {
  return changeInquiry(db, now, 'assign', key, { owner_user_id: ownerUserId })
}

type Changed = { readonly closed_at?: Date | null; readonly outcome?: Outcome | null; readonly owner_user_id?: string | null }

function changeInquiry(
  db: Tx,
  now: Date,
  act: Act,
  { accountId, id }: InquiryKey,
  changed: Changed,
): Promise<{ readonly changed: true } | NotChanged> {
  return db.transaction().execute(async (tx) => {
    const inquiry = await lockedInquiry(tx, { accountId, id })
    if (!inquiry) return refuse('no such inquiry')
    if (!may(act, inquiry)) return refuse('not in this state')
    await tx.updateTable('core.inquiry').set(changed).where('account_id', '=', accountId).where('id', '=', id).execute()
    await witness(tx, now, {
      kind: `inquiry ${done[act]}`,
      ...(inquiry.person_id && { subject: inquiry.person_id }),
      body: { number: inquiry.number },
    })
    return { changed: true }
  })
}

const done: Record<Act, string> = {
  answer: 'answered',
  quote: 'quoted',
  assign: 'assigned',
  note: 'noted',
  close: 'closed',
  reopen: 'reopened',
}

/** A working note: for us alone, seen by the person in the access package, gone six months after the case is closed. */
export async function noteOnInquiry(
  db: Tx,
  now: Date,
  {
    accountId,
    id,
    text,
    staffUserId,
    insisted,
  }: InquiryKey & { readonly text: string; readonly staffUserId: string; readonly insisted?: Insisted | undefined },
): Promise<{ readonly noted: true } | Refusal<'note is empty' | 'no such inquiry' | Unlawful>> {
  if (text.trim() === '') return refuse('note is empty', 'note')
  const unlawful = await screenFields(db, now, 'note', { note: text }, insisted)
  if (unlawful) return unlawful
  return db.transaction().execute(async (tx) => {
    if (!(await lockedInquiry(tx, { accountId, id }))) return refuse('no such inquiry')
    const message = {
      account_id: accountId,
      id: newId(now),
      inquiry_id: id,
      direction: 'note',
      body: text.trim(),
      staff_user_id: staffUserId,
      at: now,
    }
    await tx.insertInto('core.inquiry_message').values(message).execute()
    return { noted: true }
  })
}
