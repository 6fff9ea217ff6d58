import type { TableHTMLAttributes } from 'react'

type Shown = {
  /** What it is a table of. */
  readonly name: string
  /** Each row leads somewhere: its links take the keyboard along, and the table needs no stop of its own. */
  readonly leads?: boolean
  readonly caption?: 'seen' | 'unseen'
}

/** A table that may be wider than the page: it scrolls by itself, by the keyboard too (WCAG 2.1.1), and the page stays as it is. */
export function WideTable({
  name,
  leads,
  caption = 'unseen',
  className,
  children,
  ...table
}: Shown & TableHTMLAttributes<HTMLTableElement>) {
  return (
    <div className="scrolls" role="region" aria-label={name} tabIndex={leads ? undefined : 0}>
      <table className={className ? `ds-table ${className}` : 'ds-table'} data-hover={leads} {...table}>
        <caption className={caption === 'unseen' ? 'unseen' : undefined}>{name}</caption>
        {children}
      </table>
    </div>
  )
}
