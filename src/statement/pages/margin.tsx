import { writtenMoment } from '#clock'
import { writtenNumber } from '#languages'
import type { Language, State } from '#sentence'
import type { ShownControl, ShownSentence } from './read-statement.ts'
import { words } from './words.ts'

const signs: Record<State, string> = { kept: '✓', broken: '✕', stale: '◷', unproven: '–' }

export function StateMark({ state, language }: { readonly state: State; readonly language: Language }) {
  return (
    <span className={`mark ${state}`}>
      <span aria-hidden="true">{signs[state]} </span>
      {words[language].states[state]}
    </span>
  )
}

/** Beside each sentence: its state, the one number that matters, and when. */
export function Margin({ sentence, language }: { readonly sentence: ShownSentence; readonly language: Language }) {
  const control = theOneThatMatters(sentence)
  return (
    <aside className={`margin ${sentence.state}`}>
      <p>
        <StateMark state={sentence.state} language={language} /> <Measured control={control} language={language} />
        {control?.at && <span className="when"> · {writtenMoment(control.at, language)}</span>}
      </p>
    </aside>
  )
}

/** `0 av 1 204 personer …`, or why there is no number. */
export function Measured({ control, language }: { readonly control: ShownControl | undefined; readonly language: Language }) {
  const said = words[language]
  if (!control) return <>{said.noControl}</>
  if (control.kind === 'attestation') return <>{control.at ? said.attested : said.notAttested}</>
  if (control.found === undefined) return <>{said.notRun}</>
  return (
    <>
      <b>
        {writtenNumber(control.found, language)}
        {control.of !== null && control.of !== undefined && ` ${said.of} ${writtenNumber(control.of, language)}`}
      </b>{' '}
      {control.finds}
    </>
  )
}

// The one that decides the state; among equals the one that looked at most.
function theOneThatMatters({ controls, state }: ShownSentence): ShownControl | undefined {
  return controls.filter((control) => control.state === state).toSorted((a, b) => (b.of ?? 0) - (a.of ?? 0))[0] ?? controls[0]
}
