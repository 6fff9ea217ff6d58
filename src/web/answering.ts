import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'
import { doorsOf, type Door } from './doors-of.ts'
import { tellingNobody } from './told.ts'

type Answering = (request: Request, context: RouterContextProvider) => Promise<Response>

/**
 * Each public page is answered by a handler that knows this page and the layouts around it: whatever routes the framework knows it
 * goes through, joins and copies several times at every request, and there are two hundred. The desk's script goes from page to
 * page by itself and has to know them all; so does whoever asks for what no page plainly is.
 */
export function answering(build: ServerBuild): Answering {
  const whole = createRequestHandler(build, 'production')
  const doors = doorsOf(build).filter(({ path }) => !path.startsWith('/desk'))
  const own = new Map<string, Answering>()
  for (const door of doors) {
    const key = plain(door, doors)
    if (key !== undefined) own.set(key, createRequestHandler(alone(build, door.id), 'production'))
  }
  return (request, context) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('.data')) return whole(request, context)
    const answer = own.get(pathname) ?? own.get(pathname.replace(/[^/]+$/, ':')) ?? whole
    return answer(request, context)
  }
}

/** What the address is looked up by: itself, or with a colon for its last part where nothing else could be meant by one more part. */
function plain({ path }: Door, doors: readonly Door[]): string | undefined {
  if (!/[:*?]/.test(path)) return path
  const start = /^([^:*?]+\/):[^/:*?]+$/.exec(path)?.[1]
  const only = start !== undefined && doors.every((other) => other.path === path || !other.path.startsWith(start))
  return only ? `${start}:` : undefined
}

/** The same build, and nothing in it but this page and what it stands in. */
function alone(build: ServerBuild, page: string): ServerBuild {
  const kept = new Set<string>()
  for (let id: string | undefined = page; id !== undefined; id = build.routes[id]?.parentId) kept.add(id)
  const routes = Object.entries(pick(build.routes, kept)).map(([id, route]) => [
    id,
    route && { ...route, module: tellingNobody(route.module) },
  ])
  return {
    ...build,
    routes: Object.fromEntries(routes),
    assets: { ...build.assets, routes: pick(build.assets.routes, kept) },
  }
}

function pick<Value>(all: Readonly<Record<string, Value>>, kept: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)))
}
