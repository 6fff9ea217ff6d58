import { newId } from '#database'
import { witness } from '#evidence'
import type { Language } from '#languages'
import { mayWriteTo, sendLater } from '#mail'
import { fixPerson, stillHere, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { claimantAt, nobody, type Found } from './claimant-at.ts'
import { claimAddress, newClaimLink } from './claim-link.ts'
import { acknowledgement } from './claim-letters.ts'
import { fileMessage } from './file-message.ts'
import type { Hands, Office } from './office.ts'
import { proven } from './proven.ts'
import { noteEvent, openCase, type CaseKey, type Channel, type Kind, type OpenCase } from './rights-case.ts'
import { holdAtOnce } from './hold-at-once.ts'

export type Incoming = {
  readonly kind: Kind
  readonly channel: Channel
  /** Where it came from, and where the receipt goes; undefined for a call or a letter that gave none. */
  readonly address: string | undefined
  readonly text: string
  readonly language: Language
  readonly receivedAt: Date
  /** What must not stand in the case before a person has gone through it (promise 2.1-e). */
  readonly held?: { readonly body: string; readonly reason: string }
}

export type ReceivedClaim = OpenCase & { readonly identity: string; readonly receipt: string; readonly accountId: string }

/**
 * The one way in, whatever the channel (promises 9-c, 7-b): the case with its clock, what was written, the receipt, and what
 * holds from this moment, in one transaction. Nobody has to be known, signed in or shown on paper for that.
 */
export async function receiveClaim(
  db: Hands,
  now: Date,
  claim: Incoming,
  office: Office,
): Promise<ReceivedClaim | Refusal<'not received yet' | 'asked too often'>> {
  if (claim.receivedAt > now) return refuse('not received yet', 'receivedOn')
  const found = await claimantAt(db.legal, claim.address)
  return db.rights.transaction().execute(async (tx) => {
    if (claim.channel === 'web' && claim.address && !(await mayWriteTo(tx, now, claim.address, allowance(claim))))
      return refuse('asked too often', 'email')
    return fileClaim(tx, now, claim, found, office)
  })
}

// The form writes to an address that anybody may have typed; every other way in stays open. A no to advertising is heard even
// where somebody has filled the hour with other claims in that person's name.
function allowance({ kind }: Incoming) {
  return { kinds: ['claim received'], perHour: kind === 'withdrawal' ? 20 : 10 }
}

/** The same within somebody else's transaction: what files a message from the mailbox also notes that it did. */
export async function fileClaim(
  tx: For<'rights_handling'>,
  now: Date,
  claim: Incoming,
  was: Found,
  office: Office,
): Promise<ReceivedClaim> {
  const found = await foundStill(tx, was)
  const { subject } = found
  const claimant = subject ?? { accountId: newId(now), personId: null }
  const identity = claim.kind === 'withdrawal' ? ('not_needed' as const) : found.identity
  const opened = await openCase(tx, now, claimant, { ...claim, identity })
  const key = { accountId: claimant.accountId, id: opened.id }
  await fileMessage(tx, now, key, {
    direction: 'in',
    address: claim.address,
    body: claim.text,
    at: claim.receivedAt,
    held: claim.held,
  })
  if (subject) await fixPerson(tx, subject)
  if (found.inArchive) await foundInArchive(tx, now, key, subject)
  await acknowledge(tx, now, claim, opened, claimant, office)
  await holdAtOnce(tx, now, claim, key, found, office)
  const receipt = await proven(tx, now, {
    kind: 'claim received',
    subject: claimant.personId,
    body: { case: opened.id, kind: claim.kind, channel: claim.channel, due: opened.dueOn },
  })
  return { ...opened, identity, receipt, accountId: claimant.accountId }
}

/** First of all, for an erasure holds them before it files anything: whoever is gone by then is nobody we know. */
async function foundStill(tx: For<'rights_handling'>, was: Found): Promise<Found> {
  const everybody = await stillHere(tx, was.everybody)
  const isThere = ({ personId }: Subject) => everybody.some((each) => each.personId === personId)
  return was.subject === undefined || isThere(was.subject) ? { ...was, everybody } : { ...nobody, everybody }
}

/** Written down in the case and in the log, where the person sees it. */
async function foundInArchive(tx: For<'rights_handling'>, now: Date, key: CaseKey, subject: Subject | undefined): Promise<void> {
  await noteEvent(tx, now, key, { what: 'found in the archive', by: 'system' })
  await witness(tx, now, { kind: 'found in the archive', subject: subject?.personId ?? null, body: { case: key.id } })
}

/** To the sending address and nowhere else; where the address can prove who asks, with the link that does (promises 9-b, 7-c). */
async function acknowledge(
  tx: For<'rights_handling'>,
  now: Date,
  { address, kind, language }: Incoming,
  { id, number, dueOn, identity }: OpenCase,
  claimant: { readonly accountId: string; readonly personId: string | null },
  office: Office,
): Promise<void> {
  if (!address) return
  const key = { accountId: claimant.accountId, id }
  const proves = identity === 'unproven' ? claimant.personId : null
  const link =
    kind === 'withdrawal'
      ? undefined
      : claimAddress(office.website, language, await newClaimLink(tx, now, key, 'confirm', proves))
  await sendLater(tx, now, acknowledgement(office, { ...claimant, number, kind, dueOn, language, to: address }, link))
  await noteEvent(tx, now, key, { what: 'acknowledged', by: 'system' })
}
