import type { EntryContext, ServerBuild } from 'react-router'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']
type Loader = NonNullable<RouteModule['loader']>

const told = Symbol('told')

/**
 * The framework writes down what every loader told, for the script of a page to read; on a page without script nobody reads it, and for
 * a long page it takes longer than the page itself. Under a symbol it is not seen.
 */
export function tellingNobody(module: RouteModule): RouteModule {
  const { loader, default: page } = module
  if (!loader || !page) return module
  const quiet: Loader = async (args) => {
    const answer = await loader(args)
    return isPlain(answer) ? { [told]: answer } : answer
  }
  return { ...module, loader: quiet }
}

/** The page's context with what the loaders told in its place again, and nothing to be sent besides the page. */
export function toldAgain(entry: EntryContext): EntryContext {
  const context = entry.staticHandlerContext
  const loaderData = Object.fromEntries(
    Object.entries(context.loaderData).map(([route, answer]) => [
      route,
      isPlain(answer) && told in answer ? answer[told] : answer,
    ]),
  )
  const shown = { ...entry, staticHandlerContext: { ...context, loaderData } }
  delete shown.serverHandoffStream
  return shown
}

function isPlain(answer: unknown): answer is Record<PropertyKey, unknown> {
  return typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype
}
