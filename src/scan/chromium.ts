import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'

/** The browser that comes with the program's own packages, unpacked once per machine; never one that happens to be installed. */
export async function browserProgram(): Promise<string> {
  const program = await chromium.executablePath()
  if (lacksLibraries(program)) await bringLibraries()
  return program
}

/** A bare machine has no NSS; the package brings it along for one kind of machine, and we use it on all. */
async function bringLibraries(): Promise<void> {
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin/al2023.tar.br')
  if (!existsSync(join(tmpdir(), 'al2023'))) await inflate(packaged)
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
}

function lacksLibraries(program: string): boolean {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found')
}

/** Not the package's own flags: those switch off web security, and we want the browser people have. */
export const browserFlags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
]
