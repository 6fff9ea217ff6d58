import type { QueryExecutorProvider } from 'kysely'
import { inventory } from '#inventory'
import { controller } from '#merchant'
import { listed, register } from '#processors'
import { protocol, type Protocol } from '#records'
import { stateOf } from '#sentence'
import { clauses, latestResults } from '#statement'

/** The record of processing as it is now: the declarations, the register, and the measures that a control found in place. */
export async function protocolNow(db: QueryExecutorProvider, now: Date): Promise<Protocol> {
  const [merchant, all, latest] = await Promise.all([controller(db), register(db), latestResults(db)])
  const measures = clauses
    .filter(({ id }) => id === 'retention')
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => sentence.how && stateOf(sentence, latest, now) === 'kept')
    .map(({ how }) => how!.nb)
  return protocol({ inventory, controller: merchant, recipients: listed(all), measures })
}
