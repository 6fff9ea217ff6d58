/** The built server in a process of its own, so that it can be killed, and its memory and its log searched. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestHouse } from '#testing'

export type CountingServer = {
  readonly port: number
  readonly child: ChildProcess
  readonly folder: string
  /** What it wrote to its log. */
  readonly log: () => string
}

const built = resolve(process.env.ORDHOLDEN_BUILD || join(import.meta.dirname, '../build'), 'server/index.js')

export async function startCounting(house: TestHouse): Promise<CountingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ordholden-counting-'))
  const program = `const { serve } = await import(${JSON.stringify(built)})
    const served = await serve({ port: 0, hostname: '::', publicUrl: 'http://localhost', appUrl: ${JSON.stringify(house.url)}, dataDir: ${JSON.stringify(folder)} })
    console.log('port ' + served.port)`
  const child = spawn(process.execPath, ['--heapsnapshot-signal=SIGUSR2', '--input-type=module', '-e', program], { cwd: folder })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const port = await new Promise<number>((ready, failed) => {
    child.stdout.on('data', () => log.includes('port ') && ready(Number(/port (\d+)/.exec(log)![1])))
    child.once('exit', () => failed(new Error(log)))
  })
  return { port, child, folder, log: () => log }
}

type Asking = {
  readonly from?: string
  readonly method?: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** Asks from a loopback address of the caller's choice; the status, or undefined when there was no answer. */
export function ask(
  { port }: CountingServer,
  path: string,
  { from = '127.0.0.1', method = 'GET', headers, body }: Asking,
): Promise<number | undefined> {
  return new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, localAddress: from, agent: false }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode))
      answer.on('error', () => done(undefined))
    })
    asked.on('error', () => done(undefined))
    asked.end(body)
  })
}
