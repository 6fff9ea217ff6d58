import { sql } from 'kysely'
import { moveToArchive, type Moved } from '#archive'
import { witness } from '#evidence'
import type { Declared } from '#personal-data'
import { asPerson, type For, type Subject } from '#purposes'
import { notStopped, rowEnding } from '#retention'
import { nothingOpen } from './nothing-open.ts'

type Closers = { readonly legal: For<'legal_obligation'>; readonly rights: For<'rights_handling'> }

/**
 * Thirty days after the end: contact details, sign-in and stops are deleted, dialogue moves to the locked archive. One
 * person, one transaction; killed anywhere, it goes on with the next the next time. Answers how many are gone.
 */
export async function closeOffDue({ legal, rights }: Closers, inventory: readonly Declared[], now: Date): Promise<number> {
  let closed = 0
  for (;;) {
    const due = await duePeople(legal, inventory, now)
    for (const subject of due) await closeOff(rights, now, subject, inventory)
    closed += due.length
    if (due.length < most) break
  }
  await endSoleProprietors(legal, now)
  return closed
}

/** The firm of a sole proprietor is its owner (R-02e): with the last person there it has ended, when they did. */
async function endSoleProprietors(legal: For<'legal_obligation'>, now: Date): Promise<void> {
  await legal.transaction().execute(async (tx) => {
    const { rows } = await sql<{ account_id: string }>`
      update core.account t set ended_at = (select max(e.ended_at) from relationship_end e where e.account_id = t.account_id and e.reopened_at is null)
      where t.organisation_form = 'ENK' and t.ended_at is null and not exists (select 1 from person p where p.account_id = t.account_id)
        and exists (select 1 from relationship_end e where e.account_id = t.account_id and e.reopened_at is null)
      returning t.account_id`.execute(tx)
    for (const { account_id: account } of rows) await witness(tx, now, { kind: 'sole proprietor ended', body: { account } })
  })
}

const most = 200

async function duePeople(legal: For<'legal_obligation'>, inventory: readonly Declared[], now: Date): Promise<Subject[]> {
  const person = inventory.find(({ table }) => table === 'core.person')!
  const { rows } = await sql<Subject>`
    select t.account_id as "accountId", t.id as "personId" from person t
    where ${sql.raw(rowEnding(person)!.at)} <= ${now} ${sql.raw(notStopped(person, inventory, now))}
      and ${sql.raw(nothingOpen('t.account_id', 't.id'))} order by 1, 2 limit ${most}`.execute(legal)
  return rows
}

function closeOff(db: For<'rights_handling'>, now: Date, subject: Subject, inventory: readonly Declared[]): Promise<Moved> {
  const { accountId, personId } = subject
  return asPerson(db, subject, async (tx) => {
    const moved = await moveToArchive(tx, now, inventory)
    // The order is the company's, and so is the quote it rests on.
    for (const table of ['core.quote', 'core.sales_order'] as const)
      await tx
        .updateTable(table)
        .set({ person_id: null })
        .where('account_id', '=', accountId)
        .where('person_id', '=', personId)
        .execute()
    await sql`delete from auth."user" where id in (select user_id from portal_login)`.execute(tx)
    for (const table of ['core.portal_login', 'core.objection', 'core.restriction'] as const)
      await tx.deleteFrom(table).where('account_id', '=', accountId).where('person_id', '=', personId).execute()
    await tx.deleteFrom('core.person').where('account_id', '=', accountId).where('id', '=', personId).execute()
    await witness(tx, now, { kind: 'relationship closed off', subject: personId, body: { moved: { ...moved } } })
    return moved
  })
}
