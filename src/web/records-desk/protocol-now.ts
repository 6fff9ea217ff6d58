import type { QueryExecutorProvider } from 'kysely'
import { inventory } from '#inventory'
import { controller } from '#merchant'
import { listed, register } from '#processors'
import { protocol, type Protocol } from '#records'
import { measuresInPlace } from '#statement'

/** The record of processing as it is now: the declarations, the register, and the measures that a control found in place. */
export async function protocolNow(db: QueryExecutorProvider, now: Date): Promise<Protocol> {
  const [merchant, all, inPlace] = await Promise.all([controller(db), register(db), measuresInPlace(db, now, 'nb')])
  const measures = inPlace.map(({ how }) => how)
  return protocol({ inventory, controller: merchant, recipients: listed(all), measures })
}
