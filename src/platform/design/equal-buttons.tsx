type Choice = { readonly value: string; readonly label: string }

/** A choice of two where neither is the better one: same place, same size, same colour (promise 2.4-f). Sends the form it stands in. */
export function EqualButtons({ name, choices }: { readonly name: string; readonly choices: readonly [Choice, Choice] }) {
  return (
    <span className="equal-buttons">
      {choices.map(({ value, label }) => (
        <button key={value} className="ds-button" data-variant="secondary" name={name} value={value}>
          {label}
        </button>
      ))}
    </span>
  )
}
