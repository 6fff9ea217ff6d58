import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'house/**/*.test.ts', 'samples/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['samples/test-run.ts'],
    setupFiles: ['samples/no-complaints.ts'],
    // A test waits for the database about as long as it works itself, so both cores are used.
    maxWorkers: 2,
    // What a file brings in is loaded once a run, not once a file: a quarter of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
