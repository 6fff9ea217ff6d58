/**
 * Visits counted in a second that are on disk when they are answered: told one at a time, as browsers do, and twenty at a time, as servers
 * do (Umami's batch); beside a bare server that reads the same messages, in turn with it and from the same sockets.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { load, type Load } from './load.ts'
import { median, rounded, rounds, say } from './measure.ts'

export const host = 'gaver.example'
export const pages = Array.from({ length: 500 }, (_, at) => `/side/${at}`)
export const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

const together = 20

const ways = {
  one: {
    visits: 1,
    messages: pages.map((page) => message('/api/event', event(page), [`Origin: https://${host}`])),
    good: 'HTTP/1.1 202',
  },
  twenty: {
    visits: together,
    messages: pages.map((_, at) =>
      message(
        '/api/batch',
        Array.from({ length: together }, (_, n) => batched(pages[(at * together + n) % pages.length]!)),
      ),
    ),
    good: 'HTTP/1.1 20',
  },
} as const

/** `kept`: how many pages are on disk, to be compared with what was answered. */
export async function counting(appUrl: string, kept: () => Promise<number>) {
  const [ours, bare] = await Promise.all([startServer('ours', appUrl), startServer('bare')])
  const found: Record<string, unknown> = {}
  let answered = 0
  const ask = async (messages: readonly Buffer[], visits: number, connections: number, seconds: number, good: string) => {
    const run = await load(ours.port, messages, connections, seconds, good)
    answered += run.answered * visits
    return run
  }
  for (const [way, { visits, messages, good }] of Object.entries(ways)) {
    for (const connections of [64, 256, 512]) {
      say(`${way} at a time, ${connections} connections …`)
      const runs: { ours: Load[]; bare: Load[] } = { ours: [], bare: [] }
      await ask(messages, visits, connections, 1, good)
      for (let round = 0; round < rounds(3); round++) {
        runs.bare.push(await load(bare.port, messages, connections, 4, good))
        runs.ours.push(await ask(messages, visits, connections, 4, good))
      }
      const [counted, read] = [middle(runs.ours, visits), middle(runs.bare, visits)]
      found[`${way} at a time, ${connections}`] = {
        ours: counted,
        bare: read,
        ratio: rounded(counted.eventsPerSecond / read.eventsPerSecond, 2),
      }
    }
  }
  const events = { answered, kept: await kept() }
  const withAutocannon = { ours: await cannon(ours.port), bare: await cannon(bare.port) }
  for (const { child } of [ours, bare]) child.kill('SIGTERM')
  return { probe: 'bench/load.ts', events, connections: found, autocannon256: withAutocannon }
}

function event(page: string) {
  return { n: 'pageview', u: `https://${host}${page}`, d: host, r: 'https://sok.example/' }
}

function batched(url: string) {
  return {
    type: 'event',
    payload: { hostname: host, url, referrer: 'https://sok.example/', language: 'nb-NO', userAgent: agent },
  }
}

function message(path: string, what: unknown, more: readonly string[] = []): Buffer {
  const body = JSON.stringify(what)
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `User-Agent: ${agent}`,
    'Accept-Language: nb-NO,nb;q=0.9',
    ...more,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function middle(runs: readonly Load[], visits: number) {
  const of = (part: (run: Load) => number) => rounded(median(runs.map(part)), 2)
  const requestsPerSecond = Math.round(of((run) => run.perSecond))
  return {
    eventsPerSecond: requestsPerSecond * visits,
    requestsPerSecond,
    slowestRound: Math.min(...runs.map(({ perSecond }) => perSecond)) * visits,
    p50Ms: of((run) => run.p50Ms),
    p99Ms: of((run) => run.p99Ms),
    failed: of((run) => run.failed),
  }
}

async function cannon(port: number): Promise<number> {
  const headers = { 'user-agent': agent, 'accept-language': 'nb-NO', origin: `https://${host}`, 'content-type': 'text/plain' }
  const { requests } = await autocannon({
    url: `http://127.0.0.1:${port}/api/event`,
    method: 'POST',
    body: JSON.stringify(event('/side/7')),
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
