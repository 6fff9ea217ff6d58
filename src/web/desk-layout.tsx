import {
  Form,
  Link,
  Outlet,
  useLocation,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
} from 'react-router'
import { requireStaff, type Staff, whoIs } from '#auth'
import { roleNames } from '#staff'
import styles from './desk.css?url'
import { useCursor } from './cursor.ts'
import { DeskFinder } from './desk-finder.tsx'
import { deskLists, listOf, opensFor, roomsBeside, type Entry } from './desk-lists.ts'
import { ErrorPage } from './error-page.tsx'
import { moveByRow } from './move-by-row.ts'
import { unsent } from './signed-out.tsx'
import { figures, waiting } from './waiting.ts'

/** The one layout that hydrates; root.tsx reads this. */
export const handle = { hydrates: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** Nobody but staff with a second factor comes further, whatever the page inside remembers to ask (promise 4-e). */
export const middleware: MiddlewareFunction<Response>[] = [
  async ({ request, context }, next) => {
    const typed = whoIs(context).kind === 'staff' ? undefined : await unsent(request)
    if (typed) throw typed
    requireStaff(context)
    return next()
  },
]

type Side = { readonly staff: Staff; readonly counts: Readonly<Record<string, number | undefined>> }
type Data = { readonly loaderData: Side }

export async function loader({ context }: LoaderFunctionArgs): Promise<Side> {
  const staff = requireStaff(context)
  return { staff, counts: figures(await waiting(context, staff.role)) }
}

export default function DeskLayout({ loaderData }: Data) {
  useCursor()
  return (
    <div className="desk">
      <a className="ds-skip-link skip" href="#main">
        Hopp til innholdet
      </a>
      <DeskSide {...loaderData} />
      <main className="desk-main" id="main" tabIndex={-1} onKeyDown={moveByRow}>
        <Rooms {...loaderData} />
        <Outlet />
      </main>
    </div>
  )
}

/** The pages of the same list, so that none of them is a dead end. */
function Rooms({ staff }: Side) {
  const { pathname } = useLocation()
  const rooms = roomsBeside(staff.role, pathname)
  if (rooms.length === 0) return null
  return (
    <nav className="rooms" aria-label="Sider i denne listen">
      {rooms.map(({ to, label }) => (
        <Link key={to} to={to} aria-current={to === pathname ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

export function ErrorBoundary({ error, loaderData }: { readonly error: unknown; readonly loaderData?: Data['loaderData'] }) {
  if (!loaderData) return <ErrorPage error={error} />
  return (
    <div className="desk">
      <DeskSide {...loaderData} />
      <main className="desk-main" id="main">
        <ErrorPage error={error} language="nb" />
      </main>
    </div>
  )
}

function DeskSide({ staff, counts }: Side) {
  const { pathname } = useLocation()
  const here = listOf(pathname)
  return (
    <header className="desk-side">
      <a className="name" href="/desk">
        Ordholden
      </a>
      <DeskFinder />
      <nav aria-label="Skrivebordet">
        {lists(staff).map((list) => (
          <ul key={list[0]!.to}>
            {list.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} {...(to === here && { 'aria-current': 'page', ref: bringIntoSight })}>
                  {label}
                  <Count waits={counts[to]} />
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className="foot">
        <p>
          Du leser for å <strong>{purposeOf(pathname)}</strong>. Oppslag på personer logges og vises for dem.
        </p>
        <p>
          {staff.name}, {roleNames[staff.role].nb}
        </p>
        <Form method="post" action="/desk/logg-ut" reloadDocument>
          <button type="submit">Logg ut</button>
        </Form>
      </div>
    </header>
  )
}

/** On a phone the lists stand in one row, and the one that is open may be outside it. */
function bringIntoSight(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function Count({ waits }: { readonly waits: number | undefined }) {
  if (!waits) return null
  return (
    <span className="count">
      {waits}
      <span className="unseen"> venter</span>
    </span>
  )
}

/** A member of staff sees the lists that open for them. */
function lists({ role }: Staff): readonly (readonly Entry[])[] {
  return deskLists.map((list) => list.filter(({ to }) => opensFor(role, to))).filter((list) => list.length > 0)
}

/** For which purpose the page reads; the words of promise 2.2-i. */
function purposeOf(path: string): string {
  if (path.startsWith('/desk/faktura')) return 'fakturere'
  if (path.startsWith('/desk/foresporsler')) return 'dokumentere saken'
  if (/^\/desk\/(personvern|rettigheter|leverandorer|utlevering)/.test(path)) return 'gi folk rettighetene sine'
  if (/^\/desk\/(oppbevaring|beholdt|arkiv)/.test(path)) return 'følge loven'
  if (/^\/desk\/(ansatte|avvik)/.test(path)) return 'holde systemet sikkert'
  if (path.startsWith('/desk/statistikk')) return 'telle besøk'
  if (path.startsWith('/desk/kunder') || path.startsWith('/desk/utboks')) return 'følge opp kundeforholdet'
  return 'levere'
}
