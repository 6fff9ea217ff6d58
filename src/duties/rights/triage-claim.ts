import { sql } from 'kysely'
import { witness } from '#evidence'
import { alsoAsPerson, fixPerson, stillHere, type For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { claimantAt } from './claimant-at.ts'
import type { Handler } from './claim-acts.ts'
import { holdAtOnce } from './hold-at-once.ts'
import type { Hands, Office } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { rightsTables } from './personal-data.ts'
import { closeCase, noteEvent, type CaseKey, type Kind } from './rights-case.ts'
import { samePerson } from './same-person.ts'

/** A person of ours has read it and says what it is. What a claim of that kind stops, it stops now; the clock is the same. */
export async function triageClaim(db: Hands, now: Date, found: OneClaim, kind: Kind, by: Handler, office: Office): Promise<void> {
  const { account_id: accountId, person_id: personId, id, channel } = found.claim
  const claimant = personId === null ? undefined : { accountId, personId }
  const key = { accountId, id }
  const known = claimant ? [claimant, ...(await samePerson(db.legal, claimant))] : []
  return db.rights.transaction().execute(async (tx) => {
    const everybody = await stillHere(tx, known)
    const subject = everybody.find(({ personId: each }) => each === personId)
    if (subject) await fixPerson(tx, subject)
    await tx
      .updateTable('core.rights_case')
      .set({ kind, triaged_at: now })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute()
    await noteEvent(tx, now, key, { what: 'read by a person', by: by.role, facts: { kind } })
    const address = found.messages.find(({ direction }) => direction === 'in')?.address ?? undefined
    await holdAtOnce(tx, now, { kind, channel, address }, key, { subject, everybody }, office)
  })
}

/** It was no claim at all: an ordinary question that was filed as one, or unwanted mail. Said in the outcome, and closed. */
export function notAClaim(
  db: For<'rights_handling'>,
  now: Date,
  { claim }: OneClaim,
  why: 'unwanted mail' | 'an ordinary inquiry',
  by: Handler,
): Promise<void> {
  const { account_id: accountId, id } = claim
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('core.rights_case')
      .set({ triaged_at: now, identity: 'not_needed' })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute()
    await closeCase(tx, now, accountId, id, { answer: 'not a claim', why, by: by.role })
    await witness(tx, now, { kind: 'claim answered', body: { case: id, why } })
  })
}

/**
 * The claim is about the person registered with that address: it moves to their relationship. Who asks is still to be shown,
 * by a link to the registered address or by calling back.
 */
export async function linkClaimant(
  db: Hands,
  now: Date,
  found: OneClaim,
  address: string,
  by: Handler,
  office: Pick<Office, 'suppressionKey' | 'ledger'>,
): Promise<CaseKey | Refusal<'nobody there' | 'several share it' | 'already answered'>> {
  if (found.claim.closed_at !== null) return refuse('already answered', 'address')
  const { subject, everybody, identity, inArchive } = await claimantAt(db.legal, address)
  if (!subject) return refuse(identity === 'shared_mailbox' ? 'several share it' : 'nobody there', 'address')
  const from = { accountId: found.claim.account_id, id: found.claim.id }
  const to = { accountId: subject.accountId, id: found.claim.id }
  return db.legal.transaction().execute(async (tx) => {
    const here = await alsoAsPerson(tx, subject, (theirs) => stillHere(theirs, everybody))
    if (!here.includes(subject)) return refuse('nobody there', 'address')
    if (from.accountId !== to.accountId) await move(tx, from, to.accountId)
    await tx
      .updateTable('core.rights_case')
      .set({ person_id: subject.personId, identity })
      .where('account_id', '=', to.accountId)
      .where('id', '=', to.id)
      .execute()
    const what = inArchive ? 'found in the archive' : 'person found'
    await noteEvent(tx, now, to, { what, by: by.role })
    await witness(tx, now, { kind: what, subject: subject.personId, body: { case: to.id } })
    // What the claim stops it stops from here on, as it would have, had it come from that address.
    const { kind, channel } = found.claim
    const stopped = { kind, channel, address: undefined }
    await alsoAsPerson(tx, subject, (theirs) => holdAtOnce(theirs, now, stopped, to, { subject, everybody: here }, office))
    return to
  })
}

/** Everything in the case, by the declarations: the relationship comes first in every key, so rows are written anew there. */
async function move(tx: For<'legal_obligation'>, { accountId, id }: CaseKey, to: string): Promise<void> {
  const inCase = rightsTables.filter(({ table, through }) => table === 'core.rights_case' || through !== undefined)
  for (const { table, columns } of inCase) {
    const names = Object.keys(columns).filter((name) => name !== 'account_id')
    const list = sql.join(names.map((name) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (account_id, ${list}) select ${to}, ${list} from ${sql.table(table.slice('core.'.length))}
      where account_id = ${accountId} and ${sql.ref(table === 'core.rights_case' ? 'id' : 'case_id')} = ${id}`.execute(tx)
  }
  await tx.deleteFrom('core.rights_case').where('account_id', '=', accountId).where('id', '=', id).execute()
}
