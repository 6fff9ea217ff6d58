import type { Choice } from '#cookies'
import { pathIn, type Language } from '#languages'

type Said = { readonly choice: Choice; readonly back: string; readonly language: Language }

/** In the foot of every page: what was answered, and one button that turns it round (promise 2.4-g). */
export function ChoiceFoot({ choice, back, language }: Said) {
  if (choice === 'nothing yet') return <p>{words.open[language]}</p>
  if (choice === 'no, says the browser') return <p>{words.browser[language]}</p>
  return (
    <form method="post" action={pathIn(language, '/valg')}>
      {words.said[choice][language]} <input type="hidden" name="place" value="foot" />
      <input type="hidden" name="back" value={back} />
      <button className="leave" name="answer" value={choice === 'yes' ? 'no' : 'yes'}>
        {words.turn[choice][language]}
      </button>
    </form>
  )
}

const words = {
  open: {
    nb: 'Vi måler ikke hvor lenge du leser, for du har ikke svart ja.',
    en: 'We do not measure how long you read, because you have not said yes.',
  },
  browser: {
    nb: 'Nettleseren din sier nei til sporing. Det følger vi.',
    en: 'Your browser says no to tracking. We follow it.',
  },
  said: {
    yes: { nb: 'Du har sagt ja til at vi måler hvor lenge du leser.', en: 'You have allowed us to measure how long you read.' },
    no: { nb: 'Du har sagt nei til at vi måler hvor lenge du leser.', en: 'You have told us not to measure how long you read.' },
  },
  turn: {
    yes: { nb: 'Trekk samtykket', en: 'Withdraw consent' },
    no: { nb: 'Si ja likevel', en: 'Say yes after all' },
  },
}
