import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { importFile, type Imported, type Wish } from './import.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-strewn-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
})
afterEach(() => house?.close())

async function imported(lines: readonly string[], wish: Partial<Wish> = {}, into = house): Promise<Imported> {
  const file = join(folder, 'strewn.csv')
  writeFileSync(file, [header, ...lines].join('\n'))
  const answer = await importFile({ ownerUrl: into.ownerUrl, file, reports: folder, ...wish }, now)
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}
const reported = ({ report }: Imported) => readFileSync(report, 'utf8').trimEnd().split('\n').slice(1)
const documents = ({ owner }: TestHouse) =>
  owner
    .selectFrom('core.invoice')
    .select(['series', 'number', 'account_id', 'issued_at', 'net'])
    .orderBy('series')
    .orderBy('number')
    .execute()

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const sold = (number: number, date = '2010-12-01T08:26', name = 'HEART') => `${number},85123A,${name},6,${date},2.55,17850,Norway`

/** The same each time: every line changes places with one that a fixed series of numbers names. */
function shuffled(lines: readonly string[]): string[] {
  const mixed = [...lines]
  for (let at = mixed.length - 1, seed = 7; at > 0; at--) {
    seed = (seed * 48_271) % 2_147_483_647
    const other = seed % (at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

it('takes each document whole, however its lines are strewn, and tells of each line by its own number', async () => {
  const lines = Array.from({ length: 14_000 }, (_, line) => sold(1 + (line % 3_500)))
  const answer = await imported([...lines, sold(9, 'i fjor'), sold(3, '2010-12-01T08:26', '"HEART\nwith a handle"')])
  expect(answer.rows).toBe(14_003)
  const inFull = 'another line of 9 could not be read (line 14002 of the file): it is taken whole or not at all'
  expect(
    reported(answer)
      .filter((line) => line.includes('refused'))
      .toSorted(),
  ).toEqual(
    [
      ...[10, 3_510, 7_010, 10_510].map((line) => `${line},refused,"${inFull}"`),
      '14002,refused,"""i fjor"" is not a date and time"',
    ].toSorted(),
  )
  expect(
    reported(answer)
      .map((line) => Number.parseInt(line, 10))
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 14_002 }, (_, line) => line + 2))
  const kept = await documents(house)
  expect(kept.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 3_500 }, (_, at) => at + 1).filter((n) => n !== 9),
  )
  expect(kept.filter(({ net }) => net !== kept[0]!.net).map(({ number, net }) => [number, net])).toEqual([
    [3n, (kept[0]!.net * 5n) / 4n],
  ])
})

it('goes on with a strewn file where it was stopped, takes nothing twice, and reports each line once', async () => {
  const lines = Array.from({ length: 28_000 }, (_, line) => sold(1 + (line % 7_000)))
  const stop = new AbortController()
  const first = await imported(lines, { signal: stop.signal, progress: () => stop.abort() })
  expect(first.stopped).toBe(true)
  expect([first.rows > 0, first.rows < 28_000]).toEqual([true, true])
  const then = await imported(lines)
  expect([then.continuedFrom, then.rows]).toEqual([first.rows, 28_000])
  expect(new Set(reported(then)).size).toBe(28_000)
  expect(reported(then)).toHaveLength(28_000)
  const kept = await documents(house)
  expect([kept.length, new Set(kept.map(({ net }) => net)).size]).toEqual([7_000, 1])
  expect((await imported(lines)).outcomes).toEqual({})
})

it('makes of a year that was shuffled what it makes of the year in order', async () => {
  const slice = gunzipSync(readFileSync(join(import.meta.dirname, '../../../samples/online-retail-slice.csv.gz'))).toString()
  const lines = slice.trimEnd().split('\n').slice(1)
  const other = await openTestHouse()
  try {
    await saveController(other.owner, now, sampleController)
    const ordered = await imported(lines)
    const strewn = await imported(shuffled(lines), {}, other)
    expect([strewn.rows, strewn.rowsRefused, strewn.outcomes]).toEqual([ordered.rows, ordered.rowsRefused, ordered.outcomes])
    expect(await documents(other)).toEqual(await documents(house))
  } finally {
    await other.close()
  }
})
