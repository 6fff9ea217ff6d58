import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DB, openDatabase, reachServer } from '#database'
import { stopCluster } from '#postgres'
import { inventory } from '#inventory'
import { cast } from '../samples/cast.ts'
import { openBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const kari = cast.kari.contact
let folder: string
let port: number
let app: Running
let browser: Browser
let page: Page
let backup: string
let receipt: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-restored-'))
  port = await freePort()
  app = run('src/commands/start.ts')
  await until(healthy)
  browser = await openBrowser()
  page = await (await browser.newContext({ baseURL: `http://localhost:${port}`, javaScriptEnabled: false })).newPage()
}, 180_000)
afterAll(async () => {
  await browser.close()
  app.child.kill('SIGKILL')
  await stopCluster(folder)
  rmSync(folder, { recursive: true, force: true })
})

it('takes a backup while the shop is open', async () => {
  const taking = run('src/commands/backup.ts')
  expect(await taking.ended, taking.said()).toBe(0)
  const [file] = readdirSync(join(folder, 'backups'))
  backup = join(folder, 'backups', file!)
  expect(taking.said()).toContain(backup)
  expect(taking.said()).toContain('secrets')
}, 120_000)

it('erases Kari on her own page, who keeps her receipt', async () => {
  await signIn()
  await page.goto('/min-side/slett')
  await page.click('main button')
  expect(await page.textContent('h1')).toBe('Du er slettet')
  const href = (await page.getAttribute('main a.ds-button', 'href'))!
  await until(async () => (await page.request.get(href)).status() === 200)
  receipt = await saved(href, 'receipt.json')
  expect(await known()).toEqual([])
}, 120_000)

it('is killed, and last week’s backup is put back: nobody is let in before that is over', async () => {
  const refusal = run('src/commands/restore.ts', backup, '--replace')
  expect(await refusal.ended).toBe(1)
  expect(refusal.said()).toContain('Stans den først')
  app.child.kill('SIGKILL')
  await app.ended
  const careful = run('src/commands/restore.ts', backup)
  expect(await careful.ended).toBe(1)
  expect(careful.said()).toContain('--replace')

  // Looks on from inside, so that the restore is not over before it is seen to have begun.
  const db = await opened()
  const restoring = run('src/commands/restore.ts', backup, '--replace')
  await until(() => isUnderWay(db))
  restoring.child.kill('SIGKILL')
  await db.destroy()
  await restoring.ended
  const shut = run('src/commands/start.ts')
  expect(await shut.ended).toBe(1)
  expect(shut.said()).toContain('npm run restore')
  expect(await healthy()).toBe(false)
}, 180_000)

it('goes on where it was killed, and does the erasure again', async () => {
  const restoring = run('src/commands/restore.ts', backup)
  expect(await restoring.ended, restoring.said()).toBe(0)
  expect(restoring.said()).toContain('1 erasure')
}, 180_000)

it('opens again: Kari is gone, and her receipt holds, to somebody who does not trust us', async () => {
  app = run('src/commands/start.ts')
  await until(healthy)
  expect(await known()).toEqual([])
  await page.goto('/min-side')
  expect(new URL(page.url()).pathname).toBe('/logg-inn')
  const script = await saved('/personvern/verify-receipt.mjs', 'verify-receipt.mjs')
  const log = await saved('/personvern/logg.json', 'log.json')
  expect(execFileSync(process.execPath, [script, receipt, log], { encoding: 'utf8', env: {} })).toContain('erasure')
  expect(JSON.parse(readFileSync(log, 'utf8')).checkpoints.map(({ rootHash }: { rootHash: string }) => rootHash)).toContain(
    JSON.parse(readFileSync(receipt, 'utf8')).checkpoint.rootHash,
  )
}, 120_000)

async function signIn(): Promise<void> {
  await page.goto('/logg-inn')
  await page.fill('[name=email]', kari.email)
  await page.click('text=Send meg lenken')
  const letter = await asked<{ body: string }>((db) =>
    sql`select body from core.mail where kind = 'sign-in link' and to_address = ${kari.email} order by queued_at desc limit 1`.execute(
      db,
    ),
  )
  await page.goto(/http\S+/.exec(letter[0]!.body)![0])
  await page.click('main button')
}

/** Where in the database she stands, by address or by name, but for what a law keeps of her. */
async function known(): Promise<string[]> {
  const pattern = `${kari.email}|${kari.first_name}\\s+${kari.last_name}`
  const rows = await asked<{ table: string }>((db) =>
    sql`select distinct "table" from house.residue(${pattern}, '{}', '{""}', '{}') where "rows" > 0`.execute(db),
  )
  const kept = inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table as string)
  return rows.map(({ table }) => table).filter((table) => !kept.includes(table))
}

async function isUnderWay(db: Kysely<DB>): Promise<boolean> {
  return (await sql`select 1 from pg_namespace where nspname = 'restored'`.execute(db)).rows.length > 0
}

async function opened(): Promise<Kysely<DB>> {
  const server = await reachServer({ ORDHOLDEN_DATA: folder })
  return openDatabase<DB>(server.ownerUrl, { max: 1, applicationName: 'journey' })
}

async function asked<Row>(question: (db: Kysely<DB>) => Promise<{ rows: unknown[] }>): Promise<Row[]> {
  const db = await opened()
  const { rows } = await question(db).finally(() => db.destroy())
  return rows as Row[]
}

async function saved(path: string, name: string): Promise<string> {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  writeFileSync(join(folder, name), await answer.body())
  return join(folder, name)
}

type Running = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number> }

/** An npm script, without npm around it. */
function run(file: string, ...args: string[]): Running {
  const environment = {
    ...process.env,
    NODE_ENV: '',
    ORDHOLDEN_DATA: folder,
    PORT: String(port),
    PUBLIC_URL: '',
    DATABASE_URL: '',
    SMTP_URL: '',
  }
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  return { child, said: () => said, ended }
}

async function healthy(): Promise<boolean> {
  return fetch(`http://localhost:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function until(happened: () => Promise<boolean>, patience = 150_000): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(`waited in vain; the application said:\n${app.said()}`)
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
