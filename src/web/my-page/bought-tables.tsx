import type { Language } from '#languages'
import { WideTable } from '#design'
import type { AllBought, Bought } from './bought.ts'
import { words } from './words.ts'

/** Quotes, orders and invoices as the person knows them, each with its paper where there is one. */
export function BoughtTables({ bought, language }: { readonly bought: AllBought; readonly language: Language }) {
  return (
    <>
      {(['quotes', 'orders', 'invoices'] as const).map(
        (kind) =>
          bought[kind].length > 0 && <Papers key={kind} title={words[language][kind]} rows={bought[kind]} language={language} />,
      )}
      {bought.company.length > 0 && (
        <>
          <p className="soft">{words[language].companySays}</p>
          <Papers title={words[language].company} rows={bought.company} language={language} />
        </>
      )}
    </>
  )
}

function Papers({
  title,
  rows,
  language,
}: {
  readonly title: string
  readonly rows: readonly Bought[]
  readonly language: Language
}) {
  const said = words[language]
  return (
    <WideTable name={title} caption="seen">
      <thead>
        <tr>
          <th scope="col">{said.name}</th>
          <th scope="col">{said.day}</th>
          <th scope="col">{said.state}</th>
          <th scope="col" className="right">
            {said.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, day, state, sum, pdf }) => (
          <tr key={id}>
            <th scope="row">{pdf ? <a href={pdf}>{name} (PDF)</a> : name}</th>
            <td>{day}</td>
            <td>{state}</td>
            <td className="number money">{sum}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
