import { existsSync } from 'node:fs'

/** What stands in .env, where the environment does not say otherwise. */
export function readSettings(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
