import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, openServer } from '#database'
import { stopCluster } from '#postgres'

const root = join(import.meta.dirname, '..')
let folder: string
let port: number
let app: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-killed-'))
  port = await freePort()
  app = start()
  await until(healthy, 120_000)
}, 150_000)
afterAll(async () => {
  app.child.kill('SIGKILL')
  await stopCluster(folder)
  rmSync(folder, { recursive: true, force: true })
})

it('leaves the first one alone when it is started twice', async () => {
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Ordholden kjører allerede (http://localhost:${port}`)
  expect(await healthy()).toBe(true)
})

it.each([
  ['the application is', () => app.kill()],
  ['the database is', () => killDatabase()],
  ['both are', () => (app.kill(), killDatabase())],
] as const)('loses nothing it has answered for when %s killed', async (_whom, kill) => {
  const answered: string[] = []
  const asking = askUntilRefused(answered)
  await until(async () => answered.length > 3)
  await wait(Math.random() * 300)
  kill()
  await asking
  if (app.isKilled()) app = start()
  await until(healthy)
  expect((await kept()).filter(({ times }) => times !== 1)).toEqual([])
  const found = new Set((await kept()).map(({ body }) => body))
  expect(answered.filter((body) => !found.has(body))).toEqual([])
})

it('says that the database is away while it is, and answers again when it is back', async () => {
  killDatabase()
  const answer = await fetch(`http://localhost:${port}/foresporsel`)
  expect([200, 503]).toContain(answer.status)
  if (answer.status === 503) expect(await answer.text()).not.toMatch(/ECONN|postgres|\.js:/)
  await until(async () => (await fetch(`http://localhost:${port}/foresporsel`)).ok)
  await until(healthy)
})

it('takes everything down with Ctrl-C, and is up again in two seconds', async () => {
  app.child.kill('SIGINT')
  expect(await app.ended).toBe(0)
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  app = start()
  await until(healthy)
  app.child.kill('SIGINT')
  expect(await app.ended).toBe(0)
})

type Running = {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number>
  readonly kill: () => void
  readonly isKilled: () => boolean
}

/** `npm start` without npm around it. */
function start(): Running {
  const environment = {
    ...process.env,
    NODE_ENV: '',
    ORDHOLDEN_DATA: folder,
    PORT: String(port),
    PUBLIC_URL: '',
    DATABASE_URL: '',
    SMTP_URL: '',
  }
  const child = spawn(process.execPath, ['src/commands/start.ts'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  let killed = false
  return { child, said: () => said, ended, kill: () => (killed = child.kill('SIGKILL')), isKilled: () => killed }
}

function killDatabase(): void {
  process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
}

async function askUntilRefused(answered: string[]): Promise<void> {
  for (let n = 0; ; n++) {
    const body = `Kan dere levere ${n} krus? ${crypto.randomUUID()}`
    const form = new URLSearchParams({ kind: 'question', body, email: `ola${n}@spor.example` })
    try {
      const answer = await fetch(`http://localhost:${port}/foresporsel`, { method: 'POST', body: form, redirect: 'manual' })
      if (answer.status !== 302) return
    } catch {
      return
    }
    answered.push(body)
  }
}

async function kept(): Promise<readonly { body: string; times: number }[]> {
  const server = await openServer({ ORDHOLDEN_DATA: folder })
  const db = openDatabase(server.ownerUrl)
  // The act and its letter: one without the other would not be counted, and be missed.
  const { rows } = await sql<{ body: string; times: number }>`select i.body, count(*)::int as times
    from core.inquiry i join core.mail m on m.account_id = i.account_id and m.kind = 'inquiry received'
    where i.body like 'Kan dere levere % krus?%' group by i.body`.execute(db)
  await db.destroy()
  return rows
}

async function healthy(): Promise<boolean> {
  return fetch(`http://localhost:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function until(happened: () => Promise<boolean>, patience = 20_000): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await happened())) {
    if (Date.now() > deadline || (app.child.exitCode ?? 0) > 0)
      throw new Error(`waited in vain; the application said:\n${app.said()}`)
    await wait(20)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
}
