import { z } from 'zod'

const places = z.array(z.object({ where: z.string() }))

/** Where the search after an erasure found something. */
export function placesIn(finds: unknown): readonly string[] {
  return places.parse(finds).map(({ where }) => where)
}

/** The person is erased; the night's search closes the case, or tells where somebody must look. */
export function Searched({ found }: { readonly found: readonly string[] }) {
  if (found.length === 0) return <span className="soft">Slettet. Nattens søk lukker saken.</span>
  return (
    <>
      <p>Slettet, men søket fant noe. Fjern det; søket går igjen neste natt.</p>
      <ul className="small">
        {found.map((place) => (
          <li key={place}>
            <code>{place}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
