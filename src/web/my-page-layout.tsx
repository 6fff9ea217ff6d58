import { Outlet, redirect, type MiddlewareFunction } from 'react-router'
import { whoIs } from '#auth'
import { languageOf, pathIn } from '#languages'
import { unsent } from './signed-out.tsx'

/** Nobody but a signed-in customer comes further, whatever the page inside remembers to ask (promise 6-b). */
export const middleware: MiddlewareFunction<Response>[] = [
  async ({ request, context }, next) => {
    if (whoIs(context).kind !== 'customer') throw (await unsent(request)) ?? redirect(pathIn(languageOf(request), '/logg-inn'))
    return next()
  },
]

export async function loader() {
  return null // so that the guard also stands before a page without a loader
}

export default function MyPageLayout() {
  return <Outlet />
}
