import type { RouterContextProvider } from 'react-router'
import { addressContext, authContext } from './open-auth.ts'

type AuthAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** Set-Cookie headers to pass on to the browser. */
  readonly headers: Headers
}

type Asked = Readonly<Pick<RouterContextProvider, 'get'>>
type Ask = { readonly path: string; readonly method?: 'GET' | 'POST'; readonly body?: Readonly<Record<string, unknown>> }

/**
 * Puts a question to better-auth as if the browser had asked it, so that its rate limits, lock-outs and origin checks hold.
 * Cookies and address are the visitor's. A no is an answer with its status, never an exception.
 */
export async function askAuth(context: Asked, request: Request, { path, method = 'POST', body }: Ask): Promise<AuthAnswer> {
  const { auth, publicUrl } = context.get(authContext)
  const headers = new Headers({ origin: new URL(publicUrl).origin })
  for (const name of ['cookie', 'user-agent']) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  const address = context.get(addressContext)
  if (address) headers.set('x-ordholden-address', address)
  if (method === 'POST') headers.set('content-type', 'application/json')
  const url = new URL(`/auth${path}`, publicUrl)
  return answerOf(
    await auth.handler(new Request(url, { method, headers, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) })),
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
