import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'house/**/*.test.ts', 'samples/**/*.test.ts'],
    globalSetup: ['samples/test-run.ts'],
    setupFiles: ['samples/no-complaints.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
