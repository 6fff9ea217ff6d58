import { choiceSaid, type Choice, type Question } from '#cookies'
import { pathIn, type Language } from '#languages'

type Said = { readonly choice: Choice; readonly question: Question; readonly back: string; readonly language: Language }

/** In the foot of every page: what was answered, and one button that turns it round (promise 2.4-g). */
export function ChoiceFoot({ choice, question, back, language }: Said) {
  if (choice === 'nothing yet') return <p>{words.open[language]}</p>
  if (choice === 'no, says the browser') return <p>{words.browser[language]}</p>
  const { said, turn } = choiceSaid[question][language][choice]
  return (
    <form method="post" action={pathIn(language, '/valg')}>
      {said} <input type="hidden" name="place" value="foot" />
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="back" value={back} />
      <button className="leave" name="answer" value={choice === 'yes' ? 'no' : 'yes'}>
        {turn}
      </button>
    </form>
  )
}

const words = {
  open: { nb: 'Du har ikke svart om statistikk.', en: 'You have not answered about statistics.' },
  browser: {
    nb: 'Nettleseren din sier nei til sporing. Du telles ikke.',
    en: 'Your browser says no to tracking. You are not counted.',
  },
}
