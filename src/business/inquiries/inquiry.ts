/** The rules of an inquiry, pure. Rows are read as the database names them. */
export type State = 'waiting' | 'answered' | 'closed'
export type Kind = 'question' | 'quote_request'
export type Outcome = 'won' | 'lost' | 'answered' | 'spam'

export type Times = { readonly answered_at: Date | null; readonly closed_at: Date | null; readonly last_message_at: Date }

/** Answered until the customer writes again: the last word decides who must act. */
export function stateOf({ answered_at, closed_at, last_message_at }: Times): State {
  if (closed_at) return 'closed'
  return answered_at && answered_at >= last_message_at ? 'answered' : 'waiting'
}

/** What may be done to an inquiry, and when. The pages and the acts both read this table. */
const allowed = {
  answer: ['waiting', 'answered'],
  quote: ['waiting', 'answered'],
  assign: ['waiting', 'answered'],
  note: ['waiting', 'answered', 'closed'],
  close: ['waiting', 'answered'],
  reopen: ['closed'],
} as const satisfies Record<string, readonly State[]>

export type Act = keyof typeof allowed

export function may(act: Act, inquiry: Times): boolean {
  return (allowed[act] as readonly State[]).includes(stateOf(inquiry))
}

/** `F-2026-00001`: the year it was received, and its place in the series. */
export function inquiryNumber(day: string, serial: bigint): string {
  return `F-${day.slice(0, 4)}-${String(serial).padStart(5, '0')}`
}
