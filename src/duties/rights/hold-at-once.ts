import { suppress } from '#consent'
import { fixPerson, type For, type Subject } from '#purposes'
import type { Found } from './claimant-at.ts'
import { recordObjection } from './object-to-marketing.ts'
import type { Office } from './office.ts'
import { restrict } from './restrict.ts'
import { closeCase, type CaseKey, type Kind } from './rights-case.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export type Stopping = { readonly kind: Kind; readonly channel: string; readonly address: string | undefined }

/** What needs no proof of who asks, because it only stops something (sections 5.1 and 5.2). */
export async function holdAtOnce(
  tx: For<'rights_handling'>,
  now: Date,
  claim: Stopping,
  key: CaseKey,
  { subject, everybody }: Pick<Found, 'subject' | 'everybody'>,
  stopping: Pick<Office, 'suppressionKey' | 'ledger'>,
): Promise<void> {
  if (claim.kind === 'withdrawal') return withdrawAll(tx, now, claim, key, everybody, stopping)
  if (!subject) return
  if (claim.kind === 'rectification')
    await restrict(tx, now, subject, { ground: 'accuracy_contested', scope: {}, caseId: key.id, ledger: stopping.ledger })
  if (claim.kind !== 'objection') return
  await recordObjection(tx, now, subject, 'particular_situation', claim.channel)
  await restrict(tx, now, subject, { ground: 'objection_pending', scope: {}, caseId: key.id, ledger: stopping.ledger })
}

/** Everybody at the address, and the address itself, also when we know nobody there: no is no (sections 5.2 and 5.3). */
async function withdrawAll(
  tx: For<'rights_handling'>,
  now: Date,
  { address, channel }: Stopping,
  { accountId, id }: CaseKey,
  everybody: readonly Subject[],
  { suppressionKey, ledger }: Pick<Office, 'suppressionKey' | 'ledger'>,
): Promise<void> {
  let [consents, dropped] = [0, 0]
  for (const person of everybody) {
    await fixPerson(tx, person)
    const done = await withdrawConsent(tx, now, person, { channel, suppressionKey, ledger })
    await recordObjection(tx, now, person, 'marketing', channel)
    await ledger.enter(tx, now, { what: 'objection', ...person, scope: 'marketing', channel })
    consents += done.consents
    dropped += done.dropped
  }
  if (address) await suppress(tx, now, suppressionKey, { address, channel }, ledger)
  await closeCase(tx, now, accountId, id, { stopped: 'marketing', consents, dropped })
}
