import { Outlet, type MiddlewareFunction } from 'react-router'
import { requireCustomer } from '#auth'

/** Nobody but a signed-in customer comes further, whatever the page inside remembers to ask (promise 6-b). */
export const middleware: MiddlewareFunction<Response>[] = [
  async ({ context }, next) => {
    requireCustomer(context)
    return next()
  },
]

export async function loader() {
  return null // so that the guard also stands before a page without a loader
}

export default function MyPageLayout() {
  return <Outlet />
}
