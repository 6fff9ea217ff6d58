import { moveToArchive } from '#archive'
import { dataDirectory } from '#files'
import type { Declared } from '#personal-data'
import type { Instructed } from '#processors'
import { fixPerson, inOneOrder, type For, type Subject } from '#purposes'
import { ledgerIn, type Ledger } from '#ledger'
import { certify } from './certify.ts'
import { eachOf } from './each-of.ts'
import { eraseRows, heldStill } from './erase-rows.ts'
import { stepsOf, type Step } from './erasure-plan.ts'
import { searchKey } from './fingerprint.ts'
import { identifiersOf, merged, type Identifiers, type Known } from './identifiers.ts'
import { remains, type Residue } from './remains.ts'
import { openCase, type Channel } from './rights-case.ts'
import { putBack } from './set-aside.ts'
import { tellAll } from './tell-all.ts'

export type Order = {
  readonly inventory: readonly Declared[]
  readonly channel: Channel
  /** Where else the same person is recorded: found by address and name before (promise 5.4, "recorded twice"). */
  readonly alsoRecordedAs?: readonly Subject[]
  /** The data folder, with the key of the search; this installation's unless given. */
  readonly folder?: string
  /** The claim that is answered by it; without it one is filed, received now. */
  readonly claim?: { readonly id: string; readonly dueOn: string }
  /** Where it is entered, so that no restore undoes it; this installation's unless given. */
  readonly ledger?: Ledger
  /** What is asked of each record when nobody can change it any more; what it throws undoes everything. */
  readonly heldStill?: (tx: For<'rights_handling'>, record: Subject) => Promise<void>
}

/** What the person is told: what went, what stayed under which rule and until when, and what was looked for and found (promise 7-j). */
export type Erased = {
  readonly caseId: string
  readonly certificateId: string
  /** The evidence entry; its receipt proves, to anybody and offline, that this was done. */
  readonly receipt: string
  readonly steps: readonly Step[]
  /** Which suppliers were asked to delete what they hold, and who else was told (promises 2.6-g, X-11). */
  readonly told: readonly Instructed[]
  readonly residue: Residue
  readonly answeredBy: string
}

/** One erasure under way: all of it in this one transaction. What each step needs to know stands here. */
export type Erasing = Omit<Order, 'claim'> & {
  readonly tx: For<'rights_handling'>
  readonly now: Date
  /** The person, and where else they are recorded; the first is whom the case is about. */
  readonly records: readonly [Subject, ...Subject[]]
  readonly claim: { readonly id: string; readonly dueOn: string }
  /** What they can be recognised by, in all records together; gone with the transaction. */
  readonly known: Identifiers
  /** Whether something of theirs is held, and whether somebody outside may have some. */
  readonly isHeld: boolean
  readonly isElsewhere: boolean
}

/**
 * Erases a person: case, rows, sign-in, waiting letters, evidence's personal content, search and certificate, all in one
 * transaction. Whole or not begun; refuses nothing (art. 17, promises 2.1-i, 4-l, section 5.4). The case stays open until
 * the night’s search of everything has found nothing (search-everything.ts). Read it as the list of what happens, in order;
 * a new step is one more line.
 */
export function erasePerson(db: For<'rights_handling'>, now: Date, subject: Subject, order: Order): Promise<Erased> {
  return db.transaction().execute(async (tx) => {
    // While everything is still there: the person is held still and recognised, the claim filed.
    const erasing = await begun(tx, now, subject, order)

    const told = await suppliersTold(erasing)

    // What a claim needs is held, and goes to the locked archive (section 5.4); from here on the rest is destroyed.
    await heldArchived(erasing)
    const steps = await destroyed(erasing)

    // Afterwards: what is left, and the paper on it.
    const left = await remains(erasing)
    const { certificateId, receipt } = await certify(erasing, steps, left)

    // Last of all: from here on it is done, even if we are killed before the next line.
    await entered(erasing)
    return { caseId: erasing.claim.id, certificateId, receipt, steps, told, residue: left, answeredBy: erasing.claim.dueOn }
  })
}

// Whoever is writing about the person now is waited for; whoever comes later waits for us. The second of two erasures at
// once finds nobody, and says so truthfully: nothing was there to erase.
async function begun(tx: For<'rights_handling'>, now: Date, subject: Subject, order: Order): Promise<Erasing> {
  const records = [subject, ...(order.alsoRecordedAs ?? [])] as const
  const key = searchKey(order.folder ?? dataDirectory())
  const inOrder = inOneOrder(records)
  const held = await eachOf({ tx, records: inOrder }, (record) => heldWhole(tx, record, order.heldStill))
  if (records.length > 1) await fixPerson(tx, subject)
  const told = records.map((record) => held[inOrder.indexOf(record)])
  const here = told.filter((known) => known !== undefined)
  const claimant = { accountId: subject.accountId, personId: told[0] ? subject.personId : null }
  const claim = order.claim ?? (await openCase(tx, now, claimant, { kind: 'erasure', channel: order.channel, receivedAt: now }))
  return {
    ...order,
    tx,
    now,
    records,
    claim,
    known: merged(here.map((known) => identifiersOf(known, key))),
    // Of somebody who is gone already nothing was told, so it is asked for.
    isHeld: here.length < records.length || here.some(({ isHeld }) => isHeld),
    isElsewhere: here.length < records.length || here.some(({ isElsewhere }) => isElsewhere),
  }
}

/** With what was set aside put back, so that they are known whole. */
async function heldWhole(tx: For<'rights_handling'>, record: Subject, asks: Order['heldStill']): Promise<Known | undefined> {
  const known = await heldStill(tx, record)
  await asks?.(tx, record)
  if (known && !known.hasSetAside) return known
  await putBack(tx, record, 'whatever is restricted')
  return known && heldStill(tx, record)
}

async function heldArchived(erasing: Erasing): Promise<void> {
  if (!erasing.isHeld) return
  await eachOf(erasing, () => moveToArchive(erasing.tx, erasing.now, erasing.inventory, { heldOnly: true }))
}

async function destroyed(erasing: Erasing): Promise<Step[]> {
  const counts = await eachOf(erasing, () => eraseRows(erasing.tx, erasing.now, erasing.known))
  return stepsOf(counts.flat(), erasing.inventory)
}

// Before anything goes, so that what is kept until they have answered is told too.
async function suppliersTold(erasing: Erasing): Promise<Instructed[]> {
  if (!erasing.isElsewhere) return []
  const each = await eachOf(erasing, (record) => tellAll(erasing.tx, erasing.now, record, 'erasure'))
  return each.flat()
}

function entered({ tx, now, claim, channel, records, ledger = ledgerIn() }: Erasing): Promise<void> {
  return ledger.enter(tx, now, { what: 'erasure', case: claim.id, channel, persons: records })
}
