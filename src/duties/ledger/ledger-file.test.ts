import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse } from '#testing'
import { dropOld } from './drop-old.ts'
import { append, ledgerHead, ledgerPath, readLedger } from './ledger-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const line = (n: number, at = '2026-11-24T10:00:00.000Z') =>
  ({
    id: `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at,
    what: 'suppression',
    address: `hash ${n}`,
    kind: 'email',
    channel: 'letter',
  }) as const
const addresses = () => readLedger(folder).map((each) => each.what === 'suppression' && each.address)

describe('the ledger', () => {
  it('is empty before anything was entered, and readable by its owner only afterwards', async () => {
    expect(readLedger(folder)).toEqual([])
    await append(folder, line(1))
    await append(folder, line(2))
    expect(addresses()).toEqual(['hash 1', 'hash 2'])
    expect(statSync(ledgerPath(folder)).mode & 0o777).toBe(0o600)
  })

  it('cuts off what a kill left half-written, and goes on from the last whole line', async () => {
    await append(folder, line(1))
    appendFileSync(ledgerPath(folder), '{"id":"01890000-0000-7000-80')
    expect(addresses()).toEqual(['hash 1'])
    await append(folder, line(2))
    expect(addresses()).toEqual(['hash 1', 'hash 2'])
    writeFileSync(ledgerPath(folder), '{"torn":')
    await append(folder, line(3))
    expect(addresses()).toEqual(['hash 3'])
  })

  it('takes a line that is longer than one look at the end of the file', async () => {
    const persons = Array.from({ length: 400 }, () => ({ accountId: crypto.randomUUID(), personId: crypto.randomUUID() }))
    await append(folder, {
      id: line(1).id,
      at: line(1).at,
      what: 'erasure',
      case: crypto.randomUUID(),
      channel: 'letter',
      persons,
    })
    await append(folder, line(2))
    expect(readLedger(folder).map(({ what }) => what)).toEqual(['erasure', 'suppression'])
  })

  it('shows when a line was changed or taken out', async () => {
    for (const n of [1, 2, 3]) await append(folder, line(n))
    const whole = readFileSync(ledgerPath(folder), 'utf8')
    writeFileSync(ledgerPath(folder), whole.replace('hash 2', 'hash 9'))
    expect(() => readLedger(folder)).toThrow('damaged at line 2')
    writeFileSync(ledgerPath(folder), whole.split('\n').toSpliced(1, 1).join('\n'))
    expect(() => readLedger(folder)).toThrow('damaged at line 2')
  })

  it('loses no line when several processes write at once', async () => {
    const writers = await Promise.all([1, 2, 3].map((writer) => anotherProcess(writer * 100)))
    expect(writers).toEqual([0, 0, 0])
    expect(readLedger(folder)).toHaveLength(60)
  })

  it('drops the lines that no backup can undo any more, to the day, and every later line still proves its place', async () => {
    const house = await openTestHouse()
    await append(folder, line(1, '2026-10-09T11:59:59.000Z'))
    await append(folder, line(2, '2026-10-10T12:00:00.000Z'))
    await append(folder, line(3, '2026-11-24T11:00:00.000Z'))
    const before = ledgerHead(folder)
    expect(await dropOld(house.owner, new Date('2026-11-24T12:00:00Z'), folder)).toBe(1)
    expect(addresses()).toEqual(['hash 2', 'hash 3'])
    expect(ledgerHead(folder)).toEqual({ chain: before.chain, lines: 2 })
    expect(await dropOld(house.owner, new Date('2026-11-24T12:00:00Z'), folder)).toBe(0)
    expect(await dropOld(house.owner, new Date('2027-02-01T12:00:00Z'), folder)).toBe(2)
    await append(folder, line(4))
    expect(addresses()).toEqual(['hash 4'])
    await house.close()
  })
})

function anotherProcess(first: number): Promise<number | null> {
  const program = `import { append } from ${JSON.stringify(join(import.meta.dirname, 'ledger-file.ts'))}
    for (let n = 0; n < 20; n++) await append(process.argv[1], { id: crypto.randomUUID(), at: new Date().toISOString(), what: 'suppression', address: 'hash ' + (${first} + n), kind: 'email', channel: 'letter' })`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, folder], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', resolve))
}
