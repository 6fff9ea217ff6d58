import type { ServerBuild } from 'react-router'

export type Door = {
  readonly id: string
  /** The address with its parameters: /desk/kunder/:id */
  readonly path: string
  /** Something may be posted to it. */
  readonly acts: boolean
}

/** The leaves of the route tree, as addresses. Layouts are no doors. */
export function doorsOf({ routes }: ServerBuild): readonly Door[] {
  const known = Object.values(routes).filter((route) => route !== undefined)
  const parents = new Set(known.map((route) => route.parentId))
  return known
    .filter((route) => !parents.has(route.id))
    .map(({ id, path, index, module }) => ({
      id,
      path: index ? '/' : `/${path ?? ''}`,
      acts: 'action' in module && module.action !== undefined,
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path))
}
