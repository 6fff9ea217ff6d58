import { writtenDay, writtenMoment } from '#clock'
import { otherLanguage, pathIn, writtenNumber, type Language } from '#languages'
import type { ShownStatement } from './read-statement.ts'
import { words } from './words.ts'

type Shown = { readonly statement: ShownStatement; readonly language: Language }

/** Title, lead, which version it is, and the score. */
export function StatementHead({ statement, language }: Shown) {
  const said = words[language]
  const other = otherLanguage(pathIn(language, '/personvern'))
  return (
    <header className="statement-head">
      <div>
        <h1>{said.title}</h1>
        <p className="lead">{said.lead}</p>
        <p className="facts">
          {said.from(writtenDay(statement.effectiveOn, language), statement.revision)} ·{' '}
          <a href={pathIn(language, `/personvern/versjoner/${statement.revision}`)}>{said.whatChanged}</a> ·{' '}
          <a href={pathIn(language, '/personvern/versjoner')}>{said.earlier}</a> ·{' '}
          <a href={other.path} lang={other.language} hrefLang={other.language}>
            {other.language === 'en' ? 'in English' : 'på norsk'}
          </a>
        </p>
      </div>
      <ScoreCard {...{ statement, language }} />
    </header>
  )
}

const order = ['kept', 'stale', 'broken', 'unproven'] as const

function ScoreCard({ statement: { score }, language }: Shown) {
  const said = words[language]
  return (
    <section className="score" aria-labelledby="score">
      <p>{score.lastChecked ? said.lastChecked(writtenMoment(score.lastChecked, language)) : said.neverChecked}</p>
      <h2 id="score">{said.score(score.kept, score.promises)}</h2>
      <svg className="bar" viewBox={`0 0 ${score.promises} 8`} preserveAspectRatio="none" aria-hidden="true">
        {order.map((state, at) => (
          <rect
            key={state}
            className={state}
            x={order.slice(0, at).reduce((sum, each) => sum + score[each], 0)}
            width={score[state]}
            height="8"
          />
        ))}
      </svg>
      <ul>
        {order
          .filter((state) => score[state] > 0)
          .map((state) => (
            <li key={state} className={state}>
              {writtenNumber(score[state], language)} {said.states[state]}
            </li>
          ))}
      </ul>
    </section>
  )
}
