import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Button } from './button.tsx'
import { SearchField } from './search-field.tsx'

/** The search of a desk list. `within`: what is kept of the list's address while searching. `children`: more to choose by. */
export function Finder({
  label,
  value,
  within = {},
  found,
  children,
}: {
  readonly label: string
  readonly value: string
  readonly within?: Readonly<Record<string, string>>
  /** How much there is, in words. */
  readonly found?: string
  readonly children?: ReactNode
}) {
  return (
    <search>
      <Form method="get" className="row finder">
        {Object.entries(within).map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <SearchField label={label} value={value} />
        {children}
        <Button variant="secondary">Søk</Button>
        <span className="small soft keys">↓ går til listen, j og k mellom radene, Enter åpner</span>
        {found && <span className="soft figures">{found}</span>}
      </Form>
    </search>
  )
}
