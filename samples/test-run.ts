import { serverVariable } from './testing.ts'
import { startTestServer } from './test-server.ts'

/** vitest's global setup: one server for the whole run, handed to the test files by the environment. */
export async function setup(): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestServer(process.env.ORDHOLDEN_TEST_DATABASE_URL, process.env.ORDHOLDEN_TEST_BINARIES)
  process.env[serverVariable] = JSON.stringify(server)
  return stop
}
