import type { RouterContextProvider } from 'react-router'
import { authContext, type Auth } from './open-auth.ts'

export type AuthAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** Set-Cookie headers to pass on to the browser. */
  readonly headers: Headers
}

type Ask = { readonly path: string; readonly method?: 'GET' | 'POST'; readonly body?: Readonly<Record<string, unknown>> }

/**
 * Puts a question to better-auth as if the browser had asked it, so that its rate limits, lock-outs and origin checks hold.
 * Cookies and address are the visitor's. A no is an answer with its status, never an exception.
 */
export async function askAuth(context: Readonly<Pick<RouterContextProvider, 'get'>>, request: Request, ask: Ask): Promise<AuthAnswer> {
  return answerOf(await askOpened(context.get(authContext), request, ask))
}

export function askOpened({ auth, publicUrl }: Auth, from: Request, { path, method = 'POST', body }: Ask): Promise<Response> {
  const headers = new Headers({ origin: new URL(publicUrl).origin })
  for (const name of ['cookie', 'user-agent', 'x-ordholden-address']) {
    const value = from.headers.get(name)
    if (value) headers.set(name, value)
  }
  if (method === 'POST') headers.set('content-type', 'application/json')
  return auth.handler(
    new Request(new URL(`/auth${path}`, publicUrl), { method, headers, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) }),
  )
}

async function answerOf(response: Response): Promise<AuthAnswer> {
  const headers = new Headers()
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  const text = await response.text()
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const location = response.headers.get('location')
  return { ok: response.ok, status: response.status, body: location ? { ...body, location } : body, headers }
}
