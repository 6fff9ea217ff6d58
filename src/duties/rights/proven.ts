import { type QueryExecutorProvider } from 'kysely'
import { witness, type Witnessed } from '#evidence'
import { enqueue } from '#jobs'

/** Evidence that somebody is waiting for a receipt of: the log is sealed as soon as this transaction is over. Answers the entry's id. */
export async function proven(tx: QueryExecutorProvider, now: Date, what: Witnessed): Promise<string> {
  const { id } = await witness(tx, now, what)
  await enqueue(tx, 'seal', {}, { key: 'seal' })
  return id
}
