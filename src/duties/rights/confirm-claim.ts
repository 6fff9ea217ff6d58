import { witness } from '#evidence'
import { actingInAll, type For } from '#purposes'
import { refused } from '#refusal'
import { claimLinkHash } from './claim-link.ts'
import type { LinkedClaim } from './claim-by-link.ts'
import type { Erased } from './erase-person.ts'
import { nothingHeld, type NothingHeld } from './nothing-held.ts'
import { eraseUnlessKept } from './kept-for-claim.ts'
import type { Hands, Office } from './office.ts'
import { restrict } from './restrict.ts'
import { closeCase, noteEvent } from './rights-case.ts'
import { samePerson } from './same-person.ts'

/** What came of it, at once: what is straightforward answers itself, the rest waits for a person with the identity settled. */
export type Confirmed =
  | { readonly answer: 'ready to download' }
  | { readonly answer: 'erased'; readonly erased: Erased }
  | { readonly answer: 'nothing held'; readonly found: NothingHeld }
  | { readonly answer: 'a person will answer' }

/** Whoever pressed the button reads the mailbox the link went to. That is proof enough, and more is not asked (art. 12(6)). */
export async function confirmClaim(db: Hands, now: Date, claim: LinkedClaim, token: string, office: Office): Promise<Confirmed> {
  const { identity, personId, accountId, address } = claim
  if (identity === 'unknown' && address !== undefined) return nothing(db, now, claim, token, address, office)
  if (!claim.shows || personId === null) {
    await db.rights.transaction().execute((tx) => noteConfirmed(tx, now, claim, token, identity))
    return { answer: 'a person will answer' }
  }
  const subject = { accountId, personId }
  if (claim.kind === 'erasure') {
    await db.rights.transaction().execute((tx) => noteConfirmed(tx, now, claim, token, 'link'))
    const alsoRecordedAs = await samePerson(db.legal, subject)
    const { inventory, folder, ledger } = office
    const order = { inventory, channel: 'email' as const, alsoRecordedAs, ledger, ...(folder !== undefined && { folder }) }
    const erased = await eraseUnlessKept(db.rights, now, subject, { ...order, claim: { id: claim.id, dueOn: claim.dueOn } })
    return refused(erased) ? { answer: 'a person will answer' } : { answer: 'erased', erased }
  }
  const others = await samePerson(db.legal, subject)
  return actingInAll(db.rights, [subject, ...others], async (tx, [, ...also]) => {
    await noteConfirmed(tx, now, claim, token, 'link')
    if (claim.kind === 'restriction')
      await restrict(
        tx,
        now,
        subject,
        { ground: 'needed_by_subject_for_claim', scope: {}, caseId: claim.id, ledger: office.ledger },
        also,
      )
    if (claim.kind !== 'access' && claim.kind !== 'portability') return { answer: 'a person will answer' as const }
    if (!claim.closedAt) await closeCase(tx, now, accountId, claim.id, { answer: 'ready to download' })
    return { answer: 'ready to download' as const }
  })
}

async function noteConfirmed(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, id, confirmed }: LinkedClaim,
  token: string,
  identity: string,
): Promise<void> {
  if (confirmed) return
  await tx
    .updateTable('core.rights_link')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .where('token_hash', '=', claimLinkHash(token))
    .execute()
  await tx.updateTable('core.rights_case').set({ identity }).where('account_id', '=', accountId).where('id', '=', id).execute()
  await noteEvent(tx, now, { accountId, id }, { what: 'link confirmed', by: 'person' })
  await witness(tx, now, { kind: 'identity shown', body: { case: id, by: 'link to the registered address' } })
}

async function nothing(
  db: Hands,
  now: Date,
  claim: LinkedClaim,
  token: string,
  address: string,
  office: Office,
): Promise<Confirmed> {
  return db.rights.transaction().execute(async (tx) => {
    await noteConfirmed(tx, now, claim, token, 'unknown')
    const found = await nothingHeld(tx, claim, address, office)
    if (found.elsewhere > 0) return { answer: 'a person will answer' }
    if (!claim.closedAt)
      await closeCase(tx, now, claim.accountId, claim.id, {
        answer: 'nothing held',
        tables: found.tables,
        columns: found.columns,
      })
    return { answer: 'nothing held', found }
  })
}
