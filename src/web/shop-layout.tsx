import { Outlet, useLocation, type LoaderFunctionArgs } from 'react-router'
import { whoIs } from '#auth'
import { now } from '#clock'
import { choiceOf, isAsked, statisticsAllowed } from '#cookies'
import { languageOf } from '#languages'
import { asController, settings } from '#merchant'
import { asking } from '#purposes'
import { announced } from '#statement'
import { questionNow, statisticsShape } from '#statistics'
import { nobodysBusiness } from './counted.ts'
import { ErrorPage } from './error-page.tsx'
import { ShopFrame, type ShopData } from './shop-frame.tsx'

export async function loader({ request, context }: LoaderFunctionArgs): Promise<ShopData> {
  const db = asking(context, 'deliver')
  const [set, change] = await Promise.all([settings(db, ['controller', 'statistics']), announced(db, now())])
  const statistics = statisticsShape.parse(set.statistics ?? {})
  const mayMeasure = statisticsAllowed(request) && !nobodysBusiness.test(new URL(request.url).pathname)
  const question = questionNow(statistics)
  return {
    merchant: asController(set.controller),
    change,
    measured: mayMeasure && statistics.script,
    signedIn: whoIs(context).kind === 'customer',
    choice: choiceOf(request),
    question,
    asked: isAsked(request, question),
  }
}

/** The shop, the statement and my page: no script at all (promise 2.4-h), but for one small file after a yes to statistics. */
export default function ShopLayout({ loaderData }: { readonly loaderData: ShopData }) {
  const { pathname, search } = useLocation()
  return (
    <ShopFrame {...loaderData} path={pathname} query={search}>
      <Outlet />
      {loaderData.measured && <script defer src="/telling.js" />}
    </ShopFrame>
  )
}

/** What goes wrong on a page is said inside the frame, unless the frame itself could not be made. */
export function ErrorBoundary({ error, loaderData }: { readonly error: unknown; readonly loaderData?: ShopData }) {
  const path = useLocation().pathname
  if (!loaderData) return <ErrorPage error={error} />
  return (
    <ShopFrame {...loaderData} path={path}>
      <ErrorPage error={error} language={languageOf(path)} />
    </ShopFrame>
  )
}
