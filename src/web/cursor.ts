import { useEffect, useRef } from 'react'
import { useLocation, useNavigation } from 'react-router'

/**
 * Where the cursor stands when the desk's script has changed the page: after a no in the first field that must be mended (as the
 * fields themselves ask for on pages without scripts), and after a save in the field one stood in, though it was drawn anew.
 */
export function useCursor(): void {
  const { state } = useNavigation()
  const { pathname } = useLocation()
  const left = useRef<{ readonly at: Element | null; readonly on: string }>(undefined)
  useEffect(() => {
    if (state === 'submitting') left.current = { at: document.activeElement, on: pathname }
    if (state !== 'idle') return
    const wrong = document.querySelector<HTMLElement>('main [aria-invalid="true"]')
    if (wrong) wrong.focus()
    else if (document.activeElement === document.body && left.current?.on === pathname) likeThat(left.current.at)?.focus()
    left.current = undefined
  }, [state, pathname])
}

/** Of buttons with one name the same one: another might send what was only to be saved. */
function likeThat(before: Element | null): HTMLElement | undefined {
  const same = [...document.getElementsByName(before?.getAttribute('name') ?? '')]
  return same.find((each) => !(before instanceof HTMLButtonElement) || each.getAttribute('value') === before.value)
}
