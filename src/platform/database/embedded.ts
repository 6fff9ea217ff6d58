import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { secret } from '#files'
import { type Binaries, runner, shippedBinaries, start } from './binaries.ts'
import { isCluster, makeCluster } from './cluster.ts'
import { answers, postmasterOf, stopPostmaster } from './postmaster.ts'

export type EmbeddedServer = {
  /** As the owner of the cluster; for migrations and the purpose layer only. */
  readonly url: string
  /** Starts it again, on the same port, whenever it is found dead. Returns what stops the watch, once it is not in the middle of that. */
  readonly watch: (onRestart: () => void) => () => Promise<void>
  /** Fast shutdown: open transactions are rolled back, everything answered is on disk. */
  readonly stop: () => Promise<void>
}

/** `settings` are added to the command line; `binaries` default to the shipped server's. */
export type Embedding = { readonly binaries?: Binaries; readonly settings?: Readonly<Record<string, string>> }

type Home = { readonly dataDir: string; readonly cluster: string; readonly password: string } & Required<Embedding>

/**
 * The server of that data folder, started unless it runs already. After kill -9 of the application the running server is
 * taken over; after kill -9 of the server it recovers by itself from its log. Throws when it cannot be started, and says
 * where it tells why.
 */
export async function startEmbedded(
  dataDir: string,
  { binaries = shippedBinaries(), settings = {} }: Embedding = {},
): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true })
  // The server's user must be able to pass through; secrets/ below is closed by itself.
  if (runner() !== undefined) chmodSync(dataDir, 0o711)
  const home = { dataDir, cluster: join(dataDir, 'postgres'), password: secret(dataDir, 'postgres-password'), binaries, settings }
  if (!isCluster(home.cluster)) await makeCluster(binaries, home.cluster, home.password)
  const port = await ensureRunning(home)
  const url = `postgres://postgres:${home.password}@127.0.0.1:${port}/ordholden`
  await makeDatabase(url)
  return { url, watch: (onRestart) => watch(home, onRestart), stop: () => stopPostmaster(home.cluster) }
}

/** Stops the server of that data folder, if one runs. */
export function stopCluster(dataDir: string): Promise<void> {
  return stopPostmaster(join(dataDir, 'postgres'))
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

async function ensureRunning(home: Home): Promise<number> {
  const deadline = Date.now() + 60_000
  let ours: ReturnType<typeof start> | undefined
  while (Date.now() < deadline) {
    const running = postmasterOf(home.cluster)
    if (running?.port && (await answers(home.cluster, running.port, home.password))) return running.port
    const starting = ours !== undefined && ours.exitCode === null && ours.signalCode === null
    const port = running === undefined && !starting && (await rememberedPort(home.dataDir, deadline - 55_000))
    if (port) ours = startServer(home, port)
    await wait(ours && !starting ? 100 : 20)
  }
  throw new Error(`The database server did not start within a minute. It tells why in ${join(home.dataDir, 'postgres.log')}.`)
}

function startServer({ binaries, dataDir, cluster, settings }: Home, port: number) {
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600)
  const all = Object.entries({ ...ways, ...settings, port: String(port) })
  const args = ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // In a session of its own: Ctrl-C reaches the application, which then shuts the server down in order.
  const server = start(binaries, 'postgres', args, runner(), [cluster], { detached: true, stdio: ['ignore', log, log], cwd: '/' })
  closeSync(log)
  server.on('error', () => undefined)
  server.unref()
  return server
}

// A free port is found once and kept, so that connections find the server again when it has been restarted. A killed
// server's children hold it for a moment more (then: 0); when somebody else has it for good, another one is found.
async function rememberedPort(dataDir: string, patience: number): Promise<number> {
  const file = join(dataDir, 'postgres.port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (kept > 0 && (await freePort(kept))) return kept
  if (kept > 0 && Date.now() < patience) return 0
  const port = await freePort(0)
  writeFileSync(file, String(port))
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

async function makeDatabase(url: string): Promise<void> {
  const there = new URL(url)
  there.pathname = '/postgres'
  const client = new pg.Client({ connectionString: there.href, application_name: 'ordholden' })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'ordholden'`)
    if (rowCount === 0) await client.query('create database ordholden')
  } catch (error) {
    const duplicate = ['42P04', '23505'].includes((error as { code: string }).code)
    if (!duplicate) throw error
  } finally {
    await client.end()
  }
}

function watch(home: Home, onRestart: () => void): () => Promise<void> {
  let restarting: Promise<void> | undefined
  const timer = setInterval(() => {
    if (restarting || postmasterOf(home.cluster) !== undefined) return
    // When it cannot be started now, the next look tries again.
    restarting = ensureRunning(home)
      .then(onRestart, () => undefined)
      .finally(() => (restarting = undefined))
  }, 250)
  return async () => {
    clearInterval(timer)
    await restarting
  }
}
