import { productName, tileOf, withBasket } from '#catalogue'
import { Field, Tile } from '#design'
import { pathIn, type Language } from '#languages'
import type { AskedItem } from '../asked-items.ts'
import { words } from './words.ts'

type Shown = {
  readonly items: readonly AskedItem[]
  readonly typed: Readonly<Record<string, string>>
  readonly problem: string | undefined
  readonly language: Language
}

/** The products that are asked for, with how many and what is wished. */
export function AskedItems({ items, typed, problem, language }: Shown) {
  const said = words[language]
  if (items.length === 0) return problem ? <p className="ds-validation-message">{problem}</p> : null
  return (
    <fieldset className="items" aria-describedby={problem && 'items-problem'}>
      <legend>{said.items}</legend>
      {items.map((item, line) => (
        <Line key={item.sku} {...{ item, line, items, typed, language }} />
      ))}
      {problem && (
        <p className="ds-validation-message" id="items-problem">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

function Line({
  item,
  line,
  items,
  typed,
  language,
}: Omit<Shown, 'problem'> & { readonly item: AskedItem; readonly line: number }) {
  const said = words[language]
  const name = productName(item, language)
  const others = items.filter(({ sku }) => sku !== item.sku)
  const at = Object.keys(typed)
    .find((key) => key.startsWith('sku-') && typed[key] === item.sku)
    ?.slice(4)
  return (
    <div className="item">
      <Tile {...tileOf(item)} />
      <div>
        <strong lang={name.lang}>{name.text}</strong>
        <br />
        <span className="small soft figures">{item.sku}</span>{' '}
        <a className="small" href={withBasket(pathIn(language, '/foresporsel'), others)}>
          {said.remove}
          <span className="unseen"> {name.text}</span>
        </a>
      </div>
      <div className="fields-of">
        <input type="hidden" name={`sku-${line}`} value={item.sku} />
        <Field
          name={`quantity-${line}`}
          inputMode="numeric"
          label={said.quantity}
          value={at === undefined ? item.quantity : typed[`quantity-${at}`]}
          required
          language={language}
        />
        <Field name={`wish-${line}`} label={said.wish} value={item.wish} maxLength={500} language={language} />
      </div>
    </div>
  )
}
