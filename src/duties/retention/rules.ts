import type { Rule } from './a-rule.ts'
import { rulesOfProof } from './rules-of-proof.ts'
import { rulesOfTrade } from './rules-of-trade.ts'

/** R-01 … R-34. A change here is a change of the statement (promise 8-a). */
export const rules = { ...rulesOfTrade, ...rulesOfProof } as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** What is told to the person: how long, from what, under which law. */
export function writtenRule(rule: RuleId, language: 'nb' | 'en'): string {
  const { [language]: text, ground } = rules[rule]
  return `${text} (${ground})`
}

/** Rules that nobody has read against the law since their review date: still applied, and no longer to be trusted. */
export function outOfReview(today: string, schedule: Readonly<Record<string, Pick<Rule, 'reviewedThrough'>>> = rules): string[] {
  return Object.keys(schedule).filter((id) => schedule[id]!.reviewedThrough < today)
}
