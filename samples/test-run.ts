import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestServer, type Wanted } from './test-server.ts'

/** Where a run's server is told to whoever opens a house in it. */
export const serverVariable = 'ORDHOLDEN_TEST_SERVER'

/** vitest's global setup. */
export async function setup(): Promise<() => Promise<void>> {
  return beginRun()
}

/** One server and one data folder for the whole run, handed on by the environment. `fill`: what every house of it begins with. */
export async function beginRun(fill?: Wanted['fill']): Promise<() => Promise<void>> {
  const { ORDHOLDEN_TEST_DATABASE_URL: url, ORDHOLDEN_TEST_BINARIES: binaries, ORDHOLDEN_DATA: before } = process.env
  // Acts that a restore must not undo are entered in the data folder's ledger: nobody's own while tests run.
  const folder = mkdtempSync(join(tmpdir(), 'ordholden-test-data-'))
  process.env.ORDHOLDEN_DATA = folder
  const { stop, ...server } = await startTestServer({ url, binaries, ...(fill && { fill }) })
  process.env[serverVariable] = JSON.stringify(server)
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
    delete process.env[serverVariable]
    if (before === undefined) delete process.env.ORDHOLDEN_DATA
    else process.env.ORDHOLDEN_DATA = before
  }
}
