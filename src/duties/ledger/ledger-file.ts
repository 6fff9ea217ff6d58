import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { holdAlone } from '#files'
import type { Act, Line } from './act.ts'

/** Where the chain stands: how it ends, and how many lines are in the file. */
type LedgerHead = { readonly chain: string; readonly lines: number }

/** A file that lost its oldest lines begins with the chain they ended in. */
type Continues = { readonly what: 'continues'; readonly chain: string }

export const beginning = '0'.repeat(64)

function ledgerFolder(dataDir: string): string {
  return join(dataDir, 'ledger')
}

export function ledgerPath(dataDir: string): string {
  return join(ledgerFolder(dataDir), 'acts.jsonl')
}

/**
 * Adds a line and returns when it is on the disk. One process at a time; what a kill left half-written at the end was never
 * answered for, and is cut off.
 */
export function append(dataDir: string, line: Act & { readonly id: string; readonly at: string }): Promise<void> {
  return alone(dataDir, () => {
    const isNew = !existsSync(ledgerPath(dataDir))
    const file = openSync(ledgerPath(dataDir), 'a+', 0o600)
    try {
      const before = lastChain(file)
      writeSync(file, `${JSON.stringify({ ...line, chain: chained(before, line) })}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (isNew) syncFolder(dataDir)
  })
}

/** Every whole line, oldest first; throws where the chain is broken: then somebody changed the file. */
export function readLedger(dataDir: string): readonly Line[] {
  return linesOf(dataDir).lines
}

/** Where the ledger stands now, to be compared with where it stood when a backup was taken. */
export function ledgerHead(dataDir: string): LedgerHead {
  const { lines, from } = linesOf(dataDir)
  return { chain: lines.at(-1)?.chain ?? from, lines: lines.length }
}

/** True when the ledger still has, line by line, what was entered after it stood at that chain. */
export function reachesBackTo(dataDir: string, chain: string): boolean {
  const { lines, from } = linesOf(dataDir)
  return from === chain || lines.some((line) => line.chain === chain)
}

/** The lines, and the chain that they begin from. */
export function linesOf(dataDir: string): { readonly lines: readonly Line[]; readonly from: string } {
  if (!existsSync(ledgerPath(dataDir))) return { lines: [], from: beginning }
  const text = readFileSync(ledgerPath(dataDir), 'utf8')
  // What follows the last line end is a torn line: nothing was answered for it.
  const written = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
  const parsed = written.map((each, at) => parsedLine(each, at))
  const first = parsed[0]
  const from = first?.what === 'continues' ? first.chain : beginning
  const lines = parsed.filter((each) => each.what !== 'continues') as Line[]
  let before = from
  for (const [at, { chain, ...line }] of lines.entries()) {
    if (chained(before, line) !== chain) throw damaged(at)
    before = chain
  }
  return { lines, from }
}

/** SHA-256 of the chain so far and the line as it is written. */
export function chained(before: string, line: object): string {
  return createHash('sha256').update(before).update(JSON.stringify(line)).digest('hex')
}

/** Nobody else writes meanwhile, in this process or another one; a killed writer lets go by itself. */
export async function alone<Answer>(dataDir: string, act: () => Answer): Promise<Answer> {
  mkdirSync(ledgerFolder(dataDir), { recursive: true, mode: 0o700 })
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await wait(3)) {
    const hold = await holdAlone(ledgerFolder(dataDir))
    if ('heldBy' in hold) continue
    try {
      return act()
    } finally {
      await hold.letGo()
    }
  }
  throw new Error(`somebody else has held ${ledgerFolder(dataDir)} for 20 seconds`)
}

/** A file that was just made or renamed is there after a power cut only when its folder is on the disk too. */
export function syncFolder(dataDir: string): void {
  const folder = openSync(ledgerFolder(dataDir), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function lastChain(file: number): string {
  const { size } = fstatSync(file)
  for (let length = 4096; ; length *= 4) {
    const from = Math.max(0, size - length)
    const end = Buffer.alloc(size - from)
    readSync(file, end, 0, end.length, from)
    const lineEnd = end.lastIndexOf(0x0a)
    const lineStart = lineEnd <= 0 ? -1 : end.lastIndexOf(0x0a, lineEnd - 1)
    if (lineStart < 0 && from > 0) continue
    if (from + lineEnd + 1 < size) ftruncateSync(file, from + lineEnd + 1)
    if (lineEnd < 0) return beginning
    return parsedLine(end.subarray(lineStart + 1, lineEnd).toString('utf8'), -1).chain
  }
}

function parsedLine(text: string, at: number): Line | Continues {
  try {
    return JSON.parse(text) as Line | Continues
  } catch (error) {
    throw damaged(at, error)
  }
}

function damaged(at: number, cause?: unknown): Error {
  const where = at < 0 ? 'its last line' : `line ${at + 1}`
  return new Error(`The ledger is damaged at ${where}. Put back a copy of the folder "ledger".`, { cause })
}
