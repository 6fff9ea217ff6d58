import type { RouterContextProvider } from 'react-router'
import type { Role } from '#auth'
import { breachRegister, hoursLeft, standingOf } from '#breach'
import { disclosureCases, toBeTold } from '#disclosure'
import { instructionsWaiting } from '#processors'
import { asking } from '#purposes'
import { lawWatch } from '#records'
import { claimsWaiting } from '#rights'

const officers: readonly Role[] = ['privacy_officer', 'host']

/** What waits for whoever answers for people's rights: claims, breaches, suppliers, disclosures, rules. Undefined for everybody else. */
export async function officersDay(context: Readonly<Pick<RouterContextProvider, 'get'>>, role: Role, at: Date) {
  if (!officers.includes(role)) return undefined
  const db = asking(context, 'legal_obligation')
  const [claims, breaches, instructions, cases, silences, rules] = await Promise.all([
    claimsWaiting(db),
    breachRegister(db),
    instructionsWaiting(db),
    disclosureCases(db),
    toBeTold(db, at),
    lawWatch(db, at),
  ])
  const open = breaches.filter(({ closedAt }) => closedAt === null)
  const unreported = open.filter((each) => ['running', 'late'].includes(standingOf(each, each.notices, at)))
  return {
    claims,
    breaches: {
      open: open.length,
      unreported: unreported.length,
      /** Until the first of them must be with the authority; negative when it is past (art. 33(1)). */
      hours: Math.min(...unreported.map(({ awareAt }) => hoursLeft(awareAt, at))),
    },
    instructions,
    disclosures: cases.filter(({ state }) => ['requested', 'assessed', 'approved'].includes(state)).length + silences.length,
    rules: rules.filter(({ state }) => state === 'task').length,
  }
}
