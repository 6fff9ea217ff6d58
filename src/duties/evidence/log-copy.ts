import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { entryLeaf } from './entry-data.ts'
import { rootOf } from './merkle.ts'
import { leavesOf } from './seal.ts'

/** One leaf or one signed head, a line each: hashes, times and kinds, and nothing about anybody. */
type Leaf = {
  readonly leaf: number
  readonly id: string
  readonly at: number
  readonly kind: string
  readonly commitment: string
}
type Head = { readonly head: number; readonly root: string; readonly at: number; readonly signature: string }
type Copied = { readonly leaves: ReadonlyMap<number, Leaf>; readonly heads: ReadonlyMap<number, Head> }

/** Longer than any backup lives; what is older stands in every backup. */
const keptDays = 45

/**
 * Copies out of the database what was sealed since the last time, so that a restore does not fork the log: a receipt handed out after
 * the backup still verifies, and no place in the log is ever given to something else. Done after each sealing.
 */
export async function copyLog(owner: Kysely<DB>, now: Date, dataDir: string): Promise<void> {
  mkdirSync(join(dataDir, 'ledger'), { recursive: true, mode: 0o700 })
  const before = read(dataDir)
  const lines = await sealedSince(owner, now, lastOf(before.leaves), lastOf(before.heads))
  if (lines.length > 0) appendFileSync(path(dataDir), `\n${written(lines)}`, { mode: 0o600, flush: true })
  dropOld(dataDir, now)
}

/**
 * After a restore, before anything is sealed: what was sealed since the backup takes its place again, without its content. `isWhole` is
 * false when the copy does not reach back to the backup; then the log goes on from the backup, and older receipts prove a head of their own.
 */
export async function continueLog(
  owner: Kysely<DB>,
  dataDir: string,
): Promise<{ readonly entries: number; readonly isWhole: boolean }> {
  const { leaves, heads } = read(dataDir)
  return owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{ size: number }>`select count(*)::int as size from evidence.leaf`.execute(tx)
    const size = rows[0]!.size
    const end = lastOf(leaves) + 1
    if (end <= size) return { entries: 0, isWhole: end === size || leaves.size > 0 }
    const missing = Array.from({ length: end - size }, (_, at) => leaves.get(size + at))
    if (missing.includes(undefined) || !(await agrees(tx, leaves, size))) return { entries: 0, isWhole: false }
    for (const leaf of missing as Leaf[]) await putBackLeaf(tx, leaf)
    for (const head of heads.values()) if (head.head > size) await putBackHead(tx, head)
    return { entries: missing.length, isWhole: true }
  })
}

/** What the copy outside the database knows and the log no longer holds, or holds otherwise: places and signed heads, by name. */
export async function lostOfCopy(
  owner: Kysely<DB>,
  dataDir: string,
): Promise<{ readonly which: readonly string[]; readonly of: number }> {
  const copied = read(dataDir)
  const leaves = await leavesOf(owner)
  const entries = [...copied.leaves.values()].filter(
    ({ leaf, id, at, kind, commitment }) =>
      !leaves[leaf]?.equals(entryLeaf({ id, at: new Date(at), kind, commitment: Buffer.from(commitment, 'hex') })),
  )
  const heads = [...copied.heads.values()].filter(
    ({ head, root }) => head > leaves.length || rootOf(leaves, 0, head).toString('hex') !== root,
  )
  return {
    which: [...entries.map(({ leaf }) => `evidence.leaf ${leaf}`), ...heads.map(({ head }) => `evidence.checkpoint ${head}`)],
    of: copied.leaves.size + copied.heads.size,
  }
}

// Whatever a head older than any backup covers need not be copied: it stands in every backup.
async function sealedSince(owner: Kysely<DB>, now: Date, leaf: number, head: number): Promise<(Leaf | Head)[]> {
  const covered = sql`coalesce((select max(tree_size) from evidence.checkpoint where at < ${limit(now, keptDays)}), 0)`
  const leaves = await sql<{ leaf_index: bigint; id: string; at: Date; kind: string; commitment: Buffer }>`
    select l.leaf_index, e.id, e.at, e.kind, e.commitment from evidence.leaf l join evidence.entry e on e.id = l.entry_id
    where l.leaf_index > ${leaf} and l.leaf_index >= ${covered} order by l.leaf_index`.execute(owner)
  const heads = await sql<{ tree_size: bigint; root_hash: Buffer; at: Date; signature: Buffer }>`
    select tree_size, root_hash, at, signature from evidence.checkpoint where tree_size > ${head} and tree_size >= ${covered}
    order by tree_size`.execute(owner)
  return [
    ...leaves.rows.map(({ leaf_index, id, at, kind, commitment }) => ({
      leaf: Number(leaf_index),
      id,
      at: at.getTime(),
      kind,
      commitment: commitment.toString('hex'),
    })),
    ...heads.rows.map(({ tree_size, root_hash, at, signature }) => ({
      head: Number(tree_size),
      root: root_hash.toString('hex'),
      at: at.getTime(),
      signature: signature.toString('hex'),
    })),
  ]
}

// Where both know a place in the log, it holds the same entry; otherwise the copy is another database's.
async function agrees(tx: Kysely<DB>, leaves: Copied['leaves'], size: number): Promise<boolean> {
  const known = leaves.get(size - 1)
  if (known === undefined) return size === 0
  const { rows } = await sql<{ entry_id: string }>`select entry_id from evidence.leaf where leaf_index = ${size - 1}`.execute(tx)
  return rows[0]?.entry_id === known.id
}

async function putBackLeaf(tx: Kysely<DB>, { leaf, id, at, kind, commitment }: Leaf): Promise<void> {
  const entry = { id, at: new Date(at), kind, commitment: Buffer.from(commitment, 'hex') }
  await sql`insert into evidence.entry (id, at, kind, commitment) values (${id}, ${entry.at}, ${kind}, ${entry.commitment})
    on conflict (id) do nothing`.execute(tx)
  await sql`insert into evidence.leaf (leaf_index, entry_id, leaf_hash) values (${leaf}, ${id}, ${entryLeaf(entry)})`.execute(tx)
}

async function putBackHead(tx: Kysely<DB>, { head, root, at, signature }: Head): Promise<void> {
  await sql`insert into evidence.checkpoint (tree_size, root_hash, at, signature)
    values (${head}, ${Buffer.from(root, 'hex')}, ${new Date(at)}, ${Buffer.from(signature, 'hex')}) on conflict do nothing`.execute(
    tx,
  )
}

function path(dataDir: string): string {
  return join(dataDir, 'ledger', 'log.jsonl')
}

// Two processes may copy the same lines, and a kill may tear the last one: what is read is whole, once.
function read(dataDir: string): Copied {
  const leaves = new Map<number, Leaf>()
  const heads = new Map<number, Head>()
  if (!existsSync(path(dataDir))) return { leaves, heads }
  for (const text of readFileSync(path(dataDir), 'utf8').split('\n')) {
    const line = parsed(text)
    if (line === undefined) continue
    if ('leaf' in line) leaves.set(line.leaf, line)
    else heads.set(line.head, line)
  }
  return { leaves, heads }
}

function parsed(text: string): Leaf | Head | undefined {
  if (!text.endsWith('}')) return undefined
  try {
    return JSON.parse(text) as Leaf | Head
  } catch {
    return undefined // torn by a kill; it is copied again
  }
}

function written(lines: readonly (Leaf | Head)[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

function lastOf(copied: ReadonlyMap<number, unknown>): number {
  return [...copied.keys()].reduce((last, each) => Math.max(last, each), -1)
}

function limit(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

/** Rewritten a week's worth at a time, so that it is seldom. */
function dropOld(dataDir: string, now: Date): void {
  const { leaves, heads } = read(dataDir)
  const coveredBy = (days: number) => lastOf(new Map([...heads].filter(([, { at }]) => at < limit(now, days).getTime())))
  if (!leaves.has(coveredBy(keptDays + 7) - 1)) return
  const covered = coveredBy(keptDays)
  const kept = [...leaves.values()].filter(({ leaf }) => leaf >= covered)
  const keptHeads = [...heads.values()].filter(({ head }) => head >= covered)
  writeFileSync(`${path(dataDir)}.new`, written([...kept, ...keptHeads]), { mode: 0o600, flush: true })
  renameSync(`${path(dataDir)}.new`, path(dataDir))
}
