import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { writtenDay } from '#clock'
import { EmptyState, PageTitle } from '#design'
import { opensFor } from './desk-lists.ts'
import { waiting } from './waiting.ts'
import { whatWaits } from './what-waits.ts'
import styles from './desk-today.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context)
  const asked = await waiting(context, role)
  return { today: asked.today, items: whatWaits(asked).filter(({ to }) => opensFor(role, to)) }
}

export default function DeskToday() {
  const { today, items } = useLoaderData<typeof loader>()
  return (
    <>
      <title>I dag</title>
      <PageTitle lead={writtenDay(today, 'nb')}>I dag</PageTitle>
      {items.length === 0 ? (
        <NothingWaits />
      ) : (
        <ul className="waiting">
          {items.map((item) => (
            <li key={item.to}>
              <Link to={item.to} data-urgent={item.urgent || undefined}>
                <strong>{item.count}</strong>
                <span>
                  {item.count === 1 ? (item.one ?? item.what) : item.what}
                  {item.more && <small>{item.more}</small>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function NothingWaits() {
  return (
    <EmptyState title="Ingenting venter">
      Alt er besvart, levert, fakturert og betalt. Nye forespørsler vises her med en gang.
    </EmptyState>
  )
}
