import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

type Around = {
  readonly name: string
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
  label,
  hint,
  problem,
  value,
  language,
  ...input
}: Around & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Labelled {...{ name, label, hint, problem, language }} optional={!input.required}>
      <input className="ds-input" type="text" {...input} {...described(name, hint, problem)} defaultValue={value ?? ''} />
    </Labelled>
  )
}

/** Free text; screened for what must not stand in it by the act that receives it. */
export function TextArea({
  name,
  label,
  hint,
  problem,
  value,
  language,
  ...area
}: Around & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Labelled {...{ name, label, hint, problem, language }} optional={!area.required}>
      <textarea className="ds-input" rows={4} {...area} {...described(name, hint, problem)} defaultValue={value ?? ''} />
    </Labelled>
  )
}

/** One of a few. Give the options as children. */
export function Select({
  name,
  label,
  hint,
  problem,
  value,
  language,
  ...select
}: Around & Without<SelectHTMLAttributes<HTMLSelectElement>>) {
  return (
    <Labelled {...{ name, label, hint, problem, language }} optional={!select.required}>
      <select className="ds-input" {...select} {...described(name, hint, problem)} defaultValue={value ?? undefined} />
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
        {...described(name, hint, problem)}
      />
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <Explained {...{ name, hint, problem }} />
    </div>
  )
}

function Labelled({
  name,
  label,
  hint,
  problem,
  optional,
  language = 'nb',
  children,
}: Omit<Around, 'language'> & {
  readonly language?: 'nb' | 'en' | undefined
  readonly optional: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={name}>
        {label} {optional && <span className="optional">({language === 'nb' ? 'valgfritt' : 'optional'})</span>}
      </label>
      {hint && (
        <div data-field="description" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {problem && <Problem name={name} problem={problem} />}
    </div>
  )
}

function Explained({ name, hint, problem }: Pick<Around, 'name' | 'hint' | 'problem'>) {
  return (
    <>
      {hint && (
        <div data-field="description" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {problem && <Problem name={name} problem={problem} />}
    </>
  )
}

function Problem({ name, problem }: { readonly name: string; readonly problem: string }) {
  return (
    <p className="ds-validation-message" data-field="validation" id={`${name}-problem`}>
      {problem}
    </p>
  )
}

function described(name: string, hint: ReactNode, problem: string | undefined) {
  const by = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return { id: name, name, 'aria-describedby': by || undefined, 'aria-invalid': problem ? (true as const) : undefined }
}
