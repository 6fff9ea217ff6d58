import { expect, it } from 'vitest'
import { rules, type RuleId } from './rules.ts'

/** Promises.md, section 4: how long, from what. Whoever changes a rule changes a promise. */
const section4: readonly (readonly [RuleId, string | null, string])[] = [
  ['R-01', '30 days', 'relationship end'],
  ['R-02', '3 years', 'relationship end'],
  ['R-02e', '30 days', 'relationship end'],
  ['R-03', '24 months', 'last sign-in'],
  ['R-04', '12 months', 'last message'],
  ['R-05', '12 months', 'quote expired'],
  ['R-06', '3 years', 'delivery or due date'],
  ['R-07', '5 years', 'accounting year end'],
  ['R-08', '3 years 6 months', 'accounting year end'],
  ['R-09', '3 years 6 months', 'accounting year end'],
  ['R-10', '3 years', 'limitation start'],
  ['R-11', '6 months', 'case closed'],
  ['R-12', '3 years', 'complaint settled'],
  ['R-13', '30 days', 'filed'],
  ['R-14', '3 years', 'withdrawal or last use'],
  ['R-15', null, 'objection'],
  ['R-16', '3 years', 'sent'],
  ['R-17', '90 days', 'computed'],
  ['R-18', '12 months', 'survey closed'],
  ['R-19', '12 months', 'choice'],
  ['R-20', '12 months', 'text replaced'],
  ['R-21', '25 hours', 'collected'],
  ['R-22', '90 days', 'event'],
  ['R-23', '12 months', 'event'],
  ['R-24', '3 years', 'case closed'],
  ['R-25', '3 years', 'erasure'],
  ['R-26', '3 years', 'event'],
  ['R-26d', '5 years', 'event'],
  ['R-26i', '90 days', 'instruction'],
  ['R-27', '5 years', 'breach closed'],
  ['R-27p', '3 years', 'breach closed'],
  ['R-28', '3 years', 'claim settled'],
  ['R-29', '30 days', 'delivery'],
  ['R-30', '30 days', 'taken'],
  ['R-31', '0 days', 'employment end'],
  ['R-32', null, 'none'],
  ['R-33', '12 months', 'check'],
  ['R-34', '3 years', 'agreement ended'],
]

it('is the schedule of section 4, each rule with its length and what starts its clock', () => {
  expect(Object.entries(rules).map(([rule, { period, from }]) => [rule, period, from])).toEqual(section4)
})
