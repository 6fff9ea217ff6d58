import type { Language } from '#languages'
import { WideTable } from '#design'
import { BarChart, TimeChart } from './chart.tsx'
import { stepWord, type Shown, type ShownMeasure } from './shown.ts'

const words = {
  nb: {
    opened: 'Sider åpnet, minst',
    before: 'Perioden før',
    change: 'Endring',
    overTime: 'Sider åpnet over tid, minst',
    count: 'Antall',
    table: 'Tabell',
    value: 'Verdi',
    hidden: (threshold: number) =>
      `Tall under ${threshold} vises ikke, og resten er rundet til nærmeste fem. Derfor er summene «minst».`,
    weekly: (weeks: string) => `Telles uke for uke: ${weeks}.`,
    noWeek: 'Telles uke for uke. Velg en periode med minst én hel uke, mandag til søndag.',
    nothing: 'Ingen tall er store nok til å vises.',
    all: (n: number) => `Alle ${n}`,
  },
  en: {
    opened: 'Pages opened, at least',
    before: 'The period before',
    change: 'Change',
    overTime: 'Pages opened over time, at least',
    count: 'Count',
    table: 'Table',
    value: 'Value',
    hidden: (threshold: number) =>
      `Counts under ${threshold} are not shown, and the rest are rounded to the nearest five. That is why sums say “at least”.`,
    weekly: (weeks: string) => `Counted week by week: ${weeks}.`,
    noWeek: 'Counted week by week. Choose a period with at least one whole week, Monday to Sunday.',
    nothing: 'No count is large enough to be shown.',
    all: (n: number) => `All ${n}`,
  },
} as const

/** The charts, each with its table. The same at the desk and in public. */
export function FiguresShown({ shown }: { readonly shown: Shown }) {
  const said = words[shown.language]
  return (
    <>
      <dl className="counted-sums">
        <div>
          <dt>{said.opened}</dt>
          <dd>{shown.opened.n}</dd>
        </div>
        <div>
          <dt>{said.before}</dt>
          <dd>{shown.opened.before}</dd>
        </div>
        <div>
          <dt>{said.change}</dt>
          <dd>{shown.opened.change}</dd>
        </div>
      </dl>
      <p className="soft small">{said.hidden(shown.threshold)}</p>
      <OverTime shown={shown} />
      <div className="measures">
        {shown.measures.map((each) => (
          <MeasureShown key={each.measure} {...each} language={shown.language} weeks={shown.weeks} />
        ))}
      </div>
    </>
  )
}

function OverTime({ shown: { overTime, axis, step, language } }: { readonly shown: Shown }) {
  const said = words[language]
  return (
    <section className="over-time">
      <h2>{said.overTime}</h2>
      <TimeChart bars={overTime} axis={axis} title={said.overTime} />
      <details>
        <summary>{said.table}</summary>
        <WideTable name={said.overTime}>
          <thead>
            <tr>
              <th scope="col">{stepWord(step, language)}</th>
              <th scope="col" className="right">
                {said.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {overTime.map(({ word, n, written }) => (
              <tr key={word}>
                <td>{word}</td>
                <td className="number">{n === 0 ? '–' : written}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </section>
  )
}

type Around = { readonly language: Language; readonly weeks: string | undefined }
const few = 8

function MeasureShown({ title, rows, weekly, inOrder, language, weeks }: ShownMeasure & Around) {
  const said = words[language]
  const now = rows.filter(({ n }) => n > 0)
  return (
    <section>
      <h2>{title}</h2>
      {weekly && <p className="soft small">{weeks === undefined ? said.noWeek : said.weekly(weeks)}</p>}
      {now.length > 0 && <BarChart bars={inOrder ? now : now.slice(0, few)} title={title} />}
      {rows.length === 0 ? (weeks !== undefined || !weekly) && <p>{said.nothing}</p> : <Rows {...{ title, rows, language }} />}
    </section>
  )
}

function Rows({ title, rows, language }: Pick<ShownMeasure, 'title' | 'rows'> & { readonly language: Language }) {
  const said = words[language]
  return (
    <details open={rows.length <= few}>
      <summary>{rows.length <= few ? said.table : said.all(rows.length)}</summary>
      <WideTable name={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="right">
              {said.count}
            </th>
            <th scope="col" className="right">
              {said.before}
            </th>
            <th scope="col" className="right">
              {said.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, written, before, change }) => (
            <tr key={word}>
              <td>{word}</td>
              <td className="number">{written}</td>
              <td className="number">{before}</td>
              <td className="number">{change}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  )
}
