import { createHash } from 'node:crypto'
import { dayOf } from '#clock'
import { newId } from '#database'
import { canonical, witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { actOn, type ClaimFacts, collectionFields, whyNotCollect } from './collection.ts'
import { type CaseKey, type DisclosureCase, type NotAllowed, within } from './disclosure-case.ts'
import { isHash, legalReference, missing } from './grounds.ts'
import { askForNotice } from './write-notice.ts'

type Db = For<'legal_obligation'>

export type Execution = {
  /** How it was handed over: an encrypted channel. */
  readonly method: string
  /** SHA-256 of what was handed over, in hex. */
  readonly handedHash: string
  readonly staffUserId: string
  /** Told the person, or why not. */
  readonly informed: boolean
  readonly notInformedBecause: string | null
  /** For ground 4, read anew from the invoice at this moment. */
  readonly claim?: ClaimFacts
}

/**
 * It has been handed over: everything is looked at once more, and the log gets its line in the same transaction. For whom the
 * person is, what they consented to and what they owe may have changed since it was approved.
 */
export function executeDisclosure(
  db: Db,
  now: Date,
  key: CaseKey,
  execution: Execution,
): Promise<
  | { readonly entry: string }
  | NotAllowed
  | Refusal<
      | 'something is not on file'
      | 'the consent is not valid'
      | 'more than the claim needs'
      | 'no hash of what is handed out'
      | 'say why the person is not told'
      | 'the order says silence'
    >
  | (Refusal<'the claim may not be collected'> & { readonly because: string })
> {
  return within(db, key, 'execute', async (tx, found) => {
    if (missing(found.ground, found.filed).length > 0) return refuse('something is not on file')
    const today = dayOf(now)
    if (found.ground === 'subject_consent' && !consentHolds(found, today)) return refuse('the consent is not valid')
    if (found.ground === 'debt_collection') {
      const because = execution.claim ? whyNotCollect(execution.claim, today) : 'Fakturaen finnes ikke.'
      if (because) return { ...refuse('the claim may not be collected'), because }
      if (found.fields.some((field) => !collectionFields.includes(field as never)))
        return refuse('more than the claim needs', 'fields')
    }
    if (!isHash(execution.handedHash)) return refuse('no hash of what is handed out', 'handedHash')
    if (execution.informed && found.withheld_until !== null && found.withheld_until > today)
      return refuse('the order says silence', 'informed')
    if (!execution.informed && !execution.notInformedBecause?.trim())
      return refuse('say why the person is not told', 'notInformedBecause')
    const entry = await logged(tx, now, found, 'executed', execution)
    await tx
      .updateTable('core.disclosure_case')
      .set({
        executed_at: now,
        informed_at: execution.informed ? now : null,
        not_informed_because: execution.informed ? null : execution.notInformedBecause,
      })
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    return { entry }
  })
}

/** No: logged like a yes (promise 6-a). */
export function refuseDisclosure(
  db: Db,
  now: Date,
  key: CaseKey,
  { because, staffUserId, informed }: { readonly because: string; readonly staffUserId: string; readonly informed: boolean },
): Promise<{ readonly entry: string } | NotAllowed> {
  return within(db, key, 'refuse', async (tx, found) => {
    const entry = await logged(tx, now, found, 'refused', {
      method: because,
      staffUserId,
      informed,
      notInformedBecause: informed ? null : because,
    })
    await tx
      .updateTable('core.disclosure_case')
      .set({ refused_at: now, refused_because: because, informed_at: informed ? now : null })
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    return { entry }
  })
}

/** The person takes the consent back: nothing more leaves, and whoever has got something is told (promise 6-d). */
export function withdrawDisclosureConsent(
  db: Db,
  now: Date,
  key: CaseKey,
  staffUserId: string,
): Promise<{ readonly told: boolean } | NotAllowed> {
  return within(db, key, 'withdraw', async (tx, found) => {
    if (found.ground !== 'subject_consent' || found.recalled_at) return refuse('not now')
    const told = found.executed_at !== null && found.recipient_mailbox !== null
    const values = {
      recalled_at: now,
      ...(found.executed_at === null && { refused_at: now, refused_because: 'samtykket er trukket' }),
    }
    await tx
      .updateTable('core.disclosure_case')
      .set(values)
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    await logged(tx, now, found, found.executed_at ? 'recalled' : 'refused', {
      method: told ? 'brev' : 'samtykket er trukket',
      staffUserId,
      informed: true,
      notInformedBecause: null,
    })
    if (told) await askForNotice(tx, now, { accountId: found.account_id, caseId: found.id, what: 'recall' })
    return { told }
  })
}

/** That very person's, given before, not expired and not taken back. */
function consentHolds({ person_id, filed, recalled_at }: DisclosureCase, today: string): boolean {
  const { consentGivenOn = '', consentExpiresOn = '' } = filed
  return person_id !== null && recalled_at === null && consentGivenOn <= today && consentExpiresOn >= today
}

/** One line, never changed; its hash stands in the evidence log, whose tree chains it (promise 6-h). */
async function logged(
  tx: Db,
  now: Date,
  found: DisclosureCase,
  outcome: 'executed' | 'refused' | 'recalled',
  {
    method,
    handedHash,
    staffUserId,
    informed,
    notInformedBecause,
  }: Omit<Execution, 'handedHash' | 'claim'> & { readonly handedHash?: string },
): Promise<string> {
  const id = newId(now)
  const line = {
    case_id: found.id,
    outcome,
    ground: found.ground,
    legal_reference: legalReference(found.ground, found.filed, actOn(dayOf(now)).name) || 'ingen',
    recipient_name: found.recipient_name,
    recipient_number: found.recipient_number,
    recipient_country: found.recipient_country,
    fields: outcome === 'refused' ? [] : found.fields,
    purpose: found.asked_for,
    necessity: found.necessity ?? '',
    method,
    handed_hash: handedHash ?? null,
    evidence_hash: isHash(found.filed.documentHash ?? '') ? found.filed.documentHash! : null,
    requested_by: found.requested_by,
    approved_by: found.approvals.map(({ staff_user_id }) => staff_user_id),
    executed_by: staffUserId,
    not_informed_because: informed ? null : notInformedBecause,
    withheld_until: found.withheld_until,
  }
  const contentHash = createHash('sha256')
    .update(canonical({ id, ...line }))
    .digest('hex')
  await tx
    .insertInto('core.disclosure')
    .values({ account_id: found.account_id, id, person_id: found.person_id, at: now, content_hash: contentHash, ...line })
    .execute()
  // A gag is on the person's own page too, so the evidence is nobody's.
  await witness(tx, now, { kind: `disclosure ${outcome}`, body: { case: found.id, entry: id, hash: contentHash } })
  return id
}
