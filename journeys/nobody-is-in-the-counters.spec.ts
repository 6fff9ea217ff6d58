/**
 * Real traffic from known addresses, then a search for them: in the files of the database, its write-ahead log, our own log, and the
 * memory of server and database. And the brute force: the checksums of every address that could have been, against everything that is stored.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rememberedAs } from '#cookies'
import { openTestHouse, type TestHouse } from '#testing'
import { sampleController, saveController } from '#merchant'
import { publishIfChanged } from '#statement'
import { ask, startCounting, type CountingServer } from './counting-server.ts'
import { dumpMemory, marksIn } from './memory-dump.ts'

let house: TestHouse
let server: CountingServer
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, new Date(), sampleController)
  await publishIfChanged(house.owner, new Date())
  const settings = { sites: [{ host: 'gaver.example', pages: ['/'], asksFirst: true }] }
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify(settings)}, now())`.execute(
    house.owner,
  )
  server = await startCounting(house)
})
afterAll(async () => {
  server.child.kill('SIGKILL')
  await house.close()
})

// The connection's own address on loopback, and what a proxy would have written down.
const visitors = Array.from({ length: 60 }, (_, n) => ({
  address: `127.77.${n}.${200 - n}`,
  forwarded: `198.51.100.${n + 20}`,
  forwardedSix: `2001:db8:77:${(n + 16).toString(16)}::${(n + 4097).toString(16)}`,
  agent: `Mozilla/5.0 (X11; Linux x86_64; rv:14${n % 10}.0) Gecko/20100101 Firefox/14${n % 10}.0 Kjennetegn/${7_000_000 + n}`,
}))
const needles = visitors.flatMap(({ address, forwarded, forwardedSix, agent }) => [
  address,
  forwarded,
  forwardedSix,
  agent.slice(-20),
])

it('finds none of sixty visitors anywhere that is stored', async () => {
  const cookie = rememberedAs('yes', 'own', false).split(';')[0]!
  for (const { address, forwarded, forwardedSix, agent } of visitors) {
    const headers = {
      'user-agent': agent,
      'x-forwarded-for': `${forwardedSix}, ${forwarded}`,
      'accept-language': 'nb-NO',
      cookie,
    }
    expect(await ask(server, '/personvern', { from: address, headers })).toBe(200)
    const view = JSON.stringify({ n: 'pageview', u: 'https://gaver.example/', d: 'gaver.example' })
    const origin = 'https://gaver.example'
    expect(await ask(server, '/api/event', { from: address, method: 'POST', headers: { ...headers, origin }, body: view })).toBe(
      202,
    )
    // As a server tells of a visitor, with more than we want to know.
    const told = {
      hostname: 'gaver.example',
      url: '/',
      userAgent: agent,
      ip: address,
      id: forwarded,
      timestamp: Date.now() / 1000,
    }
    const batch = JSON.stringify([{ type: 'event', payload: told }])
    expect(await ask(server, '/api/batch', { method: 'POST', headers: { 'user-agent': 'node' }, body: batch })).toBe(200)
    expect(await ask(server, '/telling', { from: address, method: 'POST', headers, body: '1' })).toBe(202)
  }
  await pause(1000)
  const { rows } = await sql<{ n: number }>`select n from statistics.day_counter where measure = 'page' order by value`.execute(
    house.owner,
  )
  expect(rows.map(({ n }) => n)).toEqual([60, 120])

  await sql`checkpoint`.execute(house.owner)
  const files = await databaseFiles()
  expect(files.length).toBeGreaterThan(300)
  const contents = files.map((file) => ({ file, content: readFileSync(file) }))
  expect(found(contents, ['gaver.example'])).not.toEqual([])
  expect(found(contents, needles)).toEqual([])
  expect(found([{ file: 'log', content: Buffer.from(server.log()) }], [...needles, '127.77.'])).toEqual([])

  const stored = tokensOf(contents.map(({ content }) => content))
  expect(stored.size).toBeGreaterThan(100)
  expect(candidates().filter((address) => digestsOf(address).some((digest) => stored.has(digest)))).toEqual([])
  // The same search finds a planted one.
  await sql`insert into core.setting (key, value, changed_at) values ('planted', ${JSON.stringify(createHash('sha256').update('127.77.3.197').digest('hex'))}, now())`.execute(
    house.owner,
  )
  await sql`checkpoint`.execute(house.owner)
  const again = tokensOf((await databaseFiles()).map((file) => readFileSync(file)))
  expect(candidates().filter((address) => digestsOf(address).some((digest) => again.has(digest)))).toEqual(['127.77.3.197'])
}, 180_000)

it('finds none of them among what the server still holds in memory', async () => {
  // Ordinary visitors afterwards, so that what is thrown away is thrown away.
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' }
  for (let n = 0; n < 300; n++) await ask(server, '/health', { headers })
  server.child.kill('SIGUSR2')
  const snapshot = await writtenSnapshot()
  expect(snapshot.includes('statistics.day_counter')).toBe(true)
  expect(found([{ file: 'heap snapshot', content: snapshot }], needles)).toEqual([])
}, 300_000)

it.skipIf(process.platform !== 'linux')(
  'finds none of them in a dump of all the memory of the database, freed pages included',
  async () => {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity union select pg_backend_pid()`.execute(
      house.owner,
    )
    const dumps = rows.map(({ pid }) => ({ pid, file: join(server.folder, `memory-${pid}.dump`) }))
    const dumped = dumps.filter(({ pid, file }) => dumpMemory(pid, file))
    // Root may read every program's memory; others only where the machine is set so.
    if (process.getuid?.() === 0) expect(dumped.length).toBeGreaterThan(3)
    const marks = dumped.map(({ file }) => marksIn(file, [...needles, 'gaver.example/']))
    if (dumped.length > 0) expect(marks.flat()).toContain('gaver.example/')
    expect(marks.flat().filter((mark) => mark !== 'gaver.example/')).toEqual([])
  },
  300_000,
)

it.skipIf(process.platform !== 'linux')(
  'says what a dump of the server’s own memory still shows of freed pages',
  () => {
    const file = join(server.folder, 'memory.dump')
    if (!dumpMemory(server.child.pid!, file)) return console.log('this machine lets nobody read another program’s memory')
    // It was at least read: what the program is made of stands in it.
    expect(marksIn(file, ['statistics.day_counter'])).toEqual(['statistics.day_counter'])
    console.log(`freed pages of the server: ${marksIn(file, needles).length} of ${needles.length} marks are still legible`)
  },
  300_000,
)

async function databaseFiles(): Promise<string[]> {
  const { rows } = await sql<{ data_directory: string; database: string }>`
    select current_setting('data_directory') as data_directory, (select oid::text from pg_database where datname = current_database()) as database`.execute(
    house.owner,
  )
  const { data_directory: folder, database } = rows[0]!
  return globSync([`base/${database}/*`, 'pg_wal/*', 'log/*', '*.log', 'global/*'], { cwd: folder })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}

type Content = { readonly file: string; readonly content: Buffer }

function found(contents: readonly Content[], marks: readonly string[]): string[] {
  return contents.flatMap(({ file, content }) =>
    marks.filter((mark) => content.includes(mark)).map((mark) => `${mark} in ${file}`),
  )
}

/** Every address of the two networks the visitors came from. */
function candidates(): string[] {
  const networks = ['127.77', '198.51']
  return networks.flatMap((network) => Array.from({ length: 65_536 }, (_, n) => `${network}.${n >> 8}.${n & 255}`))
}

/** The beginnings of its checksums, as they would be written. */
function digestsOf(address: string): string[] {
  return ['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(address).digest()
    return [digest.toString('hex').slice(0, 16), digest.toString('base64').slice(0, 16)]
  })
}

/** All that could be a checksum in figures or letters, by its first sixteen characters. */
function tokensOf(contents: readonly Buffer[]): Set<string> {
  const tokens = new Set<string>()
  for (const content of contents) {
    for (const [token] of content.toString('latin1').matchAll(/[A-Za-z0-9+/]{16,}/g)) tokens.add(token.slice(0, 16))
  }
  return tokens
}

async function writtenSnapshot(): Promise<Buffer> {
  for (let tries = 0; tries < 100; tries++) {
    await pause(500)
    const [file] = globSync('*.heapsnapshot', { cwd: server.folder })
    if (!file) continue
    const content = readFileSync(join(server.folder, file))
    if (content.subarray(-3).toString().trimEnd().endsWith('}')) return content
  }
  throw new Error('the server wrote no heap snapshot')
}
