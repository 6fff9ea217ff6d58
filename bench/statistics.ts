/**
 * Counting visits: events a second that are on disk when they are answered, beside a bare server that reads the same message; what a
 * million events take up; how long ninety days of ten million take to show; what the script weighs and costs a page.
 *   npm run bench -- statistics --json
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { daysAfter, dayOf } from '#clock'
import { figures, openCounter, rollUp, statisticsSettings } from '#statistics'
import { countersOf } from '../src/business/statistics/figures.ts'
import type { House } from '../src/open-house.ts'
import { frontPage } from './front-page.ts'
import { load, type Load } from './load.ts'
import { inAHouse, median, p95, print, rounded, rounds, say, timed } from './measure.ts'

const host = 'gaver.example'
const pages = Array.from({ length: 500 }, (_, at) => `/side/${at}`)
const now = new Date('2026-11-24T10:00:00Z')
const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

await inAHouse(async (house) => {
  const sites = [{ host, pages, asksFirst: false }]
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify({ sites })}, now())`.execute(
    house.owner,
  )
  const ingest = await ingesting(house)
  await empty(house)
  const stored = await bytesPerMillion(house)
  await empty(house)
  const shown = await ninetyDays(house)
  print({
    benchmark: 'statistics',
    disk: disk(house.dataDir),
    ingest,
    stored,
    shown,
    beacon: weight(),
    frontPage: await frontPage(),
  })
})

async function ingesting(house: House) {
  const messages = pages.map(message)
  const found: Record<string, unknown> = {}
  const [ours, bare] = await Promise.all([startServer('ours', house.appUrl), startServer('bare')])
  for (const connections of [64, 256, 512]) {
    say(`${connections} connections …`)
    const runs: { ours: Load[]; bare: Load[] } = { ours: [], bare: [] }
    await load(ours.port, messages, connections, 1)
    for (let round = 0; round < rounds(3); round++) {
      runs.bare.push(await load(bare.port, messages, connections, 4))
      runs.ours.push(await load(ours.port, messages, connections, 4))
    }
    const [counted, read] = [middle(runs.ours), middle(runs.bare)]
    found[connections] = { ours: counted, bare: read, ratio: rounded(counted.perSecond / read.perSecond, 2) }
  }
  const withAutocannon = { ours: await cannon(ours.port), bare: await cannon(bare.port) }
  for (const { child } of [ours, bare]) child.kill('SIGTERM')
  return { probe: 'bench/load.ts', connections: found, autocannon256: withAutocannon }
}

/** What it takes this disk to keep eight kilobytes for good, as at each commit: below this no answer can come. */
function disk(folder: string) {
  const file = openSync(join(folder, 'kept-for-good'), 'w+')
  const page = Buffer.alloc(8192, 1)
  const keep = (at: number) => {
    const begun = performance.now()
    writeSync(file, page, 0, page.length, at * page.length)
    fdatasyncSync(file)
    return performance.now() - begun
  }
  // The database writes into files that are there already; the second time round, so does this.
  const all = Array.from({ length: 500 }, (_, at) => at)
  all.forEach(keep)
  const took = all.map(keep)
  closeSync(file)
  return { keptForGoodMs: { median: rounded(median(took), 2), p95: rounded(p95(took), 2) } }
}

function message(page: string): Buffer {
  const body = JSON.stringify({ n: 'pageview', u: `https://${host}${page}`, d: host, r: 'https://sok.example/' })
  const head = [
    'POST /api/event HTTP/1.1',
    'Host: 127.0.0.1',
    `User-Agent: ${agent}`,
    'Accept-Language: nb-NO,nb;q=0.9',
    `Origin: https://${host}`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function middle(runs: readonly Load[]): Load {
  const of = (part: (run: Load) => number) => rounded(median(runs.map(part)), 2)
  return {
    perSecond: Math.round(of((run) => run.perSecond)),
    p50Ms: of((run) => run.p50Ms),
    p99Ms: of((run) => run.p99Ms),
    failed: of((run) => run.failed),
  }
}

async function cannon(port: number): Promise<number> {
  const body = JSON.stringify({ n: 'pageview', u: `https://${host}/side/7`, d: host, r: 'https://sok.example/' })
  const headers = { 'user-agent': agent, 'accept-language': 'nb-NO', origin: `https://${host}`, 'content-type': 'text/plain' }
  const { requests } = await autocannon({
    url: `http://127.0.0.1:${port}/api/event`,
    method: 'POST',
    body,
    headers,
    connections: 256,
    duration: 4,
  })
  return Math.round(requests.average)
}

function startServer(...args: string[]): Promise<{ readonly port: number; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'counting-server.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((ready, failed) => {
    child.stdout.on('data', (said) => ready({ port: Number(/port (\d+)/.exec(String(said))![1]), child }))
    child.once('exit', () => failed(new Error('the server did not start')))
  })
}

/** A million events of 500 pages through the counter, over nine days of 111 111, and the bytes of all tables and indexes. */
async function bytesPerMillion(house: House) {
  const million = 1_000_000
  const counter = openCounter(house.for('web_statistics'), ['/'], 'ntcprofil.example')
  for (let done = 0; done < million; done += 5000) {
    const at = new Date(now.getTime() - (9 - Math.floor((done * 9) / million)) * 86_400_000 + ((done / 5000) % 20) * 1_800_000)
    await Promise.all(
      Array.from({ length: 5000 }, (_, n) =>
        counter.count(at, {
          did: 'open',
          site: host,
          address: pages[(n * 7 + done / 5000) % 500]!,
          referrer: n % 3 === 0 ? 'https://sok.example/' : null,
          languages: n % 5 === 0 ? 'en-GB' : 'nb-NO',
          agent,
          choice: 'yes',
        }),
      ),
    )
  }
  await sql`vacuum statistics.day_counter`.execute(house.owner)
  const before = await bytes(house)
  await rollUp(house.for('web_statistics'), now)
  return { events: million, bytesBeforeRollUp: before, bytes: await bytes(house) }
}

async function bytes(house: House): Promise<number> {
  const { rows } = await sql<{
    bytes: number
  }>`select coalesce(sum(pg_total_relation_size(c.oid)), 0)::int as bytes from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'statistics' and c.relkind = 'r'`.execute(house.owner)
  return rows[0]!.bytes
}

/** Two periods of ninety days, ten million events in each, as the counters would stand; and the page's question about them. */
async function ninetyDays(house: House) {
  const perDay = Math.round(10_000_000 / 90)
  const values: Record<string, readonly string[]> = {
    page: pages.map((page) => host + page),
    referrer: Array.from({ length: 40 }, (_, at) => `side${at}.example`),
    language: ['nb', 'en', 'nn', 'sv', 'de', 'da', 'pl', 'lt'],
    device: ['desktop', 'mobile', 'tablet', 'other'],
    hour: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    browser: ['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari'],
    region: ['NO', 'SE', 'GB', 'DE', 'DK'],
    stay: ['0–10 s', '10–60 s', '1–5 min', '> 5 min'],
  }
  for (let day = daysAfter(dayOf(now), -180); day < dayOf(now); day = daysAfter(day, 1)) {
    await sql`select statistics.open_day(${day})`.execute(house.owner)
    for (const [measure, all] of Object.entries(values)) {
      await sql`insert into statistics.day_counter select ${day}::date, ${measure}, value, ${Math.floor(perDay / all.length)} from unnest(${[...all]}::text[]) value`.execute(
        house.owner,
      )
    }
  }
  await rollUp(house.for('web_statistics'), now)
  await sql`analyze statistics.counter`.execute(house.owner)
  const db = house.for('web_statistics')
  const range = { from: daysAfter(dayOf(now), -90), to: daysAfter(dayOf(now), -1) }
  const before = { from: daysAfter(dayOf(now), -180), to: daysAfter(range.from, -1) }
  const found = await figures(db, range, 'day')
  return {
    events: 10_000_000,
    openedAtLeast: found.opened.n,
    queriesMs: {
      settings: await timing(() => statisticsSettings(db)),
      'counters of the period': await timing(() => countersOf(db, range)),
      'counters of the period before': await timing(() => countersOf(db, before)),
    },
    wholePageMs: await timing(() => figures(db, range, 'day')),
  }
}

/** Thirty times, the first one not counted. */
async function timing(ask: () => Promise<unknown>): Promise<{ readonly median: number; readonly slowest: number }> {
  const took: number[] = []
  for (let round = 0; round < 31; round++) took.push(await timed(ask))
  return { median: rounded(median(took.slice(1)), 1), slowest: rounded(Math.max(...took.slice(1)), 1) }
}

async function empty(house: House): Promise<void> {
  await sql`select statistics.roll_up('9999-01-01', '{}')`.execute(house.owner)
  await sql`select statistics.drop_before('9999-01-01')`.execute(house.owner)
}

function weight() {
  const file = join(import.meta.dirname, '../build/client/telling.js')
  if (!existsSync(file)) return 'not built'
  const script = readFileSync(file)
  return { bytes: script.length, gzip: gzipSync(script, { level: 9 }).length, brotli: brotliCompressSync(script).length }
}
