// Plain JavaScript for any Node from 20 on: makes sure that everything the program is built of is here, and runs one of its
// files with the Node that it is tested with.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs `npm ci` unless what is installed is what package-lock.json asks for. */
export function install() {
  if (isInstalled()) return
  console.log('Henter det programmet trenger (npm ci) … / Fetching what the program needs (npm ci) …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}

/** The Node that the program is tested with; the one running now where none is shipped for this machine. */
export function node() {
  const shipped = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
  if (existsSync(shipped)) return shipped
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `Ingen Node følger med for ${process.platform}-${process.arch}: installer Node 24 eller nyere. / No Node is shipped for this machine: install Node 24 or newer.`,
  )
  process.exit(1)
}

/** Installs, runs the file, passes signals on, and ends as it ends. The file hears `disconnect` if this process is killed. */
export function run(file, args = process.argv.slice(2)) {
  install()
  // What was compiled at one start need not be compiled at the next: it takes a second less.
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env }
  // Most of what is made lives for one row or one request: with room for it, far less is copied while it is cleared away.
  const [program, ...given] = leavingNoDump([node(), '--max-semi-space-size=64', join(root, file), ...args])
  const child = spawn(program, given, {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // Ctrl-C reaches the child from the terminal; this process only waits for it to finish.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
}

/** A program that breaks down may be written to disk by the system as it stood in memory, visitors’ addresses and all: not this one, nor the database it starts. */
function leavingNoDump(command) {
  return process.platform === 'win32' ? command : ['/bin/sh', '-c', 'ulimit -S -c 0; exec "$@"', 'sh', ...command]
}

function isInstalled() {
  const done = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(done)) return false
  const asked = packagesIn(join(root, 'package-lock.json'))
  const here = packagesIn(done)
  return Object.entries(asked).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (optional && here[path] === undefined) || here[path]?.version === version,
  )
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
