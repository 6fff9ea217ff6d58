/** What every benchmark here needs: a house of its own in a temporary folder, interleaved runs, medians, and one JSON answer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type House, openHouse } from '../src/opening/open-house.ts'

/**
 * `--persons 1000000`, `--rounds 9`, `--file PATH`, `--json` (only the JSON, no words on the way); `--keep FOLDER` works in that house and
 * leaves it standing, so that what took minutes to make is made once.
 */
export const { values: wish } = parseArgs({
  options: {
    persons: { type: 'string' },
    rounds: { type: 'string' },
    file: { type: 'string' },
    json: { type: 'boolean', default: false },
    port: { type: 'string' },
    keep: { type: 'string' },
    rows: { type: 'string' },
  },
  allowPositionals: true,
})

export const rounds = (otherwise: number) => Number(wish.rounds ?? otherwise)
export const persons = (otherwise: number) => Number(wish.persons ?? otherwise)

export function say(words: string): void {
  if (!wish.json) console.error(words)
}

/** A house on the embedded server with its ordinary settings: an empty one that is gone afterwards, or the one that is kept. */
export async function inAHouse(act: (house: House) => Promise<void>): Promise<void> {
  const folder = wish.keep ?? mkdtempSync(join(tmpdir(), 'ordholden-bench-'))
  process.env.ORDHOLDEN_DATA = folder
  delete process.env.DATABASE_URL
  const house = await openHouse(new Date())
  try {
    await act(house)
  } finally {
    await house.close()
    if (!wish.keep) rmSync(folder, { recursive: true, force: true })
  }
}

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** A and B in turn, so that whatever else the machine does falls on both; milliseconds each. The first round warms up. */
export async function interleaved(
  times: number,
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
): Promise<{ a: number[]; b: number[] }> {
  const answer = { a: [] as number[], b: [] as number[] }
  await a()
  await b()
  for (let round = 0; round < times; round++) {
    const first = round % 2 === 0
    if (first) answer.a.push(await timed(a))
    answer.b.push(await timed(b))
    if (!first) answer.a.push(await timed(a))
  }
  return answer
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value that 95 of 100 stay below. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!
}

export function rounded(value: number, decimals = 3): number {
  return Number(value.toFixed(decimals))
}

export function print(answer: Record<string, unknown>): void {
  console.log(JSON.stringify({ ...answer, node: process.version, at: new Date().toISOString() }, null, 2))
}
