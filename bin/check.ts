/**
 * Everything that must hold, as a list: what CI runs, and what `npm test` runs on a fresh clone. The last line counts.
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'ordholden-check-'))
const modules = (path: string) => join(root, 'node_modules', path)

const began = Date.now()
let passed = 0
let failed = 0

await step('routes have types', [modules('@react-router/dev/bin.cjs'), 'typegen'])
await step('types hold', [modules('typescript/bin/tsc'), '-p', '.'])
await step('format', [modules('oxfmt/bin/oxfmt'), '--check', 'src', 'house', 'samples', 'bench', 'bin', 'journeys'])
await step('lint', [modules('oxlint/bin/oxlint'), '--quiet', 'src', 'house', 'samples', 'bench', 'bin', 'journeys'])
await step('generated types are the catalogue’s', ['src/commands/types.ts', '--check'])
await step('build', ['src/commands/build.ts'])
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
  const vitest = [
    modules('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]
  const good = await step(name, vitest, environment)
  if (!existsSync(report)) return
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  remember(report)
  passed += numPassedTests - (good ? 1 : 0)
  failed += numFailedTests - (good || numFailedTests === 0 ? 0 : 1)
}

/** For the statement's sentences that a named test proves: what it found, and when, beside the build that it tried. */
function remember(report: string): void {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; startTime: number; assertionResults: { title: string; status: string }[] }[]
  }
  const ran = testResults.flatMap(({ name, startTime, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({
      file: relative(root, name),
      title,
      passed: status === 'passed',
      at: Math.round(startTime),
    })),
  )
  const file = join(root, 'build/tests.json')
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as typeof ran) : []
  const named = (test: (typeof ran)[number]) => `${test.file} ${test.title}`
  const again = new Set(ran.map(named))
  // What failed on one database in this run has failed, whatever the other says.
  const fell = new Set(earlier.filter(({ at, passed: good }) => at >= began && !good).map(named))
  const all = [
    ...earlier.filter((test) => !again.has(named(test))),
    ...ran.map((test) => ({ ...test, passed: test.passed && !fell.has(named(test)) })),
  ]
  writeFileSync(file, JSON.stringify(all))
}

function installedServers(): string[] {
  const folder = '/usr/lib/postgresql'
  if (process.platform !== 'linux' || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((version) => Number(version) >= 15)
    .map((version) => join(folder, version, 'bin'))
    .filter((binaries) => existsSync(join(binaries, 'postgres')) && existsSync(join(binaries, 'initdb')))
}

function filesThat(mention: string): string[] {
  const all = globSync(['src/**/*.test.{ts,tsx}', 'house/**/*.test.ts'], { cwd: root })
  return all.filter((file) => readFileSync(join(root, file), 'utf8').includes(mention))
}
