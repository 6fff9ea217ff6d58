import { type QueryExecutorProvider, sql } from 'kysely'
import { refuse, type Refusal } from '#refusal'
import { canonical, type Value } from './canonical.ts'
import { inclusionProof, rootOf } from './merkle.ts'
import { publishedKey } from './published-key.ts'

export type SignedHead = { readonly treeSize: number; readonly rootHash: string; readonly at: string; readonly signature: string }

/** Everything a stranger needs to check it, offline. Hashes are hex, the signature base64, times ISO 8601. */
export type Receipt = {
  readonly format: 'ordholden receipt 1'
  readonly entry: { readonly id: string; readonly at: string; readonly kind: string; readonly commitment: string }
  /** Absent when the personal content has been destroyed. */
  readonly content?: { readonly salt: string; readonly body: string }
  readonly leafIndex: number
  readonly inclusion: readonly string[]
  readonly checkpoint: SignedHead
  readonly publicKey: string
}

type Entry = {
  id: string
  at: Date
  kind: string
  commitment: Buffer
  salt: Buffer | null
  body: Value
  leaf_index: bigint | null
}

/** Call it on a handle that may read the entry: the person's own, or the owner's with `schema` 'evidence'. */
export async function receiptFor(
  db: QueryExecutorProvider,
  entryId: string,
  schema?: 'evidence',
): Promise<Receipt | Refusal<'no such entry' | 'not sealed yet'>> {
  const from = (table: string) => (schema ? sql.table(`${schema}.${table}`) : sql.table(table))
  const found = await sql<Entry>`select e.id, e.at, e.kind, e.commitment, e.salt, e.body, l.leaf_index
    from ${from('entry')} e left join ${from('leaf')} l on l.entry_id = e.id where e.id = ${entryId}`.execute(db)
  const entry = found.rows[0]
  if (!entry) return refuse('no such entry')
  if (entry.leaf_index === null) return refuse('not sealed yet')
  const head = await lastHead(db, from)
  const { rows } = await sql<{ leaf_hash: Buffer }>`select leaf_hash from ${from('leaf')}
    where leaf_index < ${head.tree_size} order by leaf_index`.execute(db)
  const leaves = rows.map((row) => row.leaf_hash)
  if (!rootOf(leaves).equals(head.root_hash)) throw new Error(`the log does not lead to its signed head of ${head.tree_size}`)
  return {
    format: 'ordholden receipt 1',
    entry: { id: entry.id, at: entry.at.toISOString(), kind: entry.kind, commitment: entry.commitment.toString('hex') },
    ...(entry.salt && { content: { salt: entry.salt.toString('hex'), body: canonical(entry.body) } }),
    leafIndex: Number(entry.leaf_index),
    inclusion: inclusionProof(leaves, Number(entry.leaf_index)).map((hash) => hash.toString('hex')),
    checkpoint: signedHead(head),
    publicKey: (await publishedKey(db, schema && 'core')) ?? '',
  }
}

type HeadRow = { tree_size: bigint; root_hash: Buffer; at: Date; signature: Buffer }

export function signedHead({ tree_size, root_hash, at, signature }: HeadRow): SignedHead {
  return {
    treeSize: Number(tree_size),
    rootHash: root_hash.toString('hex'),
    at: at.toISOString(),
    signature: signature.toString('base64'),
  }
}

async function lastHead(db: QueryExecutorProvider, from: (table: string) => ReturnType<typeof sql.table>): Promise<HeadRow> {
  const { rows } = await sql<HeadRow>`select tree_size, root_hash, at, signature from ${from('checkpoint')}
    order by tree_size desc limit 1`.execute(db)
  if (!rows[0]) throw new Error('there are leaves but no signed head')
  return rows[0]
}
