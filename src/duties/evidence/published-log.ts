import { type QueryExecutorProvider, sql } from 'kysely'
import { consistencyProof } from './merkle.ts'
import { publishedKey } from './published-key.ts'
import { signedHead, type SignedHead } from './receipt.ts'

export type PublishedLog = {
  readonly format: 'ordholden log 1'
  /** SPKI in PEM; empty before anything was signed. */
  readonly publicKey: string
  /** Newest first, the latest hundred. */
  readonly checkpoints: readonly SignedHead[]
  /** Proves that the newest head only added to the one before it. */
  readonly consistency: { readonly from: number; readonly to: number; readonly proof: readonly string[] } | null
}

/** The log as anyone may read it: hashes and signatures, and nothing about anybody. On any purpose's handle. */
export async function publishedLog(db: QueryExecutorProvider): Promise<PublishedLog> {
  const heads = await sql<Parameters<typeof signedHead>[0]>`select tree_size, root_hash, at, signature from checkpoint
    order by tree_size desc limit 100`.execute(db)
  const publicKey = (await publishedKey(db)) ?? ''
  const checkpoints = heads.rows.map(signedHead)
  const [last, before] = checkpoints
  return {
    format: 'ordholden log 1',
    publicKey,
    checkpoints,
    consistency: last && before ? await consistency(db, before, last) : null,
  }
}

async function consistency(
  db: QueryExecutorProvider,
  before: SignedHead,
  last: SignedHead,
): Promise<PublishedLog['consistency']> {
  const { rows } = await sql<{
    leaf_hash: Buffer
  }>`select leaf_hash from leaf where leaf_index < ${last.treeSize} order by leaf_index`.execute(db)
  const proof = consistencyProof(
    rows.map((row) => row.leaf_hash),
    before.treeSize,
  )
  return { from: before.treeSize, to: last.treeSize, proof: proof.map((hash) => hash.toString('hex')) }
}
