/** The rules of a quote, pure: what state it is in, who must act, and what may be done then. Usable in the browser. */
export type State = 'draft' | 'sent' | 'viewed' | 'accepted' | 'declined' | 'expired' | 'withdrawn'

export type Facts = {
  /** Last day of the newest version that was sent, YYYY-MM-DD; null while nothing has been sent. */
  readonly validUntil: string | null
  readonly viewedAt: Date | null
  readonly acceptedAt: Date | null
  readonly declinedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Derived, never stored. `today` is the day in Oslo; the last day of validity is still valid. */
export function stateOf({ validUntil, viewedAt, acceptedAt, declinedAt, withdrawnAt }: Facts, today: string): State {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  if (validUntil === null) return 'draft'
  if (declinedAt) return 'declined'
  if (validUntil < today) return 'expired'
  return viewedAt ? 'viewed' : 'sent'
}

/** What may be done with a quote, and when. The pages and the acts both read this table. */
export const allowed = {
  edit: ['draft', 'sent', 'viewed', 'declined', 'expired'],
  send: ['draft', 'sent', 'viewed', 'declined', 'expired'],
  accept: ['sent', 'viewed'],
  decline: ['sent', 'viewed'],
  withdraw: ['draft', 'sent', 'viewed', 'declined', 'expired'],
} as const satisfies Record<string, readonly State[]>

export type Doing = keyof typeof allowed

export function may(doing: Doing, state: State): boolean {
  return (allowed[doing] as readonly State[]).includes(state)
}

/** A version that is not the newest was superseded, whatever became of the quote. */
export function versionStateOf(version: number, newest: number, state: State): State | 'superseded' {
  return version < newest ? 'superseded' : state
}

/** The words of the lists, the letters and the customer's page: each says who must act next. */
export const stateWords = {
  draft: { nb: 'utkast', en: 'draft' },
  sent: { nb: 'venter på kunden', en: 'waiting for the customer' },
  viewed: { nb: 'åpnet av kunden', en: 'opened by the customer' },
  accepted: { nb: 'godtatt', en: 'accepted' },
  declined: { nb: 'avslått', en: 'declined' },
  expired: { nb: 'utløpt', en: 'expired' },
  withdrawn: { nb: 'trukket', en: 'withdrawn' },
  superseded: { nb: 'erstattet', en: 'superseded' },
} as const satisfies Record<State | 'superseded', { nb: string; en: string }>

/** `T-2026-00417`; a later version bears its number: `T-2026-00417-v2`. */
export function writtenQuoteNumber(number: string, version = 1): string {
  return version > 1 ? `${number}-v${version}` : number
}
