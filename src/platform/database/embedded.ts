import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { secret } from '#files'
import {
  type Embedding,
  type Home as ServerHome,
  homeOf,
  isCluster,
  makeCluster,
  postmasterOf,
  rememberedPort,
  runner,
  startServer,
  stopPostmaster,
} from '#postgres'

type EmbeddedServer = {
  /** As the owner of the cluster; for migrations and the purpose layer only. */
  readonly url: string
  /** Starts it again, on the same port, whenever it is found dead. Returns what stops the watch, once it is not in the middle of that. */
  readonly watch: (onRestart: () => void) => () => Promise<void>
  /** Fast shutdown: open transactions are rolled back, everything answered is on disk. */
  readonly stop: () => Promise<void>
}

type Home = ServerHome & { readonly password: string }

/**
 * The server of that data folder, started unless it runs already. After kill -9 of the application the running server is
 * taken over; after kill -9 of the server it recovers by itself from its log. Throws when it cannot be started, and says
 * where it tells why.
 */
export async function startEmbedded(dataDir: string, embedding: Embedding = {}): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true })
  // The server's user must be able to pass through; secrets/ below is closed by itself.
  if (runner() !== undefined) chmodSync(dataDir, 0o711)
  const home = { ...homeOf(dataDir, embedding), password: secret(dataDir, 'postgres-password') }
  if (!isCluster(home.cluster)) await makeCluster(home.binaries, home.cluster, home.password)
  const port = await ensureRunning(home)
  const url = `postgres://postgres:${home.password}@127.0.0.1:${port}/ordholden`
  await makeDatabase(url)
  return { url, watch: (onRestart) => watch(home, onRestart), stop: () => stopPostmaster(home.cluster) }
}

async function ensureRunning(home: Home): Promise<number> {
  const deadline = Date.now() + 60_000
  let ours: ReturnType<typeof startServer> | undefined
  while (Date.now() < deadline) {
    const running = postmasterOf(home.cluster)
    if (running?.port && (await answers(home, running.port))) return running.port
    const starting = ours !== undefined && ours.exitCode === null && ours.signalCode === null
    const port = running === undefined && !starting && (await rememberedPort(home.dataDir, deadline - 55_000))
    if (port) ours = startServer(home, port)
    await wait(ours && !starting ? 100 : 20)
  }
  throw new Error(`The database server did not start within a minute. It tells why in ${join(home.dataDir, 'postgres.log')}.`)
}

/** True when the server on that port lets us in and serves that cluster. */
async function answers({ cluster, password }: Home, port: number): Promise<boolean> {
  if (postmasterOf(cluster)?.port !== port) return false
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    return rows[0].data_directory === cluster
  } catch (error) {
    // 28P01: the password is not this cluster's, and waiting will not help.
    if ((error as { code?: string }).code === '28P01') throw error
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
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
