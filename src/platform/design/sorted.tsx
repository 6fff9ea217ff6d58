import { Link } from 'react-router'

/** The head of a column that a list can be sorted by. `order`: how it is sorted by this one now; nothing when it is by another. */
export function Sorted({
  to,
  order,
  right,
  children,
}: {
  readonly to: string
  readonly order?: 'ascending' | 'descending' | 'other' | false
  readonly right?: boolean
  readonly children: string
}) {
  return (
    <th scope="col" className={right ? 'right' : undefined} aria-sort={order || undefined}>
      <Link to={to}>
        {children} {order && (order === 'ascending' ? '↑' : '↓')}
      </Link>
    </th>
  )
}
