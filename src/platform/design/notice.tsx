import type { ReactNode } from 'react'

type Kind = 'info' | 'success' | 'warning' | 'danger'

/** Something to know: what went well, what to mind, what went wrong and what to do. Read out when it says what went wrong. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  readonly kind?: Kind
  readonly title?: string
  readonly children?: ReactNode
}) {
  return (
    <div className="ds-alert" data-color={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      {title && (
        <h2 className="ds-heading" data-size="2xs">
          {title}
        </h2>
      )}
      {children}
    </div>
  )
}
