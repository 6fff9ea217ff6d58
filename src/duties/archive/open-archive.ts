import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { viewName, type Declared } from '#personal-data'
import { columnsFor, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'

export type Opening = {
  readonly subject: Subject
  readonly caseNumber: string
  readonly reason: string
  readonly staff: { readonly userId: string; readonly role: string }
}
export type Opened = { readonly id: string }

/** Whom the archive knows by that address or number; ids only. */
export async function findInArchive(db: For<'legal_obligation'>, sought: string): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select account_id as "accountId", person_id as "personId" from house.find_in_archive(${sought})`.execute(db)
  return rows
}

/** Where the archive has somebody who is a customer now, from an earlier relationship; finding it opens nothing. */
export async function sameInArchive(db: For<'legal_obligation'>, { accountId, personId }: Subject): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select account_id as "accountId", person_id as "personId" from house.same_in_archive(${accountId}, ${personId})`.execute(db)
  return rows
}

/** Opens one person's part of the archive, for a case and a reason; the person sees that it was done. */
export async function openArchive(
  db: For<'legal_obligation'>,
  now: Date,
  { subject, caseNumber, reason, staff }: Opening,
): Promise<Opened | Refusal<'no case number' | 'no reason'>> {
  if (caseNumber.trim() === '' || caseNumber.length > 100) return refuse('no case number', 'caseNumber')
  if (reason.trim().length < 10 || reason.length > 500) return refuse('no reason', 'reason')

  return db.transaction().execute(async (tx) => {
    const id = newId(now)
    await tx
      .insertInto('core.archive_opening')
      .values({
        account_id: subject.accountId,
        id,
        person_id: subject.personId,
        case_number: caseNumber.trim(),
        reason: reason.trim(),
        opened_by: staff.userId,
        opened_role: staff.role,
        at: now,
      })
      .execute()
    await witness(tx, now, { kind: 'archive opened', subject: subject.personId, body: { opening: id, role: staff.role } })
    return { id }
  })
}

export type Locked = { readonly table: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }

/**
 * What lies there of the person whom the opening is about. The database shows this purpose nothing but under an opening: it
 * is named in the transaction, and without one every view of the archive is empty.
 */
export function readOpening(db: For<'claims_archive'>, inventory: readonly Declared[], opening: string): Promise<Locked[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('ordholden.opening', ${opening}, true)`.execute(tx)
    const found: Locked[] = []
    for (const table of inventory.filter((each) => each.table.startsWith('archive.'))) {
      const columns = columnsFor(table, 'claims_archive').map((name) => `t."${name}"`)
      const { rows } = await sql
        .raw<Record<string, unknown>>(`select ${columns.join(', ')} from ${viewName(table.table)} t`)
        .execute(tx)
      if (rows.length > 0) found.push({ table: table.table, rows })
    }
    return found
  })
}
