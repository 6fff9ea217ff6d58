import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, startEmbedded } from '#database'
import { shippedBinaries, stopCluster, wakeServer } from '#postgres'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-embedded-'))
})
afterAll(async () => {
  await stopCluster(folder)
  rmSync(folder, { recursive: true, force: true })
})

it('makes its secrets readable by the owner only, and lets nobody in without the password', async () => {
  const server = await startEmbedded(folder)
  for (const name of readdirSync(join(folder, 'secrets')))
    expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
  const stranger = openDatabase(server.url.replace(/:[^:@/]+@/, ':guess@'))
  await expect(sql`select 1`.execute(stranger)).rejects.toThrow('password authentication failed')
  await stranger.destroy()
  const db = openDatabase(server.url)
  const {
    rows: [row],
  } = await sql`select lower('ÅSE') as lower, 'z' < 'å' as sorted, current_setting('server_encoding') as encoding`.execute(db)
  expect(row).toEqual({ lower: 'åse', sorted: true, encoding: 'UTF8' })
  await db.destroy()
})

it('can be on its way before anybody connects, and goes again when nobody wants it', async () => {
  await stopCluster(folder)
  const woken = await wakeServer(folder)
  const server = await startEmbedded(folder)
  expect(postmaster()).toBe(woken!.pid)
  expect(await wakeServer(folder)).toBe(undefined)
  await server.stop()
  const unwanted = (await wakeServer(folder))!
  unwanted.kill('SIGINT')
  await new Promise((gone) => unwanted.once('exit', gone))
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  await startEmbedded(folder)
})

it('is taken over when it still runs, and two who start it at once get the same one', async () => {
  const before = postmaster()
  const [one, two] = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
  expect(two.url).toBe(one.url)
  expect(postmaster()).toBe(before)
  await one.stop()
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  const [three, four] = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
  expect(three.url).toBe(four.url)
})

it('keeps every row it answered for when it is killed in the middle of writing, and comes back by itself', async () => {
  const server = await startEmbedded(folder)
  const restarts: number[] = []
  const stopWatching = server.watch(() => restarts.push(Date.now()))
  const db = openDatabase(server.url)
  await sql`create table written (n integer primary key)`.execute(db)
  const answered: number[] = []
  for (let round = 0; round < 3; round++) {
    const writing = write(db, answered, round * 100_000)
    await wait(150 + round * 120)
    process.kill(postmaster(), 'SIGKILL')
    await writing
    await until(
      async () =>
        await sql`select 1`.execute(db).then(
          () => true,
          () => false,
        ),
    )
  }
  const { rows } = await sql<{ n: number }>`select n from written`.execute(db)
  const kept = new Set(rows.map(({ n }) => n))
  expect(answered.length).toBeGreaterThan(30)
  expect(answered.filter((n) => !kept.has(n))).toEqual([])
  await until(async () => restarts.length === 3)
  await stopWatching()
  await db.destroy()
})

it('starts for root where the server’s own user may enter neither the program’s folder nor the data’s', async () => {
  if (process.getuid?.() !== 0) return
  const closed = mkdtempSync(join(tmpdir(), 'ordholden-closed-')) // mode 0700, as a clone in /root is
  cpSync(join(shippedBinaries(), '..'), join(closed, 'native'), { recursive: true })
  const server = await startEmbedded(join(closed, 'data'), { binaries: join(closed, 'native/bin') })
  await server.stop()
  rmSync(closed, { recursive: true, force: true })
})

it('begins anew when it was killed while making the cluster', async () => {
  const half = mkdtempSync(join(tmpdir(), 'ordholden-half-'))
  const script = `import { startEmbedded } from '#database'\nawait startEmbedded(${JSON.stringify(half)})`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { detached: true, stdio: 'ignore' })
  await until(async () => readdirSync(half).some((name) => name.endsWith('.password')))
  process.kill(-child.pid!, 'SIGKILL')
  await wait(100)
  expect(existsSync(join(half, 'postgres'))).toBe(false)
  const server = await startEmbedded(half)
  expect(readdirSync(half).sort()).toEqual(['postgres', 'postgres.log', 'postgres.port', 'secrets'])
  await server.stop()
  rmSync(half, { recursive: true, force: true })
})

function postmaster(): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

async function write(db: ReturnType<typeof openDatabase>, answered: number[], from: number): Promise<void> {
  for (let n = from; ; n++) {
    try {
      await sql`insert into written values (${n})`.execute(db)
    } catch {
      return
    }
    answered.push(n)
  }
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error('waited 15 s in vain')
    await wait(20)
  }
}
