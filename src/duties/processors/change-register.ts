import { insideEea } from '#outbound'
import type { Declared } from '#personal-data'
import { columnsFor, type For, type Purpose } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { recipient } from './register.ts'
import { tell } from './tell-of-change.ts'

type Db = For<'legal_obligation'>

export type Announced = {
  readonly id: string
  readonly name: string
  readonly role: 'processor' | 'controller'
  readonly doesNb: string
  readonly doesEn: string
  readonly asksNb: string | null
  readonly asksEn: string | null
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
      asks_nb: each.asksNb,
      asks_en: each.asksEn,
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

/** The relationship with them is over: nothing more goes there, but what they hold is still asked back. */
export async function endRecipient(db: Db, now: Date, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('core.recipient').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).execute()
    await tell(tx, now, id, 'ended')
  })
}
