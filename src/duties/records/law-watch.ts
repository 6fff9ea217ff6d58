import { createHash } from 'node:crypto'
import { dayOf, daysAfter } from '#clock'
import { newId } from '#database'
import { canonical, witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { rules, type Rule, type RuleId } from '#retention'

/** A dated rule: who follows it, by when somebody must read the law again, and what was answered last. */
export type Watched = {
  readonly rule: RuleId
  readonly says: string
  readonly ground: string
  readonly owner: string
  readonly reviewedThrough: string
  /** task: the rule was changed since it was reviewed, or its day has come or comes within a month. */
  readonly state: 'task' | 'fine'
  readonly why: 'changed' | 'overdue' | 'soon' | undefined
  readonly last: { readonly at: Date; readonly answer: string; readonly statementChanges: boolean } | undefined
}

const noticeDays = 30

/** Every dated rule, those that wait for an answer first (promise 8-b). */
export async function lawWatch(db: For<'legal_obligation'>, now: Date): Promise<Watched[]> {
  const reviews = await db.selectFrom('rule_review').selectAll().orderBy('reviewed_at', 'desc').execute()
  const today = dayOf(now)
  return (Object.entries(rules) as [RuleId, Rule][])
    .map(([rule, { nb, ground, reviewedThrough: set }]): Watched => {
      const last = reviews.find((each) => each.rule === rule)
      const reviewedThrough = last?.reviewed_through ?? set
      const why = whyNow(last?.rule_hash, rule, reviewedThrough, today)
      return {
        rule,
        says: nb,
        ground,
        owner: 'personvernansvarlig',
        reviewedThrough,
        state: why ? 'task' : 'fine',
        why,
        last: last && { at: last.reviewed_at, answer: last.answer, statementChanges: last.statement_changes },
      }
    })
    .toSorted((a, b) => Number(b.state === 'task') - Number(a.state === 'task'))
}

function whyNow(hash: string | undefined, rule: RuleId, through: string, today: string): Watched['why'] {
  if (hash !== undefined && hash !== ruleHash(rule)) return 'changed'
  if (through < today) return 'overdue'
  return through <= daysAfter(today, noticeDays) ? 'soon' : undefined
}

type Answered = {
  readonly rule: string
  readonly through: string
  readonly statementChanges: boolean
  readonly answer: string
  readonly staffUserId: string
}

/** Somebody has read the rule against the law, and says whether the statement needs to change, and why. */
export async function reviewRule(
  db: For<'legal_obligation'>,
  now: Date,
  { rule, through, statementChanges, answer, staffUserId }: Answered,
): Promise<{ readonly id: string } | Refusal<'no such rule' | 'nothing is said' | 'the day is past' | 'too far ahead'>> {
  if (!(rule in rules)) return refuse('no such rule', 'rule')
  if (answer.trim() === '') return refuse('nothing is said', 'answer')
  if (through <= dayOf(now)) return refuse('the day is past', 'through')
  if (through > daysAfter(dayOf(now), 366)) return refuse('too far ahead', 'through')
  return db.transaction().execute(async (tx) => {
    const id = newId(now)
    await tx
      .insertInto('core.rule_review')
      .values({
        id,
        rule,
        rule_hash: ruleHash(rule as RuleId),
        reviewed_at: now,
        reviewed_through: through,
        statement_changes: statementChanges,
        answer: answer.trim(),
        staff_user_id: staffUserId,
      })
      .execute()
    await witness(tx, now, { kind: 'rule reviewed', body: { rule, through, statementChanges } })
    return { id }
  })
}

/** Its words, length and ground; not its review date, which a review moves. */
function ruleHash(rule: RuleId): string {
  const { period, from, nb, en, ground } = rules[rule] as Rule
  return createHash('sha256').update(canonical({ period, from, nb, en, ground })).digest('hex')
}
