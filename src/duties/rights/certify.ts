import { newId } from '#database'
import type { Erasing } from './erase-person.ts'
import type { Step } from './erasure-plan.ts'
import type { Residue } from './remains.ts'

/** The certificate: what went, what stayed and under which law, and what was searched; no name. */
export async function certify({ tx, now, claim }: Erasing, steps: readonly Step[], found: Residue): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('evidence.erasure_certificate')
    .values({
      id,
      case_id: claim.id,
      erased: JSON.stringify(erasedOf(steps)),
      kept: JSON.stringify(keptOf(steps)),
      residual_found: found.left.reduce((total, { rows }) => total + rows, 0),
      searched: JSON.stringify({ ...found.searched, left: found.left, keptByLaw: found.keptByLaw, others: found.others }),
      at: now,
    })
    .execute()
  return id
}

/** The same for the evidence log, which anybody may check a receipt against. */
export function certificateBody(certificate: string, caseId: string, steps: readonly Step[], { left, searched }: Residue) {
  return { certificate, case: caseId, erased: erasedOf(steps), kept: keptOf(steps), left: left.length, searched }
}

function erasedOf(steps: readonly Step[]): Record<string, number> {
  return Object.fromEntries(steps.filter(({ erased }) => erased > 0).map(({ table, erased }) => [table, erased]))
}

function keptOf(steps: readonly Step[]) {
  return steps
    .filter(({ kept, detached }) => kept + detached > 0)
    .map(({ table, kept, detached, rule, until }) => ({ table, rows: kept + detached, rule, until }))
}
