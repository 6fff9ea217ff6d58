import { type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { unusualReading } from '#breach'
import { now } from '#clock'
import { EmptyState, EndLine, PageTitle, WideTable } from '#design'
import { declared } from '#inventory'
import { asking } from '#purposes'
import { writtenRules } from '#retention'
import { isRole, roleNames } from '#staff'
import { officers } from './officers.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  const rows = await unusualReading({ security: asking(context, 'security'), legal: asking(context, 'legal_obligation') }, now())
  return { rows, kept: writtenRules(declared('core.reading')) }
}

const why = {
  many: 'langt flere enn andre',
  'same name': 'noen med samme etternavn',
  'again and again': 'den samme om og om igjen',
} as const

export default function DeskUnusual({ loaderData: { rows, kept } }: { readonly loaderData: Awaited<ReturnType<typeof loader>> }) {
  return (
    <div className="stack">
      <title>Uvanlige oppslag</title>
      <PageTitle lead="Siste 30 dager. Listen er noe å spørre om, ikke en dom. De ansatte vet at oppslag logges.">
        Uvanlige oppslag
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title="Ingenting skiller seg ut">
          Ingen har slått opp uvanlig mange, noen med sitt eget etternavn eller den samme om og om igjen.
        </EmptyState>
      ) : (
        <WideTable name="Uvanlige oppslag" data-border>
          <thead>
            <tr>
              <th scope="col">Ansatt</th>
              <th scope="col">Rolle</th>
              <th scope="col" className="right">
                Personer
              </th>
              <th scope="col" className="right">
                Oppslag
              </th>
              <th scope="col">Hvorfor i listen</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ staffUserId, name, role, persons, lookUps, why: reasons }) => (
              <tr key={staffUserId}>
                <td>{name}</td>
                <td>{isRole(role) ? roleNames[role].nb : role}</td>
                <td className="number">{persons}</td>
                <td className="number">{lookUps}</td>
                <td>{reasons.map((reason) => why[reason]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      <EndLine end={kept} />
    </div>
  )
}
