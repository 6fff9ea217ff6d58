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
  readonly answer: Answer
}

type Answer = { readonly status: number; readonly headers: readonly string[]; readonly body: string | Buffer }

function answer(status: number, type: string, body: string | Buffer, ...more: string[]): Answer {
  return { status, headers: ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body)), ...more], body }
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

// What a script asks for by GET might be kept on the way; what it posts is not.
const unkept = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff']

const formats: Readonly<Record<string, Format>> = {
  '/telling': { methods: ['POST'], read: readOwn, answer: answer(202, 'text/plain', '') },
  '/api/send': { methods: ['POST'], read: readUmami, answer: answer(200, 'application/json', '{}') },
  '/api/event': { methods: ['POST'], read: readPlausible, answer: answer(202, 'text/plain', 'ok') },
  '/count': { methods: ['GET', 'POST'], read: readGoatCounter, answer: answer(200, 'image/gif', pixel, ...unkept) },
}

const asked = answer(204, 'text/plain', '')
const unreadable = answer(400, 'text/plain', '')
const otherMethod = answer(405, 'text/plain', '')
const tooLarge = answer(413, 'text/plain', '')

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
  const { headers: sent, method = '' } = request
  const { origin } = sent
  const from = origin === undefined || sent['sec-fetch-site'] === 'same-origin' ? undefined : admitted(origin, known)
  if (method === 'OPTIONS') return end(response, asked, from && [...from, ...mayAsk])
  if (!format.methods.includes(method)) return end(response, otherMethod, from)
  const body = await bodyOf(request)
  if (body === undefined) {
    await counter.drop(at, 'unreadable')
    return end(response, tooLarge, from)
  }
  const headers = { get: (name: string) => (sent[name] as string | undefined) ?? null }
  const read = format.read({ headers, choice: choiceOf({ headers }), query, body }, known)
  if (typeof read === 'string') await counter.drop(at, read)
  else await counter.count(at, speaksFor(read.site, origin, known) ? read : { ...read, site: '' })
  return end(response, read === 'unreadable' ? unreadable : format.answer, from)
}

// A page speaks for the site it stands on, and for no other.
function speaksFor(site: string | undefined, origin: string | undefined, { origins }: Known): boolean {
  return site === undefined || origin === undefined || (origins.get(origin) ?? hostOf(origin)) === site
}

/** Lets the merchant's other sites read the answer; the list is a setting. */
function admitted(origin: string, { sites, origins }: Known): string[] | undefined {
  if (!origins.has(origin) && !sites.has(hostOf(origin) ?? '')) return undefined
  return ['Access-Control-Allow-Origin', origin, 'Cross-Origin-Resource-Policy', 'cross-origin', 'Vary', 'Origin']
}

const mayAsk = [
  'Access-Control-Allow-Methods',
  'GET, POST',
  'Access-Control-Allow-Headers',
  'Content-Type, X-Umami-Cache',
  'Access-Control-Max-Age',
  '86400',
]

function end(response: ServerResponse, { status, headers, body }: Answer, more: readonly string[] = []): void {
  response.writeHead(status, [...headers, ...more])
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
