import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Binaries, runner, start } from './binaries.ts'

/** True when the folder holds a whole cluster. */
export function isCluster(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

/**
 * Makes the cluster: UTF-8, sorted by code point, passwords by SCRAM. It gets its right name only when it is whole, so a kill leaves
 * nothing half-made; when two make it at once, the first one's stands.
 */
export async function makeCluster(binaries: Binaries, cluster: string, password: string): Promise<void> {
  clearDrafts(cluster)
  const draft = `${cluster}.new.${process.pid}`
  const passwordFile = `${draft}.password`
  const as = runner()
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (as) for (const path of [draft, passwordFile]) chownSync(path, as.uid, as.gid)
  try {
    await initdb(binaries, draft, passwordFile)
    if (!isCluster(cluster)) renameSync(draft, cluster)
  } catch (error) {
    if (!isCluster(cluster)) throw error
  } finally {
    for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true })
  }
}

// What a killed process left half-made.
function clearDrafts(cluster: string): void {
  const folder = dirname(cluster)
  for (const name of readdirSync(folder)) {
    const maker = Number(/\.new\.(\d+)/.exec(name)?.[1] ?? 0)
    if (maker > 0 && (maker === process.pid || !existsSync(`/proc/${maker}`)))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function initdb(binaries: Binaries, draft: string, passwordFile: string): Promise<void> {
  // From version 17 the server has a locale of its own; before, it takes the system's C.UTF-8.
  const locale =
    major(binaries) >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8']
  const args = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale]
  const process = start(binaries, 'initdb', args, runner(), [draft], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [process.stdout, process.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => process.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said.trim()}`)
}

function major(binaries: Binaries): number {
  const [shared] = ['../share/postgresql', '../share', `../../../../share/postgresql/${binaries.split('/').at(-2)}`]
    .map((place) => join(binaries, place, 'postgres.bki'))
    .filter(existsSync)
  return shared === undefined ? 0 : Number(/^# PostgreSQL (\d+)/.exec(readFileSync(shared, 'utf8'))?.[1] ?? 0)
}
