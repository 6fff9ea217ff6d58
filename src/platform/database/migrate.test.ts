import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrate } from '#database'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  await sql`drop table if exists core.tried`.execute(house.owner)
  await sql`truncate house.migration`.execute(house.owner)
  return () => rmSync(folder, { recursive: true })
})

it('runs each one once, in order, though two processes come at the same time', async () => {
  write('0002-more.sql', 'insert into core.tried values (2); select pg_sleep(0.2)')
  write('0001-first.sql', 'create table core.tried (n integer); insert into core.tried values (1)')
  const runs = await Promise.all([migrate(house.ownerUrl, { from: folder }), migrate(house.ownerUrl, { from: folder })])
  expect(runs.toSorted((a, b) => b.length - a.length)).toEqual([['0001-first.sql', '0002-more.sql'], []])
  expect((await sql`select n from core.tried order by n`.execute(house.owner)).rows).toEqual([{ n: 1 }, { n: 2 }])
})

it('leaves nothing of one that fails, keeps those before it, and says which it was', async () => {
  write('0001-first.sql', 'create table core.tried (n integer)')
  write('0002-broken.sql', 'insert into core.tried values (2); insert into core.no_such_table values (1)')
  await expect(migrate(house.ownerUrl, { from: folder })).rejects.toThrow(
    'migrations/0002-broken.sql: relation "core.no_such_table" does not exist',
  )
  expect((await sql`select n from core.tried`.execute(house.owner)).rows).toEqual([])
  write('0002-broken.sql', 'insert into core.tried values (2)')
  expect(await migrate(house.ownerUrl, { from: folder })).toEqual(['0002-broken.sql'])
})

it('refuses when one that has run was changed since', async () => {
  write('0001-first.sql', 'create table core.tried (n integer)')
  await migrate(house.ownerUrl, { from: folder })
  write('0001-first.sql', 'create table core.tried (n bigint)')
  await expect(migrate(house.ownerUrl, { from: folder })).rejects.toThrow('0001-first.sql was changed after it had run')
})

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}
