import { Form } from 'react-router'
import { Button } from '#design'
import { steps } from '../period.ts'
import { stepWord, type Shown } from './shown.ts'

const words = {
  nb: { from: 'Fra og med', to: 'Til og med', per: 'Over tid, per', show: 'Vis', today: 'Dagens tall kommer i morgen.' },
  en: { from: 'From', to: 'To', per: 'Over time, by', show: 'Show', today: 'Today’s figures come tomorrow.' },
} as const

/** Which days, in which steps; all in the address, so that a period can be sent to somebody. */
export function PeriodForm({ shown: { range, step, language } }: { readonly shown: Shown }) {
  const said = words[language]
  return (
    <Form method="get" className="row finder">
      {(['from', 'to'] as const).map((end) => (
        <div className="ds-field" key={end}>
          <label className="ds-label" data-weight="semibold" htmlFor={end}>
            {said[end]}
          </label>
          <input className="ds-input" type="date" id={end} name={end === 'from' ? 'fra' : 'til'} defaultValue={range[end]} />
        </div>
      ))}
      <div className="ds-field">
        <label className="ds-label" data-weight="semibold" htmlFor="per">
          {said.per}
        </label>
        <select className="ds-input" id="per" name="per" defaultValue={step}>
          {steps.map((each) => (
            <option key={each} value={each}>
              {stepWord(each, language)}
            </option>
          ))}
        </select>
      </div>
      <Button variant="secondary">{said.show}</Button>
      <span className="soft">{said.today}</span>
    </Form>
  )
}
