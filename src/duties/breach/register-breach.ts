import { dayOf } from '#clock'
import { newId } from '#database'
import { witness } from '#evidence'
import { screenFreeText } from '#http'
import { nextNumber } from '#numbering'
import { recipient } from '#processors'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import type { Cause, Kind } from './breach-words.ts'

export type Reported = {
  /** When we knew. A supplier's own discovery does not count, but whoever got its notice first does. */
  readonly awareAt: Date
  readonly foundBy: 'us' | 'supplier' | 'outsider'
  readonly supplier?: string | undefined
  readonly began?: Date | undefined
  readonly ended?: Date | undefined
  readonly cause: Cause
  readonly kinds: readonly Kind[]
  readonly what: string
  readonly staffUserId: string
}
export type NotRegistered = Refusal<
  | 'nothing is said'
  | 'not yet'
  | 'ends before it begins'
  | 'which supplier'
  | 'national identity number'
  | 'payment card number'
  | 'special category'
>

/** Writes a breach into the register and starts its clock; every one of them, whatever comes of it (art. 33(5)). */
export async function registerBreach(
  db: For<'legal_obligation'>,
  now: Date,
  reported: Reported,
): Promise<{ readonly id: string; readonly number: string } | NotRegistered> {
  const { awareAt, foundBy, supplier, began, ended, cause, kinds, what, staffUserId } = reported
  if (what.trim() === '') return refuse('nothing is said', 'what')
  const unlawful = screenFreeText(what)
  if (refused(unlawful)) return { ...unlawful, field: 'what' }
  if (awareAt > now) return refuse('not yet', 'awareAt')
  if (began && ended && ended < began) return refuse('ends before it begins', 'ended')
  if (foundBy === 'supplier' && !(await isListed(db, supplier))) return refuse('which supplier', 'supplier')

  return db.transaction().execute(async (tx) => {
    const year = dayOf(now).slice(0, 4)
    const number = `A-${year}-${String(await nextNumber(tx, `breach-${year}`)).padStart(4, '0')}`
    const id = newId(now)
    await tx
      .insertInto('core.breach')
      .values({
        id,
        number,
        aware_at: awareAt,
        found_by: foundBy,
        supplier: foundBy === 'supplier' ? (supplier ?? null) : null,
        began_at: began ?? null,
        ended_at: ended ?? null,
        cause,
        kinds: [...kinds],
        what: what.trim(),
        registered_at: now,
        registered_by: staffUserId,
      })
      .execute()
    await witness(tx, now, { kind: 'breach registered', body: { number, awareAt: awareAt.toISOString() } })
    return { id, number }
  })
}

async function isListed(db: For<'legal_obligation'>, supplier: string | undefined): Promise<boolean> {
  const found = supplier ? await recipient(db, supplier) : undefined
  return found !== undefined && found.endedAt === null
}
