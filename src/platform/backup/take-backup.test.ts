import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type TestHouse } from '#testing'
import { backupFiles, backupFolder, deleteLapsed, newBackupFile } from './backup-files.ts'
import { loadBackup, isEmptyDatabase } from './load-backup.ts'
import { takeBackup } from './take-backup.ts'
import { searchBackup, verifyBackup } from './verify-backup.ts'

const now = new Date('2026-11-24T00:07:00Z')
const key = 'a key of this test’s own'
let house: TestHouse
let folder: string
let file: string
beforeEach(async () => {
  house = await openTestHouse()
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = newBackupFile(folder, now)
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const take = (facts = {}) => takeBackup({ ownerUrl: house.ownerUrl, key, file, facts }, now)

describe('a backup', { timeout: 60_000 }, () => {
  it('is read back and counted before it gets its name, is nobody else’s to read, and shows nothing', async () => {
    const kari = await plantPerson(house.owner, now, inventory)
    const contents = await take({ ledger: 'abc' })
    expect(readdirSync(backupFolder(folder))).toEqual(['ordholden-2026-11-24T00-07-00Z.backup'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(contents).toMatchObject({ takenAt: now.toISOString(), facts: { ledger: 'abc' } })
    expect(contents.rowsOf['core.person']).toBe(1)
    expect(readFileSync(file).includes(kari.email)).toBe(false)
    expect(await searchBackup(file, key, [kari.email])).toContain('core.person')
    expect(await searchBackup(file, key, ['nobody at all'])).toEqual([])
  })

  it('says what is wrong with it: another key, a changed byte, a missing end, something else altogether', async () => {
    await take()
    await expect(verifyBackup(file, 'another key')).rejects.toThrow('encrypted with another key')
    const whole = readFileSync(file)
    const changed = Buffer.from(whole)
    changed[changed.length - 100]! ^= 1
    writeFileSync(file, changed)
    await expect(verifyBackup(file, key)).rejects.toThrow('damaged')
    for (const length of [whole.length - 1, Math.floor(whole.length / 2), 300]) {
      writeFileSync(file, whole)
      truncateSync(file, length)
      await expect(verifyBackup(file, key)).rejects.toThrow('cut off')
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]))
    await expect(verifyBackup(file, key)).rejects.toThrow('after its end')
    writeFileSync(file, 'select 1;\n')
    await expect(verifyBackup(file, key)).rejects.toThrow('not a backup of Ordholden')
  })

  it('makes another database the same, row for row, whatever the rows hold', async () => {
    await plantPerson(house.owner, now, inventory)
    await sql`update core.person set first_name = ${'Æ\\.\n\t\\N"\u2028'}, last_name = null`.execute(house.owner)
    await sql`select graphile_worker.add_job('wait', '{}')`.execute(house.owner)
    const contents = await take()
    const other = await openTestHouse()
    await loadBackup({ ownerUrl: other.ownerUrl, key, file, contents })
    expect(await everything(other)).toEqual(await everything(house))
    // Sequences go on from where they were: the next job has a number of its own.
    await sql`select graphile_worker.add_job('wait', '{}')`.execute(other.owner)
    await other.close()
  })

  it('brings partitions along, which no migration makes', async () => {
    await sql.raw(parted).execute(house.owner)
    const contents = await take()
    expect(contents.partitions).toEqual([{ table: 'core.tally_1', of: 'core.tally', bound: `FOR VALUES IN (1)` }])
    expect(contents.rowsOf['core.tally']).toBe(1)
  })

  it('is loaded as the version that took it, and migrated forward from there', async () => {
    const contents = await take()
    const older = { ...contents, migrations: contents.migrations.filter(({ name }) => name < '0005') }
    const other = await openTestHouse()
    const unknown = { ...contents, migrations: [{ name: '9999-tomorrow.sql', checksum: 'x' }] }
    await expect(loadBackup({ ownerUrl: other.ownerUrl, key, file, contents: unknown })).rejects.toThrow('another version')
    // Its rows are of tables that the older version had not: that is told, and nothing of it is in.
    await expect(loadBackup({ ownerUrl: other.ownerUrl, key, file, contents: older })).rejects.toThrow('does not make')
    await loadBackup({ ownerUrl: other.ownerUrl, key, file, contents })
    expect(await everything(other)).toEqual(await everything(house))
    await other.close()
  })

  it('leaves no file that looks whole when its writer is killed', async () => {
    await sql`insert into core.setting select 'filler ' || n, to_jsonb(repeat(md5(n::text), 400)), now() from generate_series(1, 4000) n`.execute(
      house.owner,
    )
    const program = `import { takeBackup } from ${JSON.stringify(join(import.meta.dirname, 'take-backup.ts'))}
      await takeBackup({ ownerUrl: process.argv[1], key: 'k', file: process.argv[2] }, new Date())`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, house.ownerUrl, file])
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (!existsSync(`${file}.new`)) await wait(5)
    child.kill('SIGKILL')
    await ended
    expect(backupFiles(folder)).toEqual([])
    await take()
    expect(backupFiles(folder)).toEqual([{ path: file, takenAt: now }])
  }, 60_000)
})

describe('backups', () => {
  it('never grow older than thirty days while the job runs daily', async () => {
    await take()
    expect(deleteLapsed(folder, new Date('2026-12-23T00:06:59Z'), 30)).toEqual([])
    expect(deleteLapsed(folder, new Date('2026-12-23T00:07:00Z'), 30)).toEqual([file])
    expect(backupFiles(folder)).toEqual([])
  })
})

it('an empty database is one with nothing of ours in it', async () => {
  expect(await isEmptyDatabase(house.ownerUrl)).toBe(false)
})

const parted = `create table core.tally (day int not null, hits int) partition by list (day);
  create table core.tally_1 partition of core.tally for values in (1); insert into core.tally values (1, 7)`

async function everything({ owner }: TestHouse): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('core', 'auth', 'evidence', 'graphile_worker') order by 1`.execute(owner)
  const tables: Record<string, string> = {}
  for (const { name } of rows.filter((each) => each.name !== 'graphile_worker.migrations')) {
    const { rows: all } = await sql<{
      all: string
    }>`select coalesce(string_agg(t::text, E'\n' order by t::text), '') as "all" from ${sql.raw(name)} t`.execute(owner)
    tables[name] = all[0]!.all
  }
  return tables
}
