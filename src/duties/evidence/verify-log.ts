import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { canonical, type Value } from './canonical.ts'
import { entryLeaf } from './entry-data.ts'
import { headIsSigned } from './evidence-key.ts'
import { rootOf } from './merkle.ts'
import { leavesOf } from './seal.ts'
import { commitment } from './witness.ts'

export type LogFault = { readonly what: 'content' | 'leaf' | 'head' | 'signature'; readonly which: string }

/** Computes the whole log anew and tells what does not fit. `of` is how many entries and heads were looked at. */
export async function verifyLog(
  owner: Kysely<DB>,
  publicKey: string,
): Promise<{ readonly faults: readonly LogFault[]; readonly of: number }> {
  const entries = await entriesOf(owner)
  const leaves = await leavesOf(owner)
  const heads = await owner.selectFrom('evidence.checkpoint').selectAll().orderBy('tree_size').execute()
  const faults: LogFault[] = []
  for (const entry of entries) {
    if (entry.salt && !commitment(entry.salt, canonical(entry.body as Value)).equals(entry.commitment))
      faults.push({ what: 'content', which: entry.id })
    if (entry.leaf_hash && !entryLeaf(entry).equals(entry.leaf_hash)) faults.push({ what: 'leaf', which: entry.id })
  }
  for (const { tree_size, root_hash, at, signature } of heads) {
    const head = { treeSize: Number(tree_size), rootHash: root_hash, at }
    if (!rootOf(leaves, 0, head.treeSize).equals(root_hash)) faults.push({ what: 'head', which: String(tree_size) })
    if (!headIsSigned(head, signature, publicKey)) faults.push({ what: 'signature', which: String(tree_size) })
  }
  return { faults, of: entries.length + heads.length }
}

function entriesOf(owner: Kysely<DB>) {
  return owner
    .selectFrom('evidence.entry as e')
    .leftJoin('evidence.leaf as l', 'l.entry_id', 'e.id')
    .select(['e.id', 'e.at', 'e.kind', 'e.commitment', 'e.salt', 'e.body', 'l.leaf_hash'])
    .execute()
}
