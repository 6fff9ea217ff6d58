/**
 * The built shop under load: requests per second and the slowest hundredth for the front page, a product page and the
 * statement; the house (server and database) on one core, the load from another. And what a page weighs.
 *   npm run bench -- pages --json
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { print, rounded, say, wish } from './measure.ts'

const port = Number(wish.port ?? 4790)
const site = `http://127.0.0.1:${port}`
const paths = { front: '/', product: '/produkter/NTC-1101', statement: '/personvern' }
const seconds = 8
const accepted = 'gzip, deflate, br, zstd'
const connections = 10

const folder = mkdtempSync(join(tmpdir(), 'ordholden-pages-'))
const start = [process.execPath, join(import.meta.dirname, '../src/commands/start.ts')]
const onOneCore = spawnSync('taskset', ['-c', '0', 'true']).status === 0
const [command, ...rest] = onOneCore ? ['taskset', '-c', '0', ...start] : start
const house = spawn(command!, rest, {
  env: { ...process.env, PORT: String(port), ORDHOLDEN_DATA: folder },
  stdio: ['ignore', wish.json ? 'ignore' : 'inherit', 'inherit'],
})

try {
  await isReady()
  const pages: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(paths)) {
    say(`${path} …`)
    await autocannon({ url: site + path, connections, duration: 2 })
    pages[name] = {
      path,
      ...(await asked(path)),
      asABrowserAsks: await asked(path, { 'accept-encoding': accepted }),
      bytes: await weight(path),
    }
  }
  print({ benchmark: 'pages', oneCore: onOneCore, connections, seconds, pages })
} finally {
  house.kill('SIGTERM')
  await new Promise((resolve) => house.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}

async function isReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (house.exitCode !== null) throw new Error('the house did not start')
    const answer = await fetch(`${site}/health`).catch(() => undefined)
    if (answer?.ok) return
    await pause(200)
  }
  throw new Error('the house was not ready in two minutes')
}

async function asked(path: string, headers: Readonly<Record<string, string>> = {}) {
  const { requests, latency, non2xx, errors } = await autocannon({ url: site + path, connections, duration: seconds, headers })
  return {
    requestsPerSecond: rounded(requests.average, 1),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failed: non2xx + errors,
  }
}

/** Bytes of HTML, CSS and JavaScript that the page makes a browser fetch, unpacked and as sent. */
async function weight(path: string) {
  const page = await sizeOf(path)
  const styles = [
    ...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g),
  ].map((found) => found[1] ?? found[2]!)
  const scripts = [...page.text.matchAll(/<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(
    (found) => found[1] ?? found[2]!,
  )
  const sum = async (addresses: readonly string[]) => {
    const sizes = await Promise.all(addresses.map(sizeOf))
    return {
      files: sizes.length,
      unpacked: sizes.reduce((all, { unpacked }) => all + unpacked, 0),
      sent: sizes.reduce((all, { sent }) => all + sent, 0),
    }
  }
  return { html: { unpacked: page.unpacked, sent: page.sent }, css: await sum(styles), javascript: await sum(scripts) }
}

async function sizeOf(path: string) {
  const answer = await fetch(new URL(path, site), { headers: { 'accept-encoding': accepted } })
  const text = await answer.text()
  const unpacked = Buffer.byteLength(text)
  return { text, unpacked, sent: Number(answer.headers.get('content-length') ?? unpacked) }
}
