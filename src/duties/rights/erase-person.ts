import { moveToArchive } from '#archive'
import type { Declared } from '#personal-data'
import { instructSuppliers, type Instructed } from '#processors'
import { asPerson, fixPerson, type For, type Subject } from '#purposes'
import { ledgerIn, type Ledger } from '#ledger'
import { certificateBody, certify } from './certify.ts'
import { eraseRows } from './erase-rows.ts'
import { added, erasurePlan, type Step } from './erasure-plan.ts'
import { identifiersOf, merged, type Identifiers } from './identifiers.ts'
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
  /** Where it is entered, so that no restore undoes it; this installation's unless given. */
  readonly ledger?: Ledger
}

/** What the person is told: what went, what stayed under which rule and until when, and what was looked for and found (promise 7-j). */
export type Erased = {
  readonly caseId: string
  readonly certificateId: string
  /** The evidence entry; its receipt proves, to anybody and offline, that this was done. */
  readonly receipt: string
  readonly steps: readonly Step[]
  /** Which suppliers were asked to delete what they hold (promises 2.6-g, X-11). */
  readonly told: readonly Instructed[]
  readonly residue: Residue
  readonly answeredBy: string
}

/** One erasure under way: all of it in this one transaction. What each step needs to know stands here. */
export type Erasing = Order & {
  readonly tx: For<'rights_handling'>
  readonly now: Date
  /** The person, and where else they are recorded; the first is whom the case is about. */
  readonly records: readonly [Subject, ...Subject[]]
  readonly claim: { readonly id: string; readonly dueOn: string }
}

/**
 * Erases a person: case, rows, sign-in, waiting letters, evidence's personal content, search and certificate, all in one
 * transaction. Whole or not begun; refuses nothing (art. 17, promises 2.1-i, 4-l, section 5.4). Something left to look at
 * keeps the case open. Read it as the list of what happens, in order; a new step is one more line.
 */
export function erasePerson(db: For<'rights_handling'>, now: Date, subject: Subject, order: Order): Promise<Erased> {
  return asPerson(db, subject, async (tx) => {
    const erasing = await begun(tx, now, subject, order)

    // While everything is still there: who it is, and what will go and stay.
    const known = await recognised(erasing)
    const told = await suppliersTold(erasing)
    const steps = await planned(erasing)

    // What a claim needs is held, and goes to the locked archive (section 5.4); from here on the rest is destroyed.
    await heldArchived(erasing)
    await destroyed(erasing, known)

    // Afterwards: what is left, and the paper on it.
    const left = await residue(tx, known, order.inventory, order.folder)
    const certificateId = await certify(erasing, steps, left)
    const receipt = await proven(tx, now, {
      kind: 'erasure',
      body: certificateBody(certificateId, erasing.claim.id, steps, left),
    })
    if (left.left.length === 0) await closeCase(tx, now, subject.accountId, erasing.claim.id, { certificate: certificateId })

    // Last of all: from here on it is done, even if we are killed before the next line.
    await entered(erasing)
    return { caseId: erasing.claim.id, certificateId, receipt, steps, told, residue: left, answeredBy: erasing.claim.dueOn }
  })
}

async function begun(tx: For<'rights_handling'>, now: Date, subject: Subject, order: Order): Promise<Erasing> {
  const claim = order.claim ?? (await openCase(tx, now, subject, { kind: 'erasure', channel: order.channel, receivedAt: now }))
  return { ...order, tx, now, claim, records: [subject, ...(order.alsoRecordedAs ?? [])] }
}

async function recognised(erasing: Erasing): Promise<Identifiers> {
  return merged(await eachOf(erasing, () => identifiersOf(erasing.tx)))
}

// Before the plan, so that what is kept until they have answered is told too.
async function suppliersTold(erasing: Erasing): Promise<Instructed[]> {
  const each = await eachOf(erasing, (record) => instructSuppliers(erasing.tx, erasing.now, record, { kind: 'erasure' }))
  return each.flat()
}

async function planned(erasing: Erasing): Promise<Step[]> {
  return added(await eachOf(erasing, () => erasurePlan(erasing.tx, erasing.inventory)))
}

async function heldArchived(erasing: Erasing): Promise<void> {
  await eachOf(erasing, () => moveToArchive(erasing.tx, erasing.now, erasing.inventory, { heldOnly: true }))
}

async function destroyed(erasing: Erasing, { pattern }: Identifiers): Promise<void> {
  await eachOf(erasing, (record) => eraseRows(erasing.tx, erasing.now, record, erasing.inventory, pattern))
}

function entered({ tx, now, claim, channel, records, ledger = ledgerIn() }: Erasing): Promise<void> {
  return ledger.enter(tx, now, { what: 'erasure', case: claim.id, channel, persons: records })
}

/** Under rights_handling a transaction sees one person at a time. */
export async function eachOf<Answer>({ tx, records }: Erasing, act: (record: Subject) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const record of records) {
    await fixPerson(tx, record)
    answers.push(await act(record))
  }
  return answers
}
