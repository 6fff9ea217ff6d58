import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, openServer } from '#database'
import { secret } from '#files'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
const folders: string[] = []
beforeAll(async () => void (house = await openTestHouse()))
afterAll(async () => {
  await house.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderWith(password: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ordholden-whose-'))
  folders.push(folder)
  secret(folder, 'app-password', () => password)
  return folder
}

const open = (password: string) => openServer({ DATABASE_URL: house.ownerUrl, ORDHOLDEN_DATA: folderWith(password) })

it('refuses a server that another data folder lives on, and leaves that one its password', async () => {
  await expect(open('another one')).rejects.toThrow('a server of its own')
  const theirs = openDatabase(house.url, { max: 1 })
  expect((await sql`select 1 as here`.execute(theirs)).rows).toEqual([{ here: 1 }])
  await theirs.destroy()
})

it('opens it for the folder that has the password', async () => {
  const server = await open(decodeURIComponent(new URL(house.url).password))
  expect(server.appUrl).toBe(house.url)
  await server.close()
})
