import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The server process that holds a cluster, as its own file tells and the machine confirms. */
export type Postmaster = { readonly pid: number; readonly port: number | undefined }

/** Undefined when none runs: no file, a file left by a killed one, or a process number that is now someone else's. */
export function postmasterOf(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]) || undefined }
}

/** True when the server on that port lets us in and serves that cluster. */
export async function answers(cluster: string, port: number, password: string): Promise<boolean> {
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

/** Fast shutdown, and wait until the process is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = postmasterOf(cluster)
  if (running === undefined) return
  process.kill(running.pid, 'SIGINT')
  while (isAlive(running.pid) && isPostgres(running.pid)) await wait(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  if (!existsSync('/proc/self/stat')) return true
  try {
    const line = readFileSync(stat, 'utf8')
    // A zombie waits only to be buried; it holds nothing.
    return line.includes('(postgres)') && !/\) Z /.test(line)
  } catch {
    return false
  }
}
