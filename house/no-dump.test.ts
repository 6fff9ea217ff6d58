import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

// What a program holds when it breaks down stands in a core file; a host may have allowed any size of it.
it.skipIf(process.platform !== 'linux')(
  'runs our program so that the system writes none of its memory to disk when it breaks down',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'ordholden-dump-'))
    const file = join(folder, 'breaks-down.mjs')
    writeFileSync(file, `process.chdir(${JSON.stringify(folder)}); console.log('running'); process.abort()`)
    const breaksDown = `import(${JSON.stringify(join(root, 'bin/installed.mjs'))}).then(({ run }) => run(${JSON.stringify(relative(root, file))}, []))`
    const ended = (command: readonly string[]) =>
      execFileSync('/bin/sh', ['-c', 'ulimit -c unlimited; "$@"; true', 'sh', ...command], { stdio: 'pipe' }).toString()
    const dumps = () => readdirSync(folder).filter((name) => name.startsWith('core'))
    expect(ended([process.execPath, '-e', breaksDown])).toContain('running')
    expect(dumps()).toEqual([])
    // Started plainly it leaves one, where the machine writes them beside the program and hands them to no other.
    ended([process.execPath, file])
    if (readFileSync('/proc/sys/kernel/core_pattern', 'utf8').startsWith('core')) expect(dumps()).not.toEqual([])
    rmSync(folder, { recursive: true })
  },
)
