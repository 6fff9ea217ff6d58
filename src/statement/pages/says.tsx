import { partsOf } from '../one-below-the-other.ts'

/** A sentence as it is read; what it lists stands one below the other. */
export function Says({ text }: { readonly text: string }) {
  const parts = partsOf(text)
  if (parts.length === 1) return <p className="says">{text}</p>
  return (
    <div className="says">
      {parts.map((part, at) => (typeof part === 'string' ? <p key={at}>{part}</p> : <Listed key={at} items={part} />))}
    </div>
  )
}

function Listed({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
