import { sql } from 'kysely'
import { newId } from '#database'
import type { For } from '#purposes'
import { tell } from './tell-of-change.ts'

type Db = For<'legal_obligation'>

type Agreement = {
  readonly documentName: string
  readonly documentHash: string
  /** The letters of art. 28(3) that it covers. */
  readonly covers: readonly string[]
  readonly breachNoticeHours: number
  readonly signedOn: string
  readonly endsOn: string | null
}

/** Files a signed agreement; the newest that is in force counts. */
export function registerAgreement(db: Db, now: Date, id: string, agreement: Agreement): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { documentName, documentHash, covers, breachNoticeHours, signedOn, endsOn } = agreement
    await tx
      .insertInto('core.recipient_agreement')
      .values({
        recipient: id,
        id: newId(now),
        document_name: documentName,
        document_hash: documentHash,
        covers: [...covers],
        breach_notice_hours: breachNoticeHours,
        signed_on: signedOn,
        ends_on: endsOn,
      })
      .execute()
    await tell(tx, now, id, 'agreement registered', { hash: documentHash })
  })
}

/** The yearly look: security, sub-processors, incidents and place. The next is due a year later, counted by the database. */
export function reviewRecipient(
  db: Db,
  now: Date,
  id: string,
  review: { readonly reviewedOn: string; readonly found: string; readonly staffUserId: string },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`insert into core.recipient_review (recipient, id, reviewed_on, next_on, found, staff_user_id)
      values (${id}, ${newId(now)}, ${review.reviewedOn}::date, (${review.reviewedOn}::date + interval '1 year')::date, ${review.found}, ${review.staffUserId})`.execute(
      tx,
    )
    await tell(tx, now, id, 'reviewed')
  })
}

type Confirmation = {
  readonly confirms: string
  readonly documentName: string
  readonly confirmedOn: string
  /** The version of their rules for backups, where it is about those (table 5.5). */
  readonly backupPolicy?: string | undefined
  readonly staffUserId: string
}

/** What they have confirmed in writing about what happens on their own machines, where we cannot look (promise 5-k). */
export function registerConfirmation(db: Db, now: Date, id: string, confirmation: Confirmation): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { confirms, documentName, confirmedOn, backupPolicy, staffUserId } = confirmation
    await tx
      .insertInto('core.recipient_confirmation')
      .values({
        recipient: id,
        id: newId(now),
        confirms,
        document_name: documentName,
        confirmed_on: confirmedOn,
        backup_policy: backupPolicy || null,
        staff_user_id: staffUserId,
      })
      .execute()
    await tell(tx, now, id, 'confirmation registered')
  })
}
