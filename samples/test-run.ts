import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverVariable } from './testing.ts'
import { startTestServer } from './test-server.ts'

/** vitest's global setup: one server and one data folder for the whole run, handed to the test files by the environment. */
export async function setup(): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestServer(process.env.ORDHOLDEN_TEST_DATABASE_URL, process.env.ORDHOLDEN_TEST_BINARIES)
  process.env[serverVariable] = JSON.stringify(server)
  // Acts that a restore must not undo are entered in the data folder's ledger: nobody's own while tests run.
  const folder = mkdtempSync(join(tmpdir(), 'ordholden-test-data-'))
  process.env.ORDHOLDEN_DATA = folder
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
