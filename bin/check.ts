/**
 * Everything that must hold, as a list: what CI runs, and what `npm test` runs on a fresh clone. The last line counts.
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'ordholden-check-'))
const modules = (path: string) => join(root, 'node_modules', path)

let passed = 0
let failed = 0

await step('routes have types', [modules('@react-router/dev/bin.cjs'), 'typegen'])
await step('types hold', [modules('typescript/bin/tsc'), '-p', '.'])
await step('lint', [modules('oxlint/bin/oxlint'), '--quiet', 'src', 'house', 'samples', 'bench', 'bin', 'journeys'])
await step('generated types are the catalogue’s', ['src/types.ts', '--check'])
await step('build', [modules('@react-router/dev/bin.cjs'), 'build'])
await tests('on the shipped PostgreSQL', [])
for (const binaries of installedServers()) {
  await tests(`on ${binaries}`, filesThat('#testing'), { ORDHOLDEN_TEST_BINARIES: binaries })
}
if (globSync('journeys/*.spec.ts', { cwd: root }).length > 0) {
  await tests('journeys, in a real browser', ['--config', 'journeys/vitest.config.ts'])
}

rmSync(scratch, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function step(name: string, args: string[], environment: Record<string, string> = {}): Promise<boolean> {
  const began = Date.now()
  console.log(`\n── ${name}`)
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  const good = code === 0
  if (good) passed++
  else failed++
  console.log(`── ${name}: ${good ? 'passed' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return good
}

/** Counts each test by itself, and the run only when it broke down before it could count. */
async function tests(name: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  const report = join(scratch, `${passed + failed}.json`)
  const vitest = [modules('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]
  const good = await step(name, vitest, environment)
  if (!existsSync(report)) return
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests - (good ? 1 : 0)
  failed += numFailedTests - (good || numFailedTests === 0 ? 0 : 1)
}

function installedServers(): string[] {
  const folder = '/usr/lib/postgresql'
  if (process.platform !== 'linux' || !existsSync(folder)) return []
  return readdirSync(folder).filter((version) => Number(version) >= 15).map((version) => join(folder, version, 'bin'))
    .filter((binaries) => existsSync(join(binaries, 'postgres')) && existsSync(join(binaries, 'initdb')))
}

function filesThat(mention: string): string[] {
  const all = globSync(['src/**/*.test.{ts,tsx}', 'house/**/*.test.ts'], { cwd: root })
  return all.filter((file) => readFileSync(join(root, file), 'utf8').includes(mention))
}
