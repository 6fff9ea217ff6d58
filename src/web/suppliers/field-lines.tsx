import { useState } from 'react'
import { Button } from '#design'
import type { FieldChoice } from './field-choices.ts'
import type { GivenField } from './given-fields.ts'

const empty: GivenField = { field: '', reason: '', known: false }

type Shown = {
  readonly choices: readonly FieldChoice[]
  readonly problems: Readonly<Record<string, string>>
}

/** Which fields they get, each with its reason: five lines to begin with, also where the script has not arrived. */
export function FieldLines({ choices, problems, typed }: Shown & { readonly typed: readonly GivenField[] }) {
  const [count, setCount] = useState(Math.max(5, typed.length))
  return (
    <fieldset className="ds-fieldset stack">
      <legend className="ds-label">Felt de får, og hvorfor</legend>
      <p data-field="description">Uten grunn, uten felt. Linjer du ikke trenger, lar du stå tomme.</p>
      {problems.fields && <p className="ds-validation-message">{problems.fields}</p>}
      {Array.from({ length: count }, (_, at) => (
        <Line key={at} at={at} choices={choices} problems={problems} typed={typed[at] ?? empty} />
      ))}
      <Button type="button" variant="tertiary" onClick={() => setCount(count + 3)}>
        Flere felt
      </Button>
    </fieldset>
  )
}

function Line({ at, choices, problems, typed }: Shown & { readonly at: number; readonly typed: GivenField }) {
  const named = (part: string) => {
    const name = `${part}.${at}`
    return {
      name,
      'aria-invalid': name in problems || undefined,
      'aria-describedby': name in problems ? `${name}-problem` : undefined,
    }
  }
  return (
    <div>
      <div className="field-line">
        <select {...named('field')} className="ds-input" aria-label={`Felt ${at + 1}`} defaultValue={typed.field}>
          <option value="">Velg felt</option>
          {choices.map(({ of, fields }) => (
            <optgroup key={of} label={of}>
              {fields.map(({ field, word }) => (
                <option key={field} value={field}>
                  {of}: {word.toLowerCase()}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <input
          {...named('reason')}
          className="ds-input"
          aria-label={`Hvorfor de får felt ${at + 1}`}
          placeholder="Grunn, som «sjåføren ringer før levering»"
          defaultValue={typed.reason}
        />
        <label className="row small">
          <input className="ds-input" type="checkbox" name={`known.${at}`} defaultChecked={typed.known} /> kjenner igjen folk på
          dette
        </label>
      </div>
      {[`field.${at}`, `reason.${at}`].map(
        (name) =>
          problems[name] && (
            <p key={name} id={`${name}-problem`} className="ds-validation-message">
              {problems[name]}
            </p>
          ),
      )}
    </div>
  )
}
