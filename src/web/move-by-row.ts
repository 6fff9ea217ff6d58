import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/**
 * From row to row of a list: ↓ or j, ↑ or k, and Enter opens, because the cursor stands on the row's link. ↓ in the list's search goes to
 * the first row, ↑ from there back. A letter means this only inside the list, so that nobody who speaks to their machine sets it off (WCAG 2.1.4).
 */
export function moveByRow(event: KeyboardEvent): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const at = event.target as HTMLElement
  const inSearch = at.matches('main search input[type=search]')
  const row = at instanceof HTMLAnchorElement ? at.closest('main tbody tr') : null
  if (!row && !(inSearch && event.key === 'ArrowDown')) return
  const rows = [...document.querySelectorAll('main tbody tr')].filter((each) => each.querySelector('a'))
  const next = rows[(row ? rows.indexOf(row) : -1) + step]?.querySelector('a')
  const to = next ?? (step === -1 ? document.querySelector<HTMLElement>('main search input[type=search]') : null)
  if (!to) return
  event.preventDefault()
  to.focus()
}
