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
  readGoatCounterHits,
  readOwn,
  readPlausible,
  readUmami,
  readUmamiBatch,
  type Counter,
  type Known,
  type Seen,
  type Sent,
} from '#statistics'
import { databaseIsAway } from './away.ts'

type Format = {
  readonly methods: readonly string[]
  /** Bytes a message may have. */
  readonly most: number
  readonly read: (sent: Sent, known: Known) => Seen | readonly Seen[]
  /** What the sender waits for. */
  readonly answer: (seen: readonly Seen[]) => Answer
}

type Answer = { readonly status: number; readonly headers: readonly string[]; readonly body: string | Buffer }

function answer(status: number, type: string, body: string | Buffer, ...more: string[]): Answer {
  return { status, headers: ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body)), ...more], body }
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

// What a script asks for by GET might be kept on the way; what it posts is not.
const unkept = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff']

const always = (status: number, type: string, body: string | Buffer, ...more: string[]) => {
  const said = answer(status, type, body, ...more)
  return () => said
}

const one = 8 * 1024
const many = 256 * 1024

const formats: Readonly<Record<string, Format>> = {
  '/telling': { methods: ['POST'], most: one, read: readOwn, answer: always(202, 'text/plain', '') },
  '/api/send': { methods: ['POST'], most: one, read: readUmami, answer: always(200, 'application/json', '{}') },
  '/api/batch': { methods: ['POST'], most: many, read: readUmamiBatch, answer: umamiResult },
  '/api/event': { methods: ['POST'], most: one, read: readPlausible, answer: always(202, 'text/plain', 'ok') },
  '/count': { methods: ['GET', 'POST'], most: one, read: readGoatCounter, answer: always(200, 'image/gif', pixel, ...unkept) },
  '/api/v0/count': { methods: ['POST'], most: many, read: readGoatCounterHits, answer: goatCounterResult },
}

function umamiResult(seen: readonly Seen[]): Answer {
  const details = unreadableOf(seen).map((index) => ({ index, response: { error: 'unreadable' } }))
  const result = { size: seen.length, processed: seen.length - details.length, errors: details.length, details }
  return answer(200, 'application/json', JSON.stringify(result))
}

/** What it names was not counted and may be sent again; the rest was. */
function goatCounterResult(seen: readonly Seen[]): Answer {
  const errors = Object.fromEntries(unreadableOf(seen).map((index) => [index, 'unreadable']))
  if (Object.keys(errors).length === 0) return answer(202, 'application/json', '{}')
  return answer(400, 'application/json', JSON.stringify({ errors }))
}

function unreadableOf(seen: readonly Seen[]): readonly number[] {
  return seen.flatMap((each, index) => (each === 'unreadable' ? [index] : []))
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
  const body = await bodyOf(request, format.most)
  if (body === undefined) {
    await counter.count(at, 'unreadable')
    return end(response, tooLarge, from)
  }
  const headers = { get: (name: string) => (sent[name] as string | undefined) ?? null }
  const read = format.read({ at, headers, choice: choiceOf({ headers }), query, body }, known)
  const seen = [read].flat().map((each) => ownOnly(each, origin, known))
  await counter.count(at, ...seen)
  return end(response, read === 'unreadable' ? unreadable : format.answer(seen), from)
}

// A page speaks for the site it stands on, and for no other.
function ownOnly(seen: Seen, origin: string | undefined, { origins }: Known): Seen {
  if (typeof seen === 'string' || seen.site === undefined || origin === undefined) return seen
  return (origins.get(origin) ?? hostOf(origin)) === seen.site ? seen : { ...seen, site: '' }
}

/** Lets the merchant's other sites read the answer; the list is a setting. */
function admitted(origin: string, { sites, origins }: Known): string[] | undefined {
  if (!origins.has(origin) && !sites.has(hostOf(origin) ?? '')) return undefined
  return ['Access-Control-Allow-Origin', origin, 'Cross-Origin-Resource-Policy', 'cross-origin', 'Vary', 'Origin']
}

// Whatever header a tracker adds next, the browser asks before it sends anything: one that is not named here would silence it whole.
const mayAsk = [
  'Access-Control-Allow-Methods',
  'GET, POST',
  'Access-Control-Allow-Headers',
  'Content-Type, X-Umami-Cache, X-Umami-Website-Id, X-Umami-Hostname, *',
  'Access-Control-Max-Age',
  '86400',
]

function end(response: ServerResponse, { status, headers, body }: Answer, more: readonly string[] = []): void {
  response.writeHead(status, [...headers, ...more])
  response.end(body)
}

/** The body as text; undefined when it is larger than any visit needs. */
function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
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
