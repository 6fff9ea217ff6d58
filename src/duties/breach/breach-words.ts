/** What may be said about a breach, in Norwegian for the desk and the authority; and its clock. */

export const causes = ['wrong recipient', 'lost or stolen', 'own staff', 'attack', 'program fault', 'mistake', 'other'] as const
export type Cause = (typeof causes)[number]
export const kinds = ['confidentiality', 'integrity', 'availability'] as const
export type Kind = (typeof kinds)[number]
export const risks = ['unlikely', 'likely', 'high'] as const
export type Risk = (typeof risks)[number]

export const causeWords: Readonly<Record<Cause, string>> = {
  'wrong recipient': 'sendt til feil mottaker',
  'lost or stolen': 'mistet eller stjålet',
  'own staff': 'egne ansatte så noe de ikke skulle',
  attack: 'angrep utenfra',
  'program fault': 'feil i programmet',
  mistake: 'menneskelig feil',
  other: 'annet',
}
export const kindWords: Readonly<Record<Kind, string>> = {
  confidentiality: 'noen fikk se det de ikke skulle',
  integrity: 'opplysninger ble endret',
  availability: 'opplysninger ble borte eller utilgjengelige',
}
export const riskWords: Readonly<Record<Risk, string>> = {
  unlikely: 'usannsynlig at det medfører risiko',
  likely: 'risiko for dem det gjelder',
  high: 'høy risiko for dem det gjelder',
}

const hour = 3_600_000

/** 72 hours after we knew; plain hours, so neither weekends nor the turning of the clock matter (art. 33(1)). */
export function dueAt(awareAt: Date): Date {
  return new Date(awareAt.getTime() + 72 * hour)
}

/** Whole hours until then; negative when it is past. */
export function hoursLeft(awareAt: Date, now: Date): number {
  return Math.floor((dueAt(awareAt).getTime() - now.getTime()) / hour)
}

/** running: the clock runs. late: it ran out. begun: a first notice is sent, and more is to come. */
export type Standing = 'running' | 'late' | 'begun' | 'notified' | 'decided' | 'closed'

export function standingOf(
  breach: { readonly awareAt: Date; readonly closedAt: Date | null; readonly notNotifiedBecause: string | null },
  notices: readonly { readonly complete: boolean }[],
  now: Date,
): Standing {
  if (breach.closedAt) return 'closed'
  if (notices.some(({ complete }) => complete)) return 'notified'
  if (notices.length > 0) return 'begun'
  if (breach.notNotifiedBecause) return 'decided'
  return now > dueAt(breach.awareAt) ? 'late' : 'running'
}
