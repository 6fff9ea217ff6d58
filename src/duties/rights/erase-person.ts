import { newId } from '#database'
import type { Declared } from '#personal-data'
import { asPerson, fixPerson, type For, type Subject } from '#purposes'
import { eraseRows } from './erase-rows.ts'
import { erasurePlan, type Step } from './erasure-plan.ts'
import { identifiersOf, merged } from './identifiers.ts'
import { proven } from './proven.ts'
import { residue, type Residue } from './residue.ts'
import { closeCase, openCase, type Channel } from './rights-case.ts'

export type Order = {
  readonly inventory: readonly Declared[]
  readonly channel: Channel
  /** Where else the same person is recorded: found by address and name before (promise 5.4, "recorded twice"). */
  readonly alsoRecordedAs?: readonly Subject[]
  /** The data folder, to be searched too. */
  readonly folder?: string
  /** The claim that is answered by it; without it one is filed, received now. */
  readonly claim?: { readonly id: string; readonly dueOn: string }
}

/** What the person is told: what went, what stayed under which rule and until when, and what was looked for and found (promise 7-j). */
export type Erased = {
  readonly caseId: string
  readonly certificateId: string
  /** The evidence entry; its receipt proves, to anybody and offline, that this was done. */
  readonly receipt: string
  readonly steps: readonly Step[]
  readonly residue: Residue
  readonly answeredBy: string
}

/**
 * Erases a person: case, rows, sign-in, waiting letters, evidence's personal content, search and certificate, all in one
 * transaction. Whole or not begun; refuses nothing (art. 17, promises 2.1-i, 4-l, section 5.4). Something left to look at
 * keeps the case open.
 */
export function erasePerson(db: For<'rights_handling'>, now: Date, subject: Subject, order: Order): Promise<Erased> {
  const records = [subject, ...(order.alsoRecordedAs ?? [])]
  return asPerson(db, subject, async (tx) => {
    const claim = order.claim ?? (await openCase(tx, now, subject, { kind: 'erasure', channel: order.channel, receivedAt: now }))
    const known = merged(await eachOf(tx, records, () => identifiersOf(tx)))
    const steps = added(await eachOf(tx, records, () => erasurePlan(tx, order.inventory)))
    await eachOf(tx, records, (record) => eraseRows(tx, now, record, order.inventory, known.pattern))
    const left = await residue(tx, known, order.inventory, order.folder)
    const certificateId = await certify(tx, now, claim.id, steps, left)
    const receipt = await proven(tx, now, { kind: 'erasure', body: certificateBody(certificateId, claim.id, steps, left) })
    if (left.left.length === 0) await closeCase(tx, now, subject.accountId, claim.id, { certificate: certificateId })
    return { caseId: claim.id, certificateId, receipt, steps, residue: left, answeredBy: claim.dueOn }
  })
}

async function eachOf<Answer>(
  tx: For<'rights_handling'>,
  records: readonly Subject[],
  act: (record: Subject) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const record of records) {
    await fixPerson(tx, record)
    answers.push(await act(record))
  }
  return answers
}

function added(plans: readonly (readonly Step[])[]): Step[] {
  return [...Map.groupBy(plans.flat(), ({ table }) => table).values()].map((same) => ({
    ...same[0]!,
    erased: sum(same, 'erased'),
    detached: sum(same, 'detached'),
    kept: sum(same, 'kept'),
    until:
      same
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? null,
  }))
}

function sum(steps: readonly Step[], part: 'erased' | 'detached' | 'kept'): number {
  return steps.reduce((total, step) => total + step[part], 0)
}

/** What went, what stayed and under which law; no name. */
async function certify(
  tx: For<'rights_handling'>,
  now: Date,
  caseId: string,
  steps: readonly Step[],
  found: Residue,
): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('evidence.erasure_certificate')
    .values({
      id,
      case_id: caseId,
      erased: JSON.stringify(counts(steps, 'erased')),
      kept: JSON.stringify(keptOf(steps)),
      residual_found: found.left.reduce((total, { rows }) => total + rows, 0),
      searched: JSON.stringify({ ...found.searched, left: found.left, keptByLaw: found.keptByLaw }),
      at: now,
    })
    .execute()
  return id
}

function certificateBody(certificate: string, caseId: string, steps: readonly Step[], { left, searched }: Residue) {
  return { certificate, case: caseId, erased: counts(steps, 'erased'), kept: keptOf(steps), left: left.length, searched }
}

function counts(steps: readonly Step[], part: 'erased'): Record<string, number> {
  return Object.fromEntries(steps.filter((step) => step[part] > 0).map((step) => [step.table, step[part]]))
}

function keptOf(steps: readonly Step[]) {
  return steps
    .filter(({ kept, detached }) => kept + detached > 0)
    .map(({ table, kept, detached, rule, until }) => ({ table, rows: kept + detached, rule, until }))
}
