/**
 * Where scripts tell of visits: our own, and those of the merchant's other sites. It stands before the pages, on the bare server,
 * because it is asked most; whoever is answered with success is on disk.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { now } from '#clock'
import { choiceOf } from '#cookies'
import {
  hostOf,
  readGoatCounter,
  readOwn,
  readPlausible,
  readUmami,
  type Counter,
  type Known,
  type Read,
  type Sent,
} from '#statistics'
import { databaseIsAway } from './away.ts'

type Format = {
  readonly methods: readonly string[]
  readonly read: (sent: Sent, known: Known) => Read
  /** What the script waits for. */
  readonly answer: readonly [status: number, type: string, body: string | Buffer]
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const formats: Readonly<Record<string, Format>> = {
  '/telling': { methods: ['POST'], read: readOwn, answer: [202, 'text/plain', ''] },
  '/api/send': { methods: ['POST'], read: readUmami, answer: [200, 'application/json', '{}'] },
  '/api/event': { methods: ['POST'], read: readPlausible, answer: [202, 'text/plain', 'ok'] },
  '/count': { methods: ['GET', 'POST'], read: readGoatCounter, answer: [200, 'image/gif', pixel] },
}

/** Answers what tells of a visit, and hands everything else on to the pages. */
export function telling(counter: Counter, pages: RequestListener): RequestListener {
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const format = formats[path]
    if (!format) return pages(request, response)
    take(counter, format, query, request, response).catch((error: unknown) => {
      // Not counted, and said so: the script may try again.
      if (!databaseIsAway(error)) console.error(error)
      if (!response.headersSent) response.writeHead(503, { 'Retry-After': '5' })
      response.end()
    })
  }
}

async function take(counter: Counter, format: Format, query: string, request: IncomingMessage, response: ServerResponse) {
  const at = now()
  const known = await counter.known(at)
  const origin = request.headers.origin
  if (origin !== undefined && !request.headers['sec-fetch-site']?.startsWith('same-origin')) admit(origin, known, response)
  if (request.method === 'OPTIONS') return end(response, [204, 'text/plain', ''])
  if (!format.methods.includes(request.method ?? '')) return end(response, [405, 'text/plain', ''])
  const body = await bodyOf(request)
  if (body === undefined) return end(response, [413, 'text/plain', ''])
  const headers = { get: (name: string) => (request.headers[name] as string | undefined) ?? null }
  const read = format.read({ headers, choice: choiceOf({ headers }), query, body }, known)
  if (typeof read === 'string') await counter.drop(at, read)
  else await counter.count(at, foreign(read.site, origin) ? { ...read, site: '' } : read)
  return end(response, read === 'unreadable' ? [400, 'text/plain', ''] : format.answer)
}

// A page speaks for the site it stands on, and for no other.
function foreign(site: string | undefined, origin: string | undefined): boolean {
  return site !== undefined && origin !== undefined && hostOf(origin) !== site
}

/** Lets the merchant's other sites read the answer; the list is a setting. */
function admit(origin: string, { sites }: Known, response: ServerResponse): void {
  if (!sites.has(hostOf(origin) ?? '')) return
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type, X-Umami-Cache')
  response.setHeader('Access-Control-Max-Age', '86400')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  response.setHeader('Vary', 'Origin')
}

function end(response: ServerResponse, [status, type, body]: Format['answer']): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}

const most = 8 * 1024

/** The body as text; undefined when it is larger than any visit needs. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
    })
    request.on('end', () =>
      resolve(size > most ? undefined : chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString()),
    )
    request.on('error', reject)
  })
}
