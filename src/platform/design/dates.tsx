/** What happens when: days on the left, in order. */
export function Dates({ dates }: { readonly dates: readonly { readonly day: string; readonly text: string }[] }) {
  return (
    <ol className="dates">
      {dates.map(({ day, text }) => (
        <li key={`${day}${text}`}>
          <strong className="figures">{day}</strong> <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
