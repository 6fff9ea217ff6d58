import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Binaries, runner, shippedBinaries, start } from './binaries.ts'
import { isCluster } from './make-cluster.ts'
import { postmasterOf, stopPostmaster } from './postmaster.ts'

/** `settings` are added to the command line; `binaries` default to the shipped server's. */
export type Embedding = { readonly binaries?: Binaries; readonly settings?: Readonly<Record<string, string>> }

/** Where a server lives: the data folder, and its cluster in it. */
export type Home = { readonly dataDir: string; readonly cluster: string } & Required<Embedding>

export function homeOf(dataDir: string, { binaries = shippedBinaries(), settings = {} }: Embedding = {}): Home {
  return { dataDir, cluster: clusterOf(dataDir), binaries, settings }
}

/** Stops the server of that data folder, if one runs. */
export function stopCluster(dataDir: string): Promise<void> {
  return stopPostmaster(clusterOf(dataDir))
}

/**
 * Has the server of that folder on its way while the rest of the program is loaded; its process, for whoever has no use for it after
 * all (SIGINT is its fast shutdown). Undefined when there is none yet, when it runs, and when its port is not free.
 */
export async function wakeServer(dataDir: string): Promise<ChildProcess | undefined> {
  if (!isCluster(clusterOf(dataDir)) || postmasterOf(clusterOf(dataDir)) !== undefined) return undefined
  const port = await rememberedPort(dataDir, Infinity)
  return port > 0 ? startServer(homeOf(dataDir), port) : undefined
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

/** Does not wait until it answers. */
export function startServer({ binaries, dataDir, cluster, settings }: Home, port: number): ChildProcess {
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

/**
 * A free port is found once and kept, so that connections find the server again when it has been restarted. A killed
 * server's children hold it for a moment more (then: 0); when somebody else has it after `patience`, another one is found.
 */
export async function rememberedPort(dataDir: string, patience: number): Promise<number> {
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

function clusterOf(dataDir: string): string {
  return join(dataDir, 'postgres')
}
