import { writtenDay } from '#clock'
import { WideTable } from '#design'
import { fates, type Fate, type ToldDay } from '../told-days.ts'

/** Day by day, how much of what Google was to be told arrived. */
export function ToldTable({ days }: { readonly days: readonly ToldDay[] }) {
  if (days.length === 0) return <p>Ingenting er sendt til Google ennå. En dag vises når den er over.</p>
  return (
    <WideTable name="Hva som er sendt til Google">
      <thead>
        <tr>
          <th scope="col">Dag</th>
          {fates.map((fate) => (
            <th key={fate} scope="col" className="figures">
              {words[fate]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, shares }) => (
          <tr key={day}>
            <td>{writtenDay(day, 'nb')}</td>
            {shares ? fates.map((fate) => <Share key={fate} percent={shares[fate]} />) : <td colSpan={4}>for få til å vises</td>}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Share({ percent }: { readonly percent: number }) {
  return <td className="figures">{percent} %</td>
}

const words: Readonly<Record<Fate, string>> = {
  arrived: 'Kom fram',
  unanswered: 'Uten svar',
  refused: 'Stanset her',
  dropped: 'Kastet',
}
