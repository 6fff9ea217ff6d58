/** Where to type what one looks for. Never required, so it does not say that it is optional. */
export function SearchField({
  name = 'sok',
  label,
  value,
}: {
  readonly name?: string
  readonly label: string
  readonly value?: string | undefined
}) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={name}>
        {label}
      </label>
      <input
        className="ds-input"
        type="search"
        id={name}
        name={name}
        defaultValue={value ?? ''}
        maxLength={200}
        autoComplete="off"
      />
    </div>
  )
}
