import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { EmptyState, Heads, PageTitle, WideTable } from '#design'
import { asking } from '#purposes'
import { measuresInPlace, type Measure } from '#statement'
import { Measured } from '../../statement/pages/margin.tsx'
import { officers } from './officers.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  return { measures: await measuresInPlace(asking(context, 'legal_obligation'), now(), 'nb') }
}

type Loaded = Awaited<ReturnType<typeof loader>>

/** Prints as it stands. */
export default function DeskMeasures({ loaderData: { measures } }: { readonly loaderData: Loaded }) {
  return (
    <div className="stack">
      <title>Sikkerhetstiltak</title>
      <PageTitle
        lead="Laget av kontrollene som sist fant tiltaket på plass. Er et tiltak av, står det ikke her."
        actions={
          <>
            <a className="ds-button" data-variant="secondary" href="/desk/personvern/tiltak.csv">
              Som regneark
            </a>
            <a className="ds-button" data-variant="secondary" href="/desk/personvern/tiltak.json">
              Som JSON
            </a>
          </>
        }
      >
        Sikkerhetstiltak
      </PageTitle>
      {measures.length === 0 ? (
        <EmptyState title="Ingen tiltak er kontrollert ennå">
          Hvert tiltak kommer hit når kontrollen har funnet det på plass. Kontrollene går hver natt.
        </EmptyState>
      ) : (
        <Measures measures={measures} />
      )}
    </div>
  )
}

function Measures({ measures }: { readonly measures: readonly Measure[] }) {
  return (
    <WideTable name="Sikkerhetstiltak" data-border>
      <thead>
        <Heads of={['Tiltak', 'Løftet det holder', 'Sist funnet']} />
      </thead>
      <tbody>
        {measures.map(({ sentence, how, says, controls }) => (
          <tr key={sentence}>
            <td className="wide">{how}</td>
            <td className="wide">
              <a href={`/personvern/bevis/${sentence}`}>{says}</a>
            </td>
            <td className="wide">
              {controls.map((control) => (
                <div key={control.name} className="small">
                  <Measured control={control} language="nb" />
                  {control.at && ` · ${writtenMoment(control.at, 'nb')}`}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
