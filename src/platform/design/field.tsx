import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

type Around = {
  readonly name: string
  /** The form it stands in, where two forms of a page ask for the same. */
  readonly of?: string | undefined
  readonly label: ReactNode
  /** What it is for, or how to write it; stands between label and field. */
  readonly hint?: ReactNode
  /** What is wrong with it; stands beneath, and is read out with the field. */
  readonly problem?: string | undefined
  /** What was typed before. */
  readonly value?: string | number | null | undefined
  /** The page's language; decides the word behind optional fields. Default bokmål. */
  readonly language?: 'nb' | 'en'
}

type Without<Attributes> = Omit<Attributes, 'name' | 'value' | 'defaultValue' | 'id'>

/** A text field. Required fields are the rule, so the optional ones say so (promise 2.1-c). */
export function Field({
  name,
  of,
  label,
  hint,
  problem,
  value,
  language,
  ...input
}: Around & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Labelled {...{ id: idOf(name, of), label, hint, problem, language }} optional={!input.required}>
      <input
        className="ds-input"
        type="text"
        {...input}
        name={name}
        {...described(idOf(name, of), hint, problem)}
        defaultValue={value ?? ''}
      />
    </Labelled>
  )
}

/** Free text; screened for what must not stand in it by the act that receives it. */
export function TextArea({
  name,
  of,
  label,
  hint,
  problem,
  value,
  language,
  ...area
}: Around & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Labelled {...{ id: idOf(name, of), label, hint, problem, language }} optional={!area.required}>
      <textarea
        className="ds-input"
        rows={4}
        {...area}
        name={name}
        {...described(idOf(name, of), hint, problem)}
        defaultValue={value ?? ''}
      />
    </Labelled>
  )
}

/** One of a few. Give the options as children. */
export function Select({
  name,
  of,
  label,
  hint,
  problem,
  value,
  language,
  ...select
}: Around & Without<SelectHTMLAttributes<HTMLSelectElement>>) {
  return (
    <Labelled {...{ id: idOf(name, of), label, hint, problem, language }} optional={!select.required}>
      <select
        className="ds-input"
        {...select}
        name={name}
        {...described(idOf(name, of), hint, problem)}
        defaultValue={value ?? undefined}
      />
    </Labelled>
  )
}

/** A box to tick. Never ticked beforehand: there is no way to ask for it. */
export function Checkbox({
  name,
  label,
  hint,
  problem,
  value = 'yes',
  required,
  checked,
}: Around & {
  readonly required?: boolean
  /** It was checked before. */
  readonly checked?: boolean
}) {
  return (
    <div className="ds-field">
      <input
        className="ds-input"
        type="checkbox"
        value={value ?? 'yes'}
        required={required}
        defaultChecked={checked}
        name={name}
        {...described(name, hint, problem)}
      />
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <Explained {...{ id: name, hint, problem }} />
    </div>
  )
}

function Labelled({
  id,
  label,
  hint,
  problem,
  optional,
  language = 'nb',
  children,
}: Omit<Around, 'name' | 'of' | 'language'> & {
  readonly id: string
  readonly language?: 'nb' | 'en' | undefined
  readonly optional: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={id}>
        {label} {optional && <span className="optional">({language === 'nb' ? 'valgfritt' : 'optional'})</span>}
      </label>
      {hint && (
        <div data-field="description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {problem && <Problem id={id} problem={problem} />}
    </div>
  )
}

function Explained({ id, hint, problem }: Pick<Around, 'hint' | 'problem'> & { readonly id: string }) {
  return (
    <>
      {hint && (
        <div data-field="description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && <Problem id={id} problem={problem} />}
    </>
  )
}

function Problem({ id, problem }: { readonly id: string; readonly problem: string }) {
  return (
    <p className="ds-validation-message" data-field="validation" id={`${id}-problem`}>
      {problem}
    </p>
  )
}

function idOf(name: string, form: string | undefined): string {
  return form === undefined ? name : `${form}-${name}`
}

/** Of several wrong fields the first has the cursor when the page opens: a browser heeds the first that asks (HTML, 6.6.7). */
function described(id: string, hint: ReactNode, problem: string | undefined) {
  const by = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const wrong = problem ? (true as const) : undefined
  return { id, 'aria-describedby': by || undefined, 'aria-invalid': wrong, autoFocus: wrong }
}
