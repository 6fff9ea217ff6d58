import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { holdAlone, secret } from '#files'

const folder = mkdtempSync(join(tmpdir(), 'ordholden-hold-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('holds the folder for one, and tells the second who has it', async () => {
  const first = await holdAlone(folder)
  if ('heldBy' in first) throw new Error('somebody has it')
  first.tell('the first')
  expect(await holdAlone(folder)).toEqual({ heldBy: 'the first' })
  await first.letGo()
  const third = await holdAlone(folder)
  if ('heldBy' in third) throw new Error('somebody has it still')
  await third.letGo()
})

it('lets go when the holder is killed', async () => {
  const script = `import { holdAlone } from '#files'
    const hold = await holdAlone(${JSON.stringify(folder)}); hold.tell('the child'); console.log('held'); setInterval(() => 0, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(await holdAlone(folder)).toEqual({ heldBy: 'the child' })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  const after = await holdAlone(folder)
  if ('heldBy' in after) throw new Error('somebody has it still')
  await after.letGo()
})

it('makes a secret once', () => {
  const made = secret(folder, 'word')
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(secret(folder, 'word')).toBe(made)
  expect(secret(folder, 'other')).not.toBe(made)
})
