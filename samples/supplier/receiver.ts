/**
 * A supplier's side of the instructions, small enough to read before writing one's own: verifies that they are signed by us,
 * does each once however often it comes, and answers signed. Leans on nothing of this program but the format
 * (Standard Webhooks, standardwebhooks.com).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

type Values = Readonly<Record<string, readonly string[]>>
export type Received = {
  readonly id: string
  readonly type: string
  readonly data: {
    readonly instruction: string
    readonly follows: string | null
    readonly answerBy: string
    readonly reminder: boolean
    readonly about: Values
    readonly corrected: Values
    /** What a restriction is of; null is everything. */
    readonly restricted: { readonly fields?: readonly string[]; readonly category?: string; readonly document?: string } | null
    /** The version of our rules for backups that they have in their register. */
    readonly backupPolicy: string | null
    readonly mayKeep: { readonly statute: string; readonly section: string; readonly until: string } | null
    readonly answerTo: string
  }
}

/** One of the supplier's own records: by which of our fields it is found, and what is in it. */
export type Held = Record<string, string>

export type Settings = {
  /** 0 takes a free one. */
  readonly port: number
  /** `whsec_…`, from the supplier's page at the desk. */
  readonly secret: string
  /** The supplier's own records; deleted and corrected in place. */
  readonly holds: Held[]
  readonly says?: (line: string) => void
  /** For trying a supplier that behaves otherwise: what it answers instead, or undefined for silence. */
  readonly answer?: (received: Received) => unknown
}

export type Receiver = {
  readonly url: string
  readonly received: readonly Received[]
  /** Our answers with what came back, in order. */
  readonly answers: readonly { readonly status: number; readonly text: string }[]
  /** When everything that was received has been answered. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openReceiver(settings: Settings): Promise<Receiver> {
  const { port, secret, says = () => undefined } = settings
  const received: Received[] = []
  const answers: { status: number; text: string }[] = []
  const seen = new Set<string>()
  let working: Promise<unknown> = Promise.resolve()

  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return end(response, 200, shown(received, settings.holds))
    const message = await verified(request, secret)
    if (message === undefined) {
      says('✕ somebody else knocked: the signature is not right')
      return end(response, 401, 'not signed by them\n')
    }
    // A second delivery of the same message is answered like the first, and does nothing.
    if (seen.has(message.id)) return end(response, 204)
    seen.add(message.id)
    received.push(message)
    says(`→ ${message.type} ${message.data.instruction}, to be answered by ${message.data.answerBy}`)
    done(message, settings.holds)
    end(response, 204)
    const answer = settings.answer ? settings.answer(message) : confirmed(message)
    if (answer !== undefined) working = working.then(() => tell(message, answer, secret, answers, says))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    answers,
    settled: async () => void (await working),
    close: async () => {
      await working
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function verified(request: IncomingMessage, secret: string): Promise<Received | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const payload = Buffer.concat(chunks).toString('utf8')
  try {
    const body = new Webhook(secret).verify(payload, request.headers as Record<string, string>) as Omit<Received, 'id'>
    return { ...body, id: String(request.headers['webhook-id']) }
  } catch (error) {
    if (error instanceof WebhookVerificationError || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Deletes or corrects every record that one of the named values finds. A real supplier does it everywhere, sub-processors too. */
function done({ type, data: { about, corrected, restricted } }: Received, holds: Held[]): void {
  const isAbout = (held: Held) => Object.entries(about).some(([field, values]) => values.includes(held[field] ?? ''))
  if (type === 'instruction.rectification')
    for (const held of holds.filter(isAbout)) for (const [field, [value]] of Object.entries(corrected)) held[field] = value ?? ''
  // Stored and otherwise left alone: here as a mark that whoever works with the record reads first.
  else if (type === 'instruction.restriction')
    for (const held of holds.filter(isAbout))
      held.restricted = restricted?.fields?.join(', ') ?? restricted?.category ?? restricted?.document ?? 'everything'
  else if (type === 'instruction.restriction_lifted') for (const held of holds.filter(isAbout)) delete held.restricted
  else if (/erasure|relationship_end|recall|second/.test(type))
    for (let at = holds.length - 1; at >= 0; at -= 1) if (isAbout(holds[at]!)) holds.splice(at, 1)
}

/** The day in Oslo, as the answer wants it. */
function today(days = 0): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' })
}

function confirmed({ data: { instruction, backupPolicy } }: Received) {
  return {
    type: 'instruction.done',
    data: {
      instruction,
      doneOn: today(),
      subProcessors: 'none',
      backupsLapseOn: today(30),
      backupPolicy: backupPolicy ?? '2026-1',
    },
  }
}

async function tell(
  { data: { answerTo } }: Received,
  answer: unknown,
  secret: string,
  answers: { status: number; text: string }[],
  says: (line: string) => void,
): Promise<void> {
  const id = `answer-${randomUUID()}`
  const payload = JSON.stringify(answer)
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const at = new Date()
    const response = await fetch(answerTo, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, payload),
      },
      body: payload,
    }).catch((error: unknown) => ({ status: 0, text: async () => String(error) }))
    const text = await response.text()
    if (response.status > 0 && response.status < 500) {
      answers.push({ status: response.status, text })
      says(`← answered, and they said ${response.status} ${text}`)
      return
    }
    says(`← not answered yet: ${response.status} ${text.slice(0, 200)}`)
    await wait(200 * 2 ** attempt)
  }
}

function shown(received: readonly Received[], holds: readonly Held[]): string {
  const lines = received.map(({ type, data }) => `${data.answerBy}  ${type}  ${data.instruction}  ${JSON.stringify(data.about)}`)
  return ['Received:', ...(lines.length > 0 ? lines : ['nothing yet']), '', `We hold ${holds.length} records.`, ''].join('\n')
}

function end(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
