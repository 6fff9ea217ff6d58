/** The rules of issued documents, pure: what is owed, what state that is, and what may be done. Usable in the browser. */
export type State = 'open' | 'overdue' | 'paid' | 'credited' | 'credit_note' | 'imported'

export type Facts = {
  readonly kind: string
  readonly series: string
  readonly gross: bigint
  readonly paid: bigint
  readonly credited: bigint
  /** YYYY-MM-DD; the day itself is in time. */
  readonly dueDate: string
}

/** What is still owed, never below nothing. Derived, never stored. */
export function owed({ gross, paid, credited }: Pick<Facts, 'gross' | 'paid' | 'credited'>): bigint {
  const rest = gross - paid - credited
  return rest > 0n ? rest : 0n
}

/** An old ledger does not say what was paid; its documents are shown as what they are. */
export function stateOf(facts: Facts, today: string): State {
  if (facts.series.startsWith('import-')) return 'imported'
  if (facts.kind === 'credit_note') return 'credit_note'
  if (owed(facts) === 0n) return facts.credited >= facts.gross ? 'credited' : 'paid'
  return facts.dueDate < today ? 'overdue' : 'open'
}

/** An issued document is never changed: what may be done is to credit it and to note that it was paid (bokføringsforskriften § 5-2-7). */
export const allowed = {
  pay: ['open', 'overdue'],
  credit: ['open', 'overdue', 'paid'],
} as const satisfies Record<string, readonly State[]>

export type Doing = keyof typeof allowed

export function may(doing: Doing, state: State): boolean {
  return (allowed[doing] as readonly State[]).includes(state)
}

export const stateWords = {
  open: { nb: 'venter på betaling', en: 'awaiting payment' },
  overdue: { nb: 'forfalt', en: 'overdue' },
  paid: { nb: 'betalt', en: 'paid' },
  credited: { nb: 'kreditert', en: 'credited' },
  credit_note: { nb: 'kreditnota', en: 'credit note' },
  imported: { nb: 'fra tidligere regnskap', en: 'from the former ledger' },
} as const satisfies Record<State, { nb: string; en: string }>

/** How a document is named: `Faktura 12`, `Kreditnota 3`. Each series has its own numbers. */
export function writtenDocument(
  { kind, number }: { readonly kind: string; readonly number: bigint },
  language: 'nb' | 'en',
): string {
  const words = kind === 'credit_note' ? { nb: 'Kreditnota', en: 'Credit note' } : { nb: 'Faktura', en: 'Invoice' }
  return `${words[language]} ${number}`
}
