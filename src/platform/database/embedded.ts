import { chmodSync, chownSync, existsSync, mkdirSync, openSync, closeSync, renameSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { secret } from '#files'
import { type Binaries, runner, shippedBinaries, start } from './binaries.ts'
import { answers, postmasterOf, stopPostmaster } from './postmaster.ts'

export type EmbeddedServer = {
  /** As the owner of the cluster; for migrations and the purpose layer only. */
  readonly url: string
  /** True when this call started it; false when it was already running. */
  readonly startedHere: boolean
  /** Starts it again, on the same port, whenever it is found dead. Returns what stops the watch. */
  readonly watch: (onRestart: () => void) => () => void
  /** Fast shutdown: open transactions are rolled back, everything answered is on disk. */
  readonly stop: () => Promise<void>
}

/** `settings` are added to the command line; `binaries` default to the shipped server's. */
export type Embedding = { readonly binaries?: Binaries; readonly settings?: Readonly<Record<string, string>> }

/**
 * The server of that data folder, started unless it runs already. A cluster is made the first time, in a folder that gets its
 * right name only when it is whole. After kill -9 of the application the running server is taken over; after kill -9 of the
 * server it recovers by itself from its log.
 */
export async function startEmbedded(dataDir: string, embedding: Embedding = {}): Promise<EmbeddedServer> {
  const { binaries = shippedBinaries(), settings = {} } = embedding
  const cluster = join(dataDir, 'postgres')
  mkdirSync(dataDir, { recursive: true })
  // The server's user must be able to pass through; secrets/ below is closed by itself.
  if (runner() !== undefined) chmodSync(dataDir, 0o711)
  const password = secret(dataDir, 'postgres-password')
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(binaries, dataDir, cluster, password)
  const port = await rememberedPort(dataDir, cluster)
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/ordholden`
  const ensure = () => ensureRunning(binaries, dataDir, cluster, port, password, settings)
  const startedHere = await ensure()
  await makeDatabase(url)
  return { url, startedHere, watch: (onRestart) => watch(cluster, ensure, onRestart), stop: () => stopPostmaster(cluster) }
}

async function makeCluster(binaries: Binaries, dataDir: string, cluster: string, password: string): Promise<void> {
  const draft = `${cluster}.new`
  const passwordFile = join(dataDir, 'postgres.password')
  const as = runner()
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (as) for (const path of [draft, passwordFile]) chownSync(path, as.uid, as.gid)
  try {
    await initdb(binaries, draft, passwordFile)
    renameSync(draft, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function initdb(binaries: Binaries, draft: string, passwordFile: string): Promise<void> {
  const args = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--locale=C.UTF-8']
  // Before version 17 the server has no locale provider of its own, and takes the system's C.UTF-8.
  if (existsSync(join(binaries, '../share/postgresql/postgres.bki')) && major(binaries) >= 17) {
    args.splice(-1, 1, '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  }
  const initdb = start(binaries, 'initdb', args, runner(), [draft], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [initdb.stdout, initdb.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => initdb.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said.trim()}`)
}

function major(binaries: Binaries): number {
  return Number(readFileSync(join(binaries, '../share/postgresql/postgres.bki'), 'utf8').match(/^# PostgreSQL (\d+)/)?.[1] ?? 0)
}

// A free port is found once and kept, so that connections find the server again when it has been restarted.
async function rememberedPort(dataDir: string, cluster: string): Promise<number> {
  const running = postmasterOf(cluster)?.port
  if (running) return running
  const file = join(dataDir, 'postgres.port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (kept && (await freePort(kept))) || (await freePort(0))
  if (port !== kept) writeFileSync(file, String(port))
  return port
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

const ways = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
  log_timezone: 'Europe/Oslo',
}

async function ensureRunning(
  binaries: Binaries, dataDir: string, cluster: string, port: number, password: string, settings: Readonly<Record<string, string>>,
): Promise<boolean> {
  const deadline = Date.now() + 60_000
  let startedHere = false
  let child: ReturnType<typeof start> | undefined
  while (Date.now() < deadline) {
    if (await answers(cluster, port, password)) return startedHere
    const alive = child ? child.exitCode === null && child.signalCode === null : postmasterOf(cluster) !== undefined
    if (!alive) {
      if (child) await wait(200) // the last one's children may still hold the shared memory for a moment
      child = startServer(binaries, dataDir, cluster, { ...ways, ...settings, port: String(port) })
      startedHere = true
    }
    await wait(25)
  }
  throw new Error(`The database server did not start within a minute. It tells why in ${join(dataDir, 'postgres.log')}.`)
}

function startServer(binaries: Binaries, dataDir: string, cluster: string, settings: Readonly<Record<string, string>>) {
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600)
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // In a session of its own: Ctrl-C reaches the application, which then shuts the server down in order.
  const server = start(binaries, 'postgres', args, runner(), [cluster], { detached: true, stdio: ['ignore', log, log], cwd: '/' })
  closeSync(log)
  server.on('error', () => undefined)
  server.unref()
  return server
}

async function makeDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const there = new URL(url)
  there.pathname = '/postgres'
  const client = new pg.Client({ connectionString: there.href, application_name: 'ordholden' })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'ordholden'`)
    if (rowCount === 0) await client.query('create database ordholden')
  } finally {
    await client.end()
  }
}

function watch(cluster: string, ensure: () => Promise<boolean>, onRestart: () => void): () => void {
  let watching = true
  const timer = setInterval(async () => {
    if (!watching || postmasterOf(cluster) !== undefined) return
    watching = false
    const restarted = await ensure().catch(() => false)
    watching = true
    if (restarted) onRestart()
  }, 250)
  timer.unref()
  return () => {
    watching = false
    clearInterval(timer)
  }
}

/** Stops the server of that data folder, if one runs. */
export function stopCluster(dataDir: string): Promise<void> {
  return stopPostmaster(join(dataDir, 'postgres'))
}
