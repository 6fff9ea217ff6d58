import type { ReactNode } from 'react'

/** The one h1 of a page, its lead, and what can be done from here. */
export function PageTitle({
  children,
  lead,
  actions,
}: {
  readonly children: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="page-title">
      <div>
        <h1>{children}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  )
}
