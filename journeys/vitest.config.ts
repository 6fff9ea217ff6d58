import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['journeys/**/*.spec.ts'],
    globalSetup: ['samples/test-run.ts'],
    setupFiles: ['samples/no-complaints.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // Each file has a site and a browser of its own, and waits for pages about as long as it works.
    maxWorkers: 2,
  },
})
