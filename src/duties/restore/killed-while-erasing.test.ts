import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdAlone } from '#files'
import { ledgerIn, readLedger } from '#ledger'
import { openPurposes } from '#purposes'
import { erasePerson } from '#rights'
import { inventory, openTestHouse, openWire, plantPerson, type Planted, type TestHouse, type Wire } from '#testing'
import { carryOut } from './carry-out.ts'

const now = new Date('2026-11-24T10:00:00Z')
let house: TestHouse
let dataDir: string
let kari: Planted
let colleague: Planted
let fatima: Planted
let nils: Planted
/** Every statement of a whole erasure, in order, as the server was asked: what there is to be killed before. */
let steps: readonly string[]

beforeAll(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'killed-while-erasing-'))
  const sofie = await plantPerson(house.owner, now, inventory)
  nils = await plantPerson(house.owner, now, inventory)
  fatima = await plantPerson(house.owner, now, inventory)
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
  steps = (await erasedHere(sofie)).asked
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('an erasure that is killed', { timeout: 60_000 }, () => {
  it('has not begun when the database lost it before any statement but the last: nothing has changed, and no line stands', async () => {
    const [before, lines] = [await everything(), readLedger(dataDir)]
    for (let nth = 1; nth < steps.length; nth++) {
      const { asked, failed } = await erasedHere(kari, (at) => at < nth)
      expect(failed, steps[nth - 1]).toBe(true)
      expect(asked).toHaveLength(nth)
    }
    expect(await carryOut(again(), now)).toEqual({})
    expect(changed(before, await everything())).toEqual([])
    expect(readLedger(dataDir)).toEqual(lines)
    expect(steps.length).toBeGreaterThan(8)
    expect(steps.at(-1)).toBe('commit')
  })

  it('has not begun when its process was killed halfway', async () => {
    const [before, lines] = [await everything(), readLedger(dataDir)]
    await killedBefore(kari, steps.findIndex((words) => words.includes('house.remains')) + 1)
    expect(await carryOut(again(), now)).toEqual({})
    expect(changed(before, await everything())).toEqual([])
    expect(readLedger(dataDir)).toEqual(lines)
  })

  it('has not begun when its line was waiting for the ledger', async () => {
    const [before, lines] = [await everything(), readLedger(dataDir)]
    const others = await holdAlone(join(dataDir, 'ledger'))
    const { wire, ended, kill } = await erasing(kari, () => true)
    while (wire.asked.length < steps.length - 1) await wait(20)
    // Long enough for the line to be written, had it not to wait.
    await wait(300)
    kill()
    await gone(wire, ended)
    if ('letGo' in others) await others.letGo()
    expect(await carryOut(again(), now)).toEqual({})
    expect(changed(before, await everything())).toEqual([])
    expect(readLedger(dataDir)).toEqual(lines)
  })

  it('is completed by whoever opens the house next when its line stood: whole, with its receipt, and nobody else is touched', async () => {
    const before = await everything()
    await killedBefore(kari, steps.length)
    expect(changed(before, await everything())).toEqual([])
    expect(readLedger(dataDir).at(-1)).toMatchObject({ what: 'erasure', persons: [subject(kari)] })
    expect(await carryOut(again(), now)).toEqual({ erasure: 1 })
    await wholeAndAlone(kari, before, ['core.account', ...survivors])
    expect(await carryOut(again(), now)).toEqual({})
  })

  it('is done when the server had heard the last word, whether or not anybody was left to hear the answer', async () => {
    const before = await everything()
    const { wire, ended, kill } = await erasing(fatima, (nth) => {
      if (nth === steps.length) setImmediate(() => kill())
      return true
    })
    await gone(wire, ended)
    expect(await carryOut(again(), now)).toEqual({})
    await wholeAndAlone(fatima, before, survivors)
  })
})

function again() {
  return { owner: house.owner, rights: house.for('rights_handling'), inventory, dataDir }
}

function subject({ accountId, personId }: Planted) {
  return { accountId, personId }
}

async function killedBefore(person: Planted, nth: number): Promise<void> {
  const { wire, ended } = await erasing(person, (at) => at < nth)
  await gone(wire, ended)
  expect(wire.asked).toHaveLength(nth)
}

async function gone(wire: Wire, ended: Promise<string | null>): Promise<void> {
  expect(await ended).toBe('SIGKILL')
  await wire.silent()
  await wire.close()
}

const program = `
  import { ledgerIn } from '#ledger'
  import { inventory } from '#inventory'
  import { openPurposes } from '#purposes'
  import { erasePerson } from '#rights'
  const [url, subject] = process.argv.slice(1)
  const purposes = openPurposes(url)
  await erasePerson(purposes.for('rights_handling'), new Date('${now.toISOString()}'), JSON.parse(subject), { inventory, channel: 'my_page', ledger: ledgerIn() })
  await purposes.close()`

/** Here, by a wire that is cut at the first statement that may not pass: all that the server notices of a kill. */
async function erasedHere(person: Planted, passes: (nth: number) => boolean = () => true) {
  const wire = await openWire(house.url, passes)
  const purposes = openPurposes(wire.url)
  const order = { inventory, channel: 'my_page', ledger: ledgerIn(dataDir), folder: dataDir } as const
  const failed = await erasePerson(purposes.for('rights_handling'), now, subject(person), order).then(
    () => false,
    () => true,
  )
  await purposes.close()
  await wire.silent()
  await wire.close()
  return { asked: wire.asked, failed }
}

/** A process of its own erases the person by a wire of ours; at the first statement that may not pass it is killed. */
async function erasing(person: Planted, passes: (nth: number) => boolean) {
  let child: ChildProcess | undefined
  const kill = () => void child?.kill('SIGKILL')
  const wire = await openWire(house.url, (nth) => {
    if (passes(nth)) return true
    kill()
    return false
  })
  const env = { ...process.env, ORDHOLDEN_DATA: dataDir, NODE_COMPILE_CACHE: join(dataDir, 'compiled') }
  const args = ['--input-type=module-typescript', '-e', program, wire.url, JSON.stringify(subject(person))]
  child = spawn(process.execPath, args, { stdio: 'inherit', env })
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  return { wire, ended, kill }
}

/** Every row of every table, as text. */
async function everything(): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`.execute(house.owner)
  const asked = tables.rows.map(({ name }) => `select '${name}' as name, t::text as row from ${name} t`)
  const { rows } = await sql.raw<{ name: string; row: string }>(asked.join(' union all ')).execute(house.owner)
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, all]) => [name, all.map(({ row }) => row).toSorted()]))
}

type Everything = Awaited<ReturnType<typeof everything>>

function changed(before: Everything, after: Everything): string[] {
  return [...before.keys(), ...after.keys()].filter((name) => rowsIn(after, name).join('\n') !== rowsIn(before, name).join('\n'))
}

function rowsIn(all: Everything, name: string): readonly string[] {
  return all.get(name) ?? []
}

/** The person stands only where a law says so, with one receipt for it; the bookkeeping and everybody else are as they were. */
async function wholeAndAlone(person: Planted, before: Everything, named: readonly string[]): Promise<void> {
  const after = await everything()
  const naming = rowsNaming([...person.needles.map(({ needle }) => needle), person.personId])
  expect([...after].filter(([, rows]) => naming(rows).length > 0).map(([name]) => name)).toEqual(named)
  for (const name of ['core.invoice', 'core.invoice_line', 'core.payment'])
    expect(naming(rowsIn(after, name)), name).toEqual(naming(rowsIn(before, name)))
  const added = (name: string) => rowsIn(after, name).filter((row) => !rowsIn(before, name).includes(row))
  expect(added('evidence.erasure_certificate')).toHaveLength(1)
  expect(added('evidence.entry').filter((row) => row.includes(',erasure,'))).toHaveLength(1)
  for (const other of [nils, colleague]) {
    const theirs = rowsNaming([...other.needles.map(({ needle }) => needle), other.personId])
    for (const [name, rows] of before) expect(theirs(rowsIn(after, name)), name).toEqual(theirs(rows))
  }
}

function rowsNaming(words: readonly string[]): (rows: readonly string[]) => string[] {
  const pattern = new RegExp(words.map((word) => word.replace(/[.+]/g, '\\$&')).join('|'))
  return (rows) => rows.filter((row) => pattern.test(row))
}

/** By name: orders with their ground, bookkeeping, consents once given, who was sent what (5.4); and the company while somebody is left in it. */
const survivors = [
  'core.consent',
  'core.disclosure',
  'core.disclosure_case',
  'core.hold',
  'core.instruction',
  'core.instruction_subject',
  'core.invoice',
  'core.invoice_line',
  'core.order_line',
  'core.payment',
  'core.restriction_use',
  'core.rights_case',
  'core.rights_decision',
  'core.rights_event',
  'core.rights_pending',
  'core.sales_order',
  'core.transfer',
]
