/** The rules of an order, pure: what state it is in and what may be done then. Usable in the browser. */
export type State = 'confirmed' | 'delivered' | 'invoiced' | 'cancelled'

export type Facts = {
  readonly deliveredAt: Date | null
  readonly cancelledAt: Date | null
  /** Something has been invoiced for it, whether or not it was credited later. */
  readonly invoiced: boolean
}

export function stateOf({ deliveredAt, cancelledAt, invoiced }: Facts): State {
  if (cancelledAt) return 'cancelled'
  if (invoiced) return 'invoiced'
  return deliveredAt ? 'delivered' : 'confirmed'
}

/** What may be done with an order, and when. An invoiced order is corrected by credit note, never cancelled. */
export const allowed = {
  deliver: ['confirmed'],
  cancel: ['confirmed', 'delivered'],
  invoice: ['delivered'],
} as const satisfies Record<string, readonly State[]>

export type Doing = keyof typeof allowed

export function may(doing: Doing, state: State): boolean {
  return (allowed[doing] as readonly State[]).includes(state)
}

export const stateWords = {
  confirmed: { nb: 'til levering', en: 'to be delivered' },
  delivered: { nb: 'levert, ikke fakturert', en: 'delivered, not invoiced' },
  invoiced: { nb: 'fakturert', en: 'invoiced' },
  cancelled: { nb: 'avbestilt', en: 'cancelled' },
} as const satisfies Record<State, { nb: string; en: string }>
