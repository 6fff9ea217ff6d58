import { sql } from 'kysely'
import { instructSuppliers } from '#processors'
import { asPerson, type For, type Subject } from '#purposes'
import { nothingOpen } from './nothing-open.ts'

type Tellers = { readonly legal: For<'legal_obligation'>; readonly rights: For<'rights_handling'> }

const most = 200

/**
 * Asks every supplier that holds something about a person whose relationship has ended to delete it (promise 2.6-g), once,
 * while we still know by what they know the person. While something is open between us, or the person asked us to keep it,
 * it waits as our own deletion does. One person, one transaction. Answers of how many it told.
 */
export async function tellSuppliersOfEnds({ legal, rights }: Tellers, now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const due = await notTold(legal)
    for (const subject of due) await tell(rights, now, subject)
    told += due.length
    if (due.length < most) return told
  }
}

async function notTold(legal: For<'legal_obligation'>): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select distinct e.account_id as "accountId", e.person_id as "personId" from relationship_end e
    join person p on p.account_id = e.account_id and p.id = e.person_id
    where e.reopened_at is null and e.suppliers_told_at is null and ${sql.raw(nothingOpen('e.account_id', 'e.person_id'))}
      and not exists (select 1 from restriction r where r.account_id = e.account_id and r.person_id = e.person_id and r.lifted_at is null)
    order by 1, 2 limit ${most}`.execute(legal)
  return rows
}

function tell(rights: For<'rights_handling'>, now: Date, subject: Subject): Promise<void> {
  return asPerson(rights, subject, async (tx) => {
    // Whoever of two at once comes second, and whoever has come back meanwhile, finds nothing to tell of.
    const told = await tx
      .updateTable('core.relationship_end')
      .set({ suppliers_told_at: now })
      .where('account_id', '=', subject.accountId)
      .where('person_id', '=', subject.personId)
      .where('reopened_at', 'is', null)
      .where('suppliers_told_at', 'is', null)
      .executeTakeFirst()
    if (told.numUpdatedRows > 0n) await instructSuppliers(tx, now, subject, { kind: 'relationship_end' })
  })
}
