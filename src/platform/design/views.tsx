import { Link } from 'react-router'

/** The views of a desk list, side by side; the one that is shown says so. */
export function Views<Name extends string>({
  names,
  shown,
  to,
}: {
  readonly names: Readonly<Record<Name, string>>
  readonly shown: Name
  readonly to: (view: Name) => string
}) {
  return (
    <nav aria-label="Utvalg" className="row views">
      {(Object.keys(names) as Name[]).map((view) => (
        <Link key={view} to={to(view)} aria-current={view === shown ? 'true' : undefined}>
          {names[view]}
        </Link>
      ))}
    </nav>
  )
}
