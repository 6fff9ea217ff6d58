import { createHash } from 'node:crypto'
import type { BlockList } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './app.ts'
import { addressOf } from './context-of.ts'

type Answered = { readonly answer: Response; readonly nonce: string }

/** Two presses of a double click are farther apart than the first takes to answer. */
const stillTheSame = 1_000

/**
 * A button that is pressed twice does its act once: the same form, word for word from the same browser, gets the answer the first
 * press got, while that one is under way and a second more.
 */
export function onePress(proxies: BlockList): MiddlewareHandler<Env> {
  const pressed = new Map<string, Promise<Answered | undefined>>()
  return async (c, next) => {
    if (c.req.method !== 'POST' || !c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return next()
    const { url, headers } = c.req.raw
    const body = await c.req.raw.arrayBuffer()
    // A new request, for the first press must not end when the browser leaves it for the second.
    c.req.raw = new Request(url, { method: 'POST', headers, body })
    const press = pressOf(c, body, addressOf(c, proxies))
    const first = pressed.get(press)
    const before = first && (await first)
    if (before) {
      c.set('nonce', before.nonce)
      return before.answer.clone()
    }
    const answered = next().then(() => shareable(c))
    pressed.set(press, answered)
    await answered.finally(() => setTimeout(() => pressed.delete(press), stillTheSame).unref())
  }
}

function pressOf(c: Context<Env>, body: ArrayBuffer, address: string | undefined): string {
  const browser = ['cookie', 'user-agent', 'accept-encoding'].map((name) => c.req.header(name))
  return createHash('sha256')
    .update(JSON.stringify([address, ...browser, c.req.raw.url]))
    .update(new Uint8Array(body))
    .digest('base64')
}

// A cookie is for one browser alone, a file is fetched as often as it is asked for, and after a fault of ours one tries again.
function shareable(c: Context<Env>): Answered | undefined {
  const { status, headers } = c.res
  if (status >= 500 || headers.has('set-cookie') || headers.has('content-disposition')) return undefined
  return { answer: c.res.clone(), nonce: c.get('nonce') }
}
