import { choiceText, type Question } from '#cookies'
import { EqualButtons } from '#design'
import { pathIn, type Language } from '#languages'

type Asked = { readonly question: Question; readonly who: string; readonly back: string; readonly language: Language }

/** Asks about statistics until there is an answer. Stands below what the reader came for, and hides nothing of it (promise 2.4-f). */
export function ChoiceBar({ question, who, back, language }: Asked) {
  const { about, ask, more, no, yes, noAbroad } = choiceText[language]
  return (
    <form className="choice-bar" method="post" action={pathIn(language, '/valg')} aria-label={about}>
      <p>
        {ask(who, question)} <a href={pathIn(language, '/personvern/informasjonskapsler')}>{more}</a>
      </p>
      <input type="hidden" name="place" value="bar" />
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="back" value={back} />
      <EqualButtons
        name="answer"
        choices={[
          { value: 'no', label: no },
          { value: 'yes', label: yes },
        ]}
      />
      {noAbroad && (
        <button className="leave" lang="en" name="answer" value="no">
          {noAbroad}
        </button>
      )}
    </form>
  )
}
