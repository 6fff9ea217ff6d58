import { Link } from 'react-router'

type Pages = {
  readonly page: number
  /** How far the list goes: its last page where it has counted itself, else whether there is more. */
  readonly until: { readonly last: number } | { readonly more: boolean }
  /** The address of a page of the same list. */
  readonly to: (page: number) => string
}

/** The way to the previous and the next page of a desk list; nothing where there is one page only. */
export function Pager({ page, until, to }: Pages) {
  const counted = 'last' in until
  const more = counted ? page < until.last : until.more
  if (counted ? until.last <= 1 : !more && page <= 1) return null
  return (
    <nav aria-label="Sider" className="row pager">
      {page > 1 && <Link to={to(page - 1)}>Forrige</Link>}
      <span className="figures">{counted ? `Side ${page} av ${until.last}` : `Side ${page}`}</span>
      {more && <Link to={to(page + 1)}>Neste</Link>}
    </nav>
  )
}
