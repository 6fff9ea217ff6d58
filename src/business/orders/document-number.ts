import { dayOf } from '#clock'

/** `T-2026-00417`: a letter for the kind, the year in Oslo, and the number in its series. */
export function documentNumber(letter: 'T' | 'O', now: Date, number: bigint): string {
  return `${letter}-${dayOf(now).slice(0, 4)}-${number.toString().padStart(5, '0')}`
}
