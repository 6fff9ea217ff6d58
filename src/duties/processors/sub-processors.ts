import { newId } from '#database'
import { insideEea } from '#outbound'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { tell } from './tell-of-change.ts'

type Db = For<'legal_obligation'>

type SubProcessor = {
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
): Promise<undefined | Refusal<'no such sub-processor'>> {
  return db.transaction().execute(async (tx) => {
    const values = 'objectedOn' in how ? { objected_on: how.objectedOn } : { ended_on: how.endedOn }
    const change = tx.updateTable('core.sub_processor').set(values).where('recipient', '=', id).where('id', '=', subProcessor)
    const { numUpdatedRows } = await change.executeTakeFirst()
    if (numUpdatedRows === 0n) return refuse('no such sub-processor')
    await tell(tx, now, id, 'objectedOn' in how ? 'sub-processor objected to' : 'sub-processor ended')
    return undefined
  })
}
