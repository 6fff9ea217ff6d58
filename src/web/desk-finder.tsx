import { useEffect, useRef } from 'react'
import { Form } from 'react-router'

/** Search everywhere; Ctrl-K or ⌘K puts the cursor here. Works as a plain form before the script arrives. */
export function DeskFinder() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      field.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <Form method="get" action="/desk/sok" role="search" aria-label="Søk overalt" className="desk-finder">
      <label className="unseen" htmlFor="everywhere">
        Søk overalt
      </label>
      <input ref={field} id="everywhere" name="sok" type="search" placeholder="Søk overalt …" maxLength={200} />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </Form>
  )
}
