import { writtenDay, writtenMoment } from '#clock'
import { pathIn, type Language } from '#languages'
import { measuresIn } from '../measures.ts'
import { Margin } from './margin.tsx'
import type { ShownClause, ShownSentence, ShownStatement } from './read-statement.ts'
import { Says } from './says.tsx'
import { ShownProof } from './shown-proof.tsx'
import { StatementHead } from './statement-head.tsx'
import { words } from './words.ts'

/** The whole statement: which version, the score, the contents, and each sentence with what was found. */
export function StatementText({ statement, language }: { readonly statement: ShownStatement; readonly language: Language }) {
  const said = words[language]
  const { clauses, score } = statement
  return (
    <>
      <StatementHead {...{ language, statement }} />
      <ol className="statement-contents" aria-label={said.contents}>
        {clauses.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span>{number}</span>
              {title}
            </a>
          </li>
        ))}
      </ol>
      {clauses.map((clause) => (
        <Clause key={clause.id} clause={clause} language={language} />
      ))}
      <p className="statement-note">
        {said.complain}
        <a href="https://www.datatilsynet.no">datatilsynet.no</a> · <a href={pathIn(language, '/personvern/logg')}>{said.log}</a>
      </p>
      <p className="print-only">
        {said.checkedOn(
          score.lastChecked ? writtenMoment(score.lastChecked, language) : writtenDay(statement.effectiveOn, language),
        )}
      </p>
    </>
  )
}

function Clause({
  clause: { id, number, title, sentences },
  language,
}: {
  readonly clause: ShownClause
  readonly language: Language
}) {
  return (
    <section className="clause" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span>{number}</span>
        {title}
      </h2>
      {sentences.map((sentence) => (
        <Promise key={sentence.id} sentence={sentence} language={language} />
      ))}
      {id === 'cookies' && (
        <p className="statement-note">
          <a href={pathIn(language, '/personvern/informasjonskapsler')}>{words[language].storage}</a>
        </p>
      )}
      {id === 'retention' && <Measures sentences={sentences} language={language} />}
    </section>
  )
}

function Promise({ sentence, language }: { readonly sentence: ShownSentence; readonly language: Language }) {
  return (
    <article className="promise" id={sentence.id} data-state={sentence.state}>
      <Says text={sentence.says} />
      <Margin sentence={sentence} language={language} />
      <ShownProof sentence={sentence} language={language} />
    </article>
  )
}

/** Only what its control has found in place: a measure that is off is not listed (promise 0-g). */
function Measures({ sentences, language }: { readonly sentences: readonly ShownSentence[]; readonly language: Language }) {
  const inPlace = measuresIn({ sentences })
  if (inPlace.length === 0) return null
  return (
    <div className="measures">
      <h3>{words[language].measures}</h3>
      <ul>
        {inPlace.map(({ sentence, how }) => (
          <li key={sentence} data-measure={sentence}>
            {how} <a href={`#${sentence}`}>✓</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
