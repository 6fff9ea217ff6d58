import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { askAuth } from '#auth'
import { languageOf } from '#languages'

/** Signing out is posted, so that no link, picture or prefetch can do it for somebody. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { headers } = await askAuth(context, request, { path: '/sign-out' })
  const staff = new URL(request.url).pathname.startsWith('/desk')
  throw redirect(staff ? '/desk/logg-inn' : languageOf(request) === 'en' ? '/en' : '/', { headers })
}

export async function loader() {
  throw data(null, { status: 404 })
}
