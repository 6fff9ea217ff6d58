import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '#files'
import type { RanTest } from '#statement'

const file = join(programRoot, 'build/tests.json')

/** What the last `npm test` here found, test by test; empty when it has not run since the clone. */
export function testsOfThisBuild(): readonly RanTest[] {
  if (!existsSync(file)) return []
  const ran = JSON.parse(readFileSync(file, 'utf8')) as readonly (Omit<RanTest, 'at'> & { readonly at: number })[]
  return ran.map((test) => ({ ...test, at: new Date(test.at) }))
}
