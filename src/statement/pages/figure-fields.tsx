import { Field } from '#design'

export const units = { months: 'måneder', days: 'dager', count: 'antall' } as const

type Figure = {
  readonly sentence: string
  readonly term: string
  readonly unit: keyof typeof units
  readonly value: number
  readonly says: string
}

/** What was typed in a field, or else what stands; and what was wrong with it. */
export type Kept = <Value>(name: string, before: Value) => { name: string; value: Value | string; problem: string | undefined }

/** The figures that a merchant may change, each in its sentence; where a sentence has several, the one that is meant stands out. */
export function FigureFields({ figures, kept }: { readonly figures: readonly Figure[]; readonly kept: Kept }) {
  return (
    <section aria-labelledby="draft-figures" className="stack">
      <h2 id="draft-figures">Tallene i setningene</h2>
      {figures.map(({ sentence, term, unit, value, says }) => (
        <Field
          key={`${sentence} ${term}`}
          {...kept(`figure.${sentence}.${term}`, value)}
          label={<Meant says={says} value={value} unit={unit} />}
          hint={units[unit]}
          type="number"
          min={1}
          required
        />
      ))}
    </section>
  )
}

/** Months may be said in years. What the sentence says in words alone stands as it is. */
function Meant({ says, value, unit }: Pick<Figure, 'says' | 'value' | 'unit'>) {
  const written = [`${value}`, ...(unit === 'months' && value % 12 === 0 ? [`${value / 12} år`] : [])]
  const found = written.map((each) => new RegExp(`(?<![\\d.])${each}(?!\\d)`).exec(says)).find((each) => each !== null)
  if (!found) return <>{says}</>
  const end = found.index + found[0].length
  return (
    <>
      {says.slice(0, found.index)}
      <mark>{found[0]}</mark>
      {says.slice(end)}
    </>
  )
}
