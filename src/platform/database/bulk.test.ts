import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { binaryRows, type Bulk, field, openBulk, uuidBytes } from './database.ts'

let house: TestHouse
let bulk: Bulk
beforeAll(async () => {
  house = await openTestHouse()
  bulk = await openBulk(house.ownerUrl)
  await bulk.query('create table public.anything (id uuid, count integer, sum bigint, said text)')
})
afterAll(async () => {
  await bulk?.close()
  await house?.close()
})

const keep = async (into: string, rows: string | Buffer) => {
  const taken = await bulk.load([{ into, rows }])
  await bulk.query('commit')
  return taken
}
const id = '01a20845-b081-879f-a01d-6b04618e5c34'
const sayings = ['plain', 'tab\there', 'line\nbreak', 'back\\slash', '\\N', '£40 på Ås', '', 'a'.repeat(300_000)]
const there = () =>
  bulk.query<{ id: string; count: number; sum: string; said: string | null }>(
    'select id, count, sum::text, said from public.anything order by count',
  )

it('sends text so that it arrives as it was', async () => {
  await bulk.query('truncate public.anything')
  const rows = [...sayings, null].map((said, count) => `${[id, count, -12_345_678_901n, said].map(field).join('\t')}\n`).join('')
  expect(await keep('public.anything', rows)).toBe(sayings.length + 1)
  expect((await there()).map(({ said }) => said)).toEqual([...sayings, null])
})

it('sends binary rows so that they arrive as they were, whatever their size and sign', async () => {
  await bulk.query('truncate public.anything')
  const sums = [0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 40 + 7, -(2 ** 40), Number.MAX_SAFE_INTEGER]
  const rows = binaryRows()
  for (const [count, said] of sayings.entries()) {
    rows.row(4)
    rows.uuid(uuidBytes(id))
    rows.int4(count)
    rows.int8(sums[count]!)
    rows.text(said)
  }
  rows.row(4)
  rows.uuid(uuidBytes(id))
  rows.int4(sayings.length)
  rows.nothing()
  rows.nothing()
  expect(await keep('public.anything', rows.end()!)).toBe(sayings.length + 1)
  const arrived = await there()
  expect(arrived.map(({ said }) => said)).toEqual([...sayings, null])
  expect(arrived.map(({ sum }) => sum)).toEqual([...sums.map(String), null])
  expect(new Set(arrived.map((row) => row.id))).toEqual(new Set([id]))
})

it('says no like any other query, and goes on working', async () => {
  await bulk.query('truncate public.anything')
  const good = { into: 'public.anything', rows: `${id}\t1\t1\tx\n` }
  const bad = { into: 'public.anything', rows: 'not a uuid\t1\t1\tx\n' }
  const long = { into: 'public.anything', rows: good.rows.repeat(100_000) }
  await expect(bulk.load([good, bad, long])).rejects.toThrow('invalid input syntax for type uuid')
  await bulk.query('rollback')
  expect(await there()).toEqual([])
  expect(await bulk.load([good, good])).toBe(2)
  await bulk.query('commit')
  expect(await bulk.query('select 1 as one')).toEqual([{ one: 1 }])
})

it('has nothing to send when there are no rows', () => expect(binaryRows().end()).toBeUndefined())
