import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Package = { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>
}

/** `npm ci` refuses a lock that lacks a package for a machine that is not ours; npm drops them when the registry used has none. */
function missing(locked: Readonly<Record<string, Package>>): string[] {
  return Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !locked[`node_modules/${name}`]?.version && !locked[`${path}/node_modules/${name}`]?.version,
    ),
  )
}

it('locks every optional package, so that a fresh clone can be installed', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(300)
  expect(missing(packages)).toEqual([])
  expect(missing({ 'node_modules/a': { optionalDependencies: { 'a-for-other-machines': '1.0.0' } } })).toEqual([
    'a-for-other-machines',
  ])
})
