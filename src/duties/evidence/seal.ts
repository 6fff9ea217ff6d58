import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { entryLeaf } from './entry-data.ts'
import { headText, type EvidenceKey } from './evidence-key.ts'
import { rootOf, type Hash } from './merkle.ts'
import { publishKey } from './published-key.ts'

export type Sealed = { readonly treeSize: number; readonly rootHash: Buffer; readonly appended: number }

// Two at once would give two entries the same place; the second waits for the first.
const advisoryLock = 7_239_014_553

/**
 * Appends every entry that is not in the tree yet, oldest first, and signs the new head. Done by the database's owner.
 * Nothing new and a head already signed: nothing is written.
 */
export async function seal(owner: Kysely<DB>, now: Date, key: EvidenceKey): Promise<Sealed> {
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(tx)
    const leaves = await leavesOf(tx)
    const waiting = await unsealed(tx)
    const fresh = waiting.map(entryLeaf)
    const rows = waiting.map(({ id }, at) => ({ leaf_index: BigInt(leaves.length + at), entry_id: id, leaf_hash: fresh[at]! }))
    for (let at = 0; at < rows.length; at += 5000)
      await tx
        .insertInto('evidence.leaf')
        .values(rows.slice(at, at + 5000))
        .execute()
    const head = { treeSize: leaves.length + fresh.length, rootHash: rootOf([...leaves, ...fresh]), at: now }
    if (head.treeSize > 0) await signHead(tx, head, key)
    return { ...head, appended: fresh.length }
  })
}

/** All leaf hashes, in order. */
export async function leavesOf(db: Kysely<DB>): Promise<Hash[]> {
  const rows = await db.selectFrom('evidence.leaf').select('leaf_hash').orderBy('leaf_index').execute()
  return rows.map((row) => row.leaf_hash)
}

function unsealed(tx: Kysely<DB>) {
  return tx
    .selectFrom('evidence.entry as e')
    .select(['e.id', 'e.at', 'e.kind', 'e.commitment'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence.leaf as l').select('l.entry_id').whereRef('l.entry_id', '=', 'e.id'))),
    )
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
}

async function signHead(tx: Kysely<DB>, head: { treeSize: number; rootHash: Buffer; at: Date }, key: EvidenceKey): Promise<void> {
  await publishKey(tx, head.at, key.publicKey)
  await tx
    .insertInto('evidence.checkpoint')
    .values({ tree_size: BigInt(head.treeSize), root_hash: head.rootHash, at: head.at, signature: key.sign(headText(head)) })
    .onConflict((conflict) => conflict.column('tree_size').doNothing())
    .execute()
}
