import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')
const folder = resolve(root, process.env.ORDHOLDEN_BUILD || 'build')
const builtFrom = join(folder, 'built-from')

/** Where the built server is: a module that exports `serve`. */
export const builtServer = join(folder, 'server/index.js')

/** Builds pages and server when anything they are made of has changed since. Throws when the build fails. */
export async function buildIfStale(building: () => void): Promise<void> {
  const sources = stateOfSources()
  if (existsSync(builtServer) && existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === sources) return
  building()
  await build()
  writeFileSync(builtFrom, sources)
}

// Names, sizes and times are enough: a checkout or an edit changes at least one of them.
function stateOfSources(): string {
  const files = globSync(
    ['src/**/*', 'beacon/**/*', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json'],
    { cwd: root },
  )
  const hash = createHash('sha256')
  for (const file of files.filter((each) => !each.includes('.test.')).sort()) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function build(): Promise<void> {
  const program = join(root, 'node_modules/@react-router/dev/bin.cjs')
  const child = spawn(process.execPath, [program, 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(`The build failed:\n${said}`)
}

if (import.meta.main) await buildIfStale(() => console.log('Building the pages …'))
