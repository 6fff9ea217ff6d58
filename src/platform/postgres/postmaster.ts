import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The server process that holds a cluster, as its own file tells and the machine confirms. */
type Postmaster = { readonly pid: number; readonly port: number | undefined }

/** Undefined when none runs: no file, a file left by a killed one, or a process number that is now someone else's. */
export function postmasterOf(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]) || undefined }
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
