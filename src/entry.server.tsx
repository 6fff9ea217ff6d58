import { PassThrough } from 'node:stream'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
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
import { asPage } from './web/packed.ts'
import { toldAgain } from './web/told.ts'

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
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const page = (shown: EntryContext) => (
    <NonceContext value={nonce ?? ''}>
      <TroubleContext value={trouble}>
        <ServerRouter context={shown} url={request.url} {...(nonce !== undefined && { nonce })} />
      </TroubleContext>
    </NonceContext>
  )
  const html = nonce === undefined ? written(page(toldAgain(entry))) : await rendered(page(entry), nonce)
  return asPage(request.method === 'HEAD' ? undefined : html, { status: trouble ?? status, headers })
}

/** Where no script runs, nothing is marked for one to find again. */
function written(page: React.ReactNode): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`
}

function rendered(page: React.ReactNode, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new PassThrough()
    sink.on('data', (chunk: Buffer) => chunks.push(chunk))
    sink.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    const { pipe } = renderToPipeableStream(page, {
      nonce,
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
