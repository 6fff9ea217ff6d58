import { writtenMoment } from '#clock'
import { pathIn, type Language } from '#languages'
import { Measured, StateMark } from './margin.tsx'
import type { ShownControl, ShownSentence } from './read-statement.ts'
import { words } from './words.ts'

type Shown = { readonly sentence: ShownSentence; readonly language: Language }

/** Opens without a script: how we do it, how it would be found out, and the evidence. */
export function ShownProof({ sentence, language }: Shown) {
  const said = words[language]
  return (
    <details>
      <summary aria-label={`${said.show}: ${sentence.says}`}>{said.show}</summary>
      <div className="shown-proof">
        {sentence.how && (
          <div>
            <h3>{said.how}</h3>
            <p>{sentence.how}</p>
          </div>
        )}
        <div>
          <h3>{said.found}</h3>
          {sentence.controls.length === 0 && <p>{said.nothing}</p>}
          {sentence.controls.map((control) => (
            <p key={control.name}>
              {lookedFor(control, language)} {control.word ?? control.finds}.
            </p>
          ))}
        </div>
        <div>
          <h3>{said.evidence}</h3>
          <Evidence {...{ sentence, language }} />
        </div>
      </div>
    </details>
  )
}

function Evidence({ sentence, language }: Shown) {
  const said = words[language]
  return (
    <>
      {sentence.controls.map((control) => (
        <p key={control.name}>
          <StateMark state={control.state} language={language} /> <Measured control={control} language={language} />
          {control.at && <> · {writtenMoment(control.at, language)}</>}
        </p>
      ))}
      <p>
        {said.bears} {sentence.promises.join(', ')} ·{' '}
        <a href={pathIn(language, `/personvern/bevis/${sentence.id}`)}>{said.proof}</a> ·{' '}
        <a href={pathIn(language, '/personvern/logg')}>{said.log}</a>
      </p>
    </>
  )
}

function lookedFor({ kind }: ShownControl, language: Language): string {
  const said = words[language]
  if (kind === 'attestation') return said.byWord
  if (kind === 'test') return said.byTest
  return kind === 'query' ? said.byQuery : said.byProbe
}
