import { suppress } from '#consent'
import { fixPerson, type For, type Subject } from '#purposes'
import type { Found } from './claimant-at.ts'
import { eachOf } from './each-of.ts'
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
  if (!subject || (claim.kind !== 'rectification' && claim.kind !== 'objection')) return
  const records = [subject, ...everybody.filter(({ personId }) => personId !== subject.personId)]
  if (claim.kind === 'objection')
    await eachOf({ tx, records }, (record) => recordObjection(tx, now, record, 'particular_situation', claim.channel))
  const ground = claim.kind === 'objection' ? 'objection_pending' : 'accuracy_contested'
  await restrict(tx, now, subject, { ground, scope: {}, caseId: key.id, ledger: stopping.ledger }, records.slice(1))
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
  for (const { accountId: account, personId } of everybody) {
    const person = { accountId: account, personId }
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
