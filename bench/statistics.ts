/**
 * Counting visits: events a second that are on disk when they are answered, beside a bare server that reads the same message; what a
 * million events take up; how long ninety days of ten million take to show; what the script weighs and costs a page.
 *   npm run bench -- statistics --json
 */
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { daysAfter, dayOf } from '#clock'
import { figures, openCounter, rollUp, statisticsSettings } from '#statistics'
import { countersOf } from '../src/business/statistics/figures.ts'
import type { House } from '../src/opening/open-house.ts'
import { agent, counting, host, pages } from './counting.ts'
import { frontPage } from './front-page.ts'
import { inAHouse, median, p95, print, rounded, timed } from './measure.ts'

const now = new Date('2026-11-24T10:00:00Z')

await inAHouse(async (house) => {
  const sites = [{ host, pages, asksFirst: false }]
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify({ sites })}, now())`.execute(
    house.owner,
  )
  const ingest = await counting(house.appUrl, () => pagesKept(house))
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

async function pagesKept(house: House): Promise<number> {
  const { rows } = await sql<{ n: number }>`select sum(n)::int as n from statistics.day_counter where measure = 'page'`.execute(
    house.owner,
  )
  return rows[0]!.n
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
