import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['journeys/**/*.spec.ts'],
    globalSetup: ['journeys/test-run.ts'],
    setupFiles: ['samples/no-complaints.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // Two cores: browsers side by side would only wait for each other.
    fileParallelism: false,
    // What a file brings in is loaded once a run, not once a file.
    isolate: false,
  },
})
