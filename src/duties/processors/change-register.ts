import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { insideEea } from '#outbound'
import type { Declared } from '#personal-data'
import { columnsFor, type For, type Purpose } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { recipient } from './register.ts'

type Db = For<'legal_obligation'>

export type Announced = {
  readonly id: string
  readonly name: string
  readonly role: 'processor' | 'controller'
  readonly doesNb: string
  readonly doesEn: string
  readonly purposes: readonly Purpose[]
  readonly essential: readonly Purpose[]
  readonly ground: string
  readonly location: string
  readonly transferGround: string | null
  readonly holds: 'everybody' | 'transferred' | 'nobody'
  readonly knownBy: readonly string[]
  readonly fields: readonly { readonly field: string; readonly reason: string }[]
  readonly mailbox: string
}

/**
 * Enters somebody in the register. Nothing goes to them before a published statement names them (promise 8-a) and an
 * agreement is signed (5-d): `activateListed` and the door out see to that.
 */
export function announceRecipient(
  db: Db,
  now: Date,
  announced: Announced,
  inventory: readonly Declared[],
): Promise<
  undefined | Refusal<'taken' | 'not declared' | 'known by a field it does not get' | 'outside the EEA needs a ground'>
> {
  return db.transaction().execute(async (tx) => {
    if (await recipient(tx, announced.id)) return refuse('taken', 'id')
    if (undeclared(announced, inventory).length > 0) return refuse('not declared', 'fields')
    const given = announced.fields.map(({ field }) => field)
    if (announced.knownBy.some((column) => !given.includes(column))) return refuse('known by a field it does not get', 'knownBy')
    if (!insideEea(announced.location) && !announced.transferGround)
      return refuse('outside the EEA needs a ground', 'transferGround')
    await insert(tx, now, announced)
    await tell(tx, now, announced.id, 'announced')
    return undefined
  })
}

/** What the person's own views do not have cannot be told from them either. */
function undeclared({ fields }: Announced, inventory: readonly Declared[]): string[] {
  const known = new Set(
    inventory.flatMap((table) => columnsFor(table, 'rights_handling').map((name) => `${table.table.split('.')[1]}.${name}`)),
  )
  return fields.map(({ field }) => field).filter((field) => !known.has(field))
}

async function insert(tx: Db, now: Date, each: Announced): Promise<void> {
  await tx
    .insertInto('core.recipient')
    .values({
      id: each.id,
      name: each.name,
      role: each.role,
      does_nb: each.doesNb,
      does_en: each.doesEn,
      purposes: [...each.purposes],
      essential: [...each.essential],
      ground: each.ground,
      location: each.location,
      transfer_ground: each.transferGround,
      holds: each.holds,
      known_by: [...each.knownBy],
      reached_by: 'email',
      mailbox: each.mailbox,
      announced_at: now,
    })
    .execute()
  for (const { field, reason } of each.fields)
    await tx.insertInto('core.recipient_field').values({ recipient: each.id, field, reason }).execute()
}

/** Those whom the statement in force names may begin (promise 8-a). */
export async function activateListed(db: Db, now: Date, named: readonly string[]): Promise<void> {
  if (named.length === 0) return
  await db
    .updateTable('core.recipient')
    .set({ active_at: now })
    .where('active_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('id', 'in', [...named])
    .execute()
}

export type Agreement = {
  readonly documentName: string
  readonly documentHash: string
  /** The letters of art. 28(3) that it covers. */
  readonly covers: readonly string[]
  readonly breachNoticeHours: number
  readonly signedOn: string
  readonly endsOn: string | null
}

/** Files a signed agreement; the newest that is in force counts. */
export function registerAgreement(db: Db, now: Date, id: string, agreement: Agreement): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { documentName, documentHash, covers, breachNoticeHours, signedOn, endsOn } = agreement
    await tx
      .insertInto('core.recipient_agreement')
      .values({
        recipient: id,
        id: newId(now),
        document_name: documentName,
        document_hash: documentHash,
        covers: [...covers],
        breach_notice_hours: breachNoticeHours,
        signed_on: signedOn,
        ends_on: endsOn,
      })
      .execute()
    await tell(tx, now, id, 'agreement registered', { hash: documentHash })
  })
}

/** The yearly look: security, sub-processors, incidents and place. The next is due a year later, counted by the database. */
export function reviewRecipient(
  db: Db,
  now: Date,
  id: string,
  review: { readonly reviewedOn: string; readonly found: string; readonly staffUserId: string },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`insert into core.recipient_review (recipient, id, reviewed_on, next_on, found, staff_user_id)
      values (${id}, ${newId(now)}, ${review.reviewedOn}::date, (${review.reviewedOn}::date + interval '1 year')::date, ${review.found}, ${review.staffUserId})`.execute(
      tx,
    )
    await tell(tx, now, id, 'reviewed')
  })
}

export type Confirmation = {
  readonly confirms: string
  readonly documentName: string
  readonly confirmedOn: string
  readonly staffUserId: string
}

/** What they have confirmed in writing about what happens on their own machines, where we cannot look (promise 5-k). */
export function registerConfirmation(db: Db, now: Date, id: string, confirmation: Confirmation): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { confirms, documentName, confirmedOn, staffUserId } = confirmation
    await tx
      .insertInto('core.recipient_confirmation')
      .values({
        recipient: id,
        id: newId(now),
        confirms,
        document_name: documentName,
        confirmed_on: confirmedOn,
        staff_user_id: staffUserId,
      })
      .execute()
    await tell(tx, now, id, 'confirmation registered')
  })
}

export type SubProcessor = {
  readonly name: string
  readonly does: string
  readonly location: string
  readonly transferGround: string | null
  readonly toldOn: string
  readonly effectiveOn: string
}

/** A change notice from the supplier. Notice shorter than 30 days is registered as it came, and stands red until objected to (5-f). */
export function registerSubProcessor(
  db: Db,
  now: Date,
  id: string,
  { name, does, location, transferGround, toldOn, effectiveOn }: SubProcessor,
): Promise<undefined | Refusal<'outside the EEA needs a ground'>> {
  if (!insideEea(location) && !transferGround) return Promise.resolve(refuse('outside the EEA needs a ground', 'transferGround'))
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('core.sub_processor')
      .values({
        recipient: id,
        id: newId(now),
        name,
        does,
        location,
        transfer_ground: transferGround,
        told_on: toldOn,
        effective_on: effectiveOn,
      })
      .execute()
    await tell(tx, now, id, 'sub-processor announced')
    return undefined
  })
}

/** We do not want that sub-processor, or it is gone. */
export async function closeSubProcessor(
  db: Db,
  now: Date,
  id: string,
  subProcessor: string,
  how: { readonly objectedOn: string } | { readonly endedOn: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const values = 'objectedOn' in how ? { objected_on: how.objectedOn } : { ended_on: how.endedOn }
    await tx.updateTable('core.sub_processor').set(values).where('recipient', '=', id).where('id', '=', subProcessor).execute()
    await tell(tx, now, id, 'objectedOn' in how ? 'sub-processor objected to' : 'sub-processor ended')
  })
}

/** Where instructions go. A new secret makes the old one worthless. */
export async function setReach(
  db: Db,
  now: Date,
  id: string,
  reach:
    | { readonly by: 'webhook'; readonly url: string }
    | { readonly by: 'email'; readonly mailbox: string }
    | { readonly by: 'new secret' },
): Promise<undefined | Refusal<'must be https'>> {
  if (reach.by === 'webhook' && !safe(reach.url)) return refuse('must be https', 'url')
  await db.transaction().execute(async (tx) => {
    const change = tx.updateTable('core.recipient').where('id', '=', id)
    if (reach.by === 'webhook') await change.set({ reached_by: 'webhook', webhook_to: reach.url }).execute()
    else if (reach.by === 'email') await change.set({ reached_by: 'email', mailbox: reach.mailbox }).execute()
    else await change.set((of) => ({ webhook_version: of('webhook_version', '+', 1) })).execute()
    await tell(tx, now, id, `reached by ${reach.by}`)
  })
  return undefined
}

/** On our own machine a supplier may be tried without a certificate. */
function safe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
}

/** The relationship with them is over: nothing more goes there, but what they hold is still asked back. */
export async function endRecipient(db: Db, now: Date, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('core.recipient').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).execute()
    await tell(tx, now, id, 'ended')
  })
}

function tell(tx: Db, now: Date, id: string, what: string, more: { readonly [name: string]: string } = {}) {
  return witness(tx, now, { kind: 'register of recipients changed', body: { recipient: id, what, ...more } })
}
