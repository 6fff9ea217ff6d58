import { tellRecipients } from '#disclosure'
import { instructSuppliers, type Instructed } from '#processors'
import type { For, Subject } from '#purposes'

type What = 'erasure' | 'rectification' | 'restriction' | 'restriction_lifted'

/** Everybody outside who got something about the person: suppliers by instruction, recipients of a disclosure by letter (art. 19). */
export async function tellAll(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  kind: What,
  field?: string,
): Promise<Instructed[]> {
  const suppliers = await instructSuppliers(tx, now, subject, { kind, ...(field !== undefined && { field }) })
  return [...suppliers, ...(await tellRecipients(tx, now, subject, kind))]
}
