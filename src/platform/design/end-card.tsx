import { Link } from 'react-router'

/** When something is deleted, by which rule, and for whoever may decide it the way to keep it longer. */
export type ShownEnd = {
  readonly text: string
  readonly ground: string
  readonly link: { readonly to: string; readonly label: string } | undefined
}
type Shown = { readonly end: ShownEnd | undefined }

/** Beside what the page is about. */
export function EndCard({ end }: Shown) {
  if (end === undefined) return null
  return (
    <section className="ds-card">
      <h2>{end.text}</h2>
      <p className="small soft">{end.ground}</p>
      {end.link && (
        <p>
          <Link to={end.link.to}>{end.link.label}</Link>
        </p>
      )}
    </section>
  )
}

/** The same in a line, where many stand below one another. */
export function EndLine({ end }: Shown) {
  if (end === undefined) return null
  return (
    <p className="small">
      <strong>{end.text}.</strong> <span className="soft">{end.ground}</span>{' '}
      {end.link && <Link to={end.link.to}>{end.link.label}</Link>}
    </p>
  )
}
