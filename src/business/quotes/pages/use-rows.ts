import { type ClipboardEvent, useRef, useState } from 'react'
import { emptyLine, isEmpty, pastedLines, type TypedLine } from '../typed-lines.ts'

type Row = TypedLine & { readonly id: number }

const spare = 2

/** The rows being typed, each with an id that stays with it, and what may be done with them. The last one is always empty. */
export function useRows(given: readonly TypedLine[]) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    [...given, ...Array.from({ length: spare }, () => emptyLine)].map((row, id) => ({ ...row, id })),
  )
  const next = useRef(rows.length)
  const numbered = (row: TypedLine): Row => ({ ...row, id: next.current++ })
  const set = (to: (before: readonly Row[]) => readonly Row[]) =>
    setRows((before) => {
      const after = to(before)
      const last = after.at(-1)
      return last && isEmpty(last) ? after : [...after, numbered(emptyLine)]
    })
  return {
    rows,
    change: (at: number, cells: Partial<TypedLine>) =>
      set((before) => before.map((row, index) => (index === at ? { ...row, ...cells } : row))),
    remove: (at: number) => set((before) => before.filter((_, index) => index !== at)),
    insert: (at: number, kind: string) => set((before) => before.toSpliced(at + 1, 0, numbered(beneath(before[at], kind)))),
    paste: (at: number, event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      if (!/[\t\n]/.test(text.trim())) return
      event.preventDefault()
      const pasted = pastedLines(text).map(numbered)
      set((before) => before.toSpliced(at, isEmpty(before[at] ?? emptyLine) ? 1 : 0, ...pasted))
    },
  }
}

/** Decoration is of as many pieces as the line above it; setting up is done once. */
function beneath(above: TypedLine | undefined, kind: string): TypedLine {
  return { ...emptyLine, kind, vat: above?.vat ?? '25', quantity: kind === 'setup' ? '1' : (above?.quantity ?? '') }
}
