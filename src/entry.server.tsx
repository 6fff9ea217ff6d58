import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
} from 'react-router'
import { isLeftAlone } from '#purposes'
import { databaseIsAway, TroubleContext, troubleContext } from './web/away.ts'
import { NonceContext, nonceContext } from './web/nonce.ts'

/**
 * Renders a page whole before the first byte is sent: public pages carry no script to mend a half-sent page with, and a page
 * that fails is an error page with the right status.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext) || undefined
  const trouble = context.get(troubleContext).status
  const page = (
    <NonceContext value={nonce ?? ''}>
      <TroubleContext value={trouble}>
        <ServerRouter context={entry} url={request.url} {...(nonce !== undefined && { nonce })} />
      </TroubleContext>
    </NonceContext>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const html = await rendered(page, nonce)
  return new Response(request.method === 'HEAD' ? null : html, { status: trouble ?? status, headers })
}

function rendered(page: React.ReactNode, nonce: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new PassThrough()
    sink.on('data', (chunk: Buffer) => chunks.push(chunk))
    sink.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    const { pipe } = renderToPipeableStream(page, {
      ...(nonce !== undefined && { nonce }),
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => void pipe(sink),
      onShellError: reject,
      onError: (error) => console.error(error),
    })
  })
}

/** Our own mistakes are logged once, here; what a rule, a visitor or a closed connection caused is not one of them. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  // Whoever keeps the database up says when it is away; each reader it was away for is no news.
  if (databaseIsAway(error)) context.set(troubleContext, { status: 503 })
  else if (isLeftAlone(error)) context.set(troubleContext, { status: 409 })
  else console.error(error)
}
