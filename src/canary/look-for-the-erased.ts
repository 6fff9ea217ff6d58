import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { witness } from '#evidence'
import { inventory } from '#inventory'
import { readLedger } from '#ledger'
import { erasedIn, stillHere } from '#restore'
import { searchFolder, type Sought } from './search-files.ts'

/** Looks in the live database, by its own catalogue, and in the live folder for everybody whom the ledger says was erased. */
export async function lookForTheErased(
  { owner, dataDir }: { readonly owner: Kysely<DB>; readonly dataDir: string },
  now: Date,
): Promise<Sought> {
  const ids = erasedIn(readLedger(dataDir))
  const rows = await stillHere(owner, ids, inventory)
  const files = ids.length === 0 ? [] : searchFolder(dataDir, ids, ['backups', 'ledger', 'drill']).found
  const sought = { found: [...rows, ...files], looked: ids.length }
  await witness(owner, now, { kind: 'erased looked for', body: { found: sought.found.length, of: sought.looked } })
  return sought
}
