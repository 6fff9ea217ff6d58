import { daysAfter, dayOf, workingDaysAfter, writtenDay, type Day } from '#clock'
import { newId } from '#database'
import { witness } from '#evidence'
import { ledgerIn, type Ledger } from '#ledger'
import { sendLater } from '#mail'
import { asPerson, type For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { claimAnswer, claimNews } from './claim-letters.ts'
import { about, held, keyOf, safeAddress, type Handler } from './claim-acts.ts'
import { fileMessage } from './file-message.ts'
import type { Hands, Office } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { lift, standingFor } from './lift.ts'
import { proven } from './proven.ts'
import { closeCase, noteEvent } from './rights-case.ts'

export type RefusalAct = 'refuse' | 'refuse_partly'
export type NotDecided = Refusal<
  'reasons are too short' | 'already answered' | 'needs another' | 'no such decision' | 'nothing restricted' | 'no person'
>

/** Facts in the case take more than a word. */
const shortest = 40

/**
 * Nobody refuses alone: one writes the facts, another approves, and only then is anybody told no (promise 7-h). Until then the
 * claim waits and its clock runs.
 */
export function proposeRefusal(
  db: For<'legal_obligation'>,
  now: Date,
  found: OneClaim,
  { act, reasons }: { readonly act: RefusalAct; readonly reasons: string },
  by: Handler,
): Promise<{ readonly proposed: true } | NotDecided> {
  if (found.claim.closed_at !== null) return Promise.resolve(refuse('already answered'))
  if (reasons.trim().length < shortest) return Promise.resolve(refuse('reasons are too short', 'reasons'))
  return db.transaction().execute(async (tx) => {
    await held(tx, found)
    await insertDecision(tx, now, found, { act, reasons: reasons.trim(), proposed_by: by.userId })
    await noteEvent(tx, now, keyOf(found), { what: 'decision proposed', by: by.role, facts: { act } })
    return { proposed: true }
  })
}

/** Approved by somebody else: the refusal goes out with its reasons and where to complain, in the same transaction (promise 2.1-n). */
export async function approveRefusal(
  db: Hands,
  now: Date,
  found: OneClaim,
  decisionId: string,
  by: Handler,
  office: Office,
): Promise<{ readonly receipt: string } | NotDecided> {
  const decision = found.decisions.find(({ id, approved_at }) => id === decisionId && approved_at === null)
  if (!decision || (decision.act !== 'refuse' && decision.act !== 'refuse_partly')) return refuse('no such decision')
  if (decision.proposed_by === by.userId) return refuse('needs another')
  if (found.claim.closed_at !== null) return refuse('already answered')
  const to = await safeAddress(db.legal, found)
  const text = [refusedWords[decision.act][found.claim.language], decision.reasons]
  const outcome = {
    answer: decision.act === 'refuse' ? 'refused' : 'refused in part',
    sent: to === undefined ? 'by post' : 'by e-mail',
  }
  return db.legal.transaction().execute(async (tx) => {
    await held(tx, found)
    await tx
      .updateTable('core.rights_decision')
      .set({ approved_by: by.userId, approved_at: now, told_on: dayOf(now) })
      .where('account_id', '=', found.claim.account_id)
      .where('id', '=', decisionId)
      .execute()
    await noteEvent(tx, now, keyOf(found), { what: 'decision approved', by: by.role })
    await fileMessage(tx, now, keyOf(found), { direction: 'out', address: to, body: text.join('\n\n') })
    if (to !== undefined) await sendLater(tx, now, claimAnswer(office, about(found, to), text))
    await closeCase(tx, now, found.claim.account_id, found.claim.id, outcome)
    const body = { case: found.claim.id, act: decision.act }
    return { receipt: await proven(tx, now, { kind: 'claim answered', subject: found.claim.person_id, body }) }
  })
}

const refusedWords: Record<RefusalAct, Record<'nb' | 'en', string>> = {
  refuse: {
    nb: 'Vi etterkommer ikke kravet ditt. To personer hos oss har vurdert det, og dette er grunnen:',
    en: 'We do not comply with your request. Two of us have considered it, and this is the reason:',
  },
  refuse_partly: {
    nb: 'Vi etterkommer en del av kravet ditt, men ikke alt. To personer hos oss har vurdert det, og dette er grunnen:',
    en: 'We comply with a part of your request, but not all of it. Two of us have considered it, and this is the reason:',
  },
}

/** The day a lifting announced that day may take effect: three whole working days lie between (art. 18(3), section 5.1). */
export function liftsOn(toldOn: Day): Day {
  return daysAfter(workingDaysAfter(toldOn, 3), 1)
}

/**
 * A restriction is lifted by a decision with its reasons, never by itself, and not before the person has known it for three
 * working days; what was decided takes effect by the daily job (art. 18(3), section 5.1 no. 8).
 */
export async function announceLifting(
  db: For<'legal_obligation'>,
  now: Date,
  found: OneClaim,
  reasons: string,
  by: Handler,
  office: Office,
): Promise<{ readonly takesEffectOn: Day } | NotDecided> {
  if (!found.restrictions.some(({ case_id, lifted_at }) => case_id === found.claim.id && lifted_at === null))
    return refuse('nothing restricted')
  if (reasons.trim().length < shortest) return refuse('reasons are too short', 'reasons')
  const to = await safeAddress(db, found)
  const takesEffectOn = liftsOn(dayOf(now))
  return db.transaction().execute(async (tx) => {
    await held(tx, found)
    const told = { told_on: dayOf(now), takes_effect_on: takesEffectOn, approved_by: by.userId, approved_at: now }
    const act = found.claim.kind === 'objection' ? 'continue' : 'lift'
    await insertDecision(tx, now, found, { act, reasons: reasons.trim(), proposed_by: by.userId, ...told })
    await noteEvent(tx, now, keyOf(found), { what: 'lifting announced', by: by.role, facts: { from: takesEffectOn } })
    const text = [liftWords[found.claim.language](writtenDay(takesEffectOn, found.claim.language)), reasons.trim()]
    await fileMessage(tx, now, keyOf(found), { direction: 'out', address: to, body: text.join('\n\n') })
    if (to !== undefined) await sendLater(tx, now, claimNews(office, about(found, to), text))
    return { takesEffectOn }
  })
}

const liftWords = {
  nb: (day: string) => `Fra ${day} bruker vi igjen opplysningene som har vært begrenset i denne saken. Grunnen er:`,
  en: (day: string) => `From ${day} we again use the data that have been restricted in this case. The reason is:`,
}

/** The daily job: what was announced long enough ago takes effect. Answers how many. */
export async function liftAnnounced({ legal, rights }: Hands, now: Date, ledger: Ledger = ledgerIn()): Promise<number> {
  const due = await legal
    .selectFrom('rights_decision as d')
    .select(['d.account_id', 'd.case_id'])
    .distinct()
    .where('d.act', 'in', ['lift', 'continue'])
    .where('d.takes_effect_on', '<=', dayOf(now))
    .where((d) =>
      d.exists(d.selectFrom('restriction as r').whereRef('r.case_id', '=', 'd.case_id').where('r.lifted_at', 'is', null)),
    )
    .execute()
  let done = 0
  for (const { account_id: accountId, case_id: id } of due) {
    // One transaction for each claim: whoever is lifted by themselves meanwhile, or erased, is not there any more.
    const standing = await standingFor(legal, id)
    const told = { case: { accountId, id }, by: 'system' } as const
    done += await rights.transaction().execute((tx) => lift(tx, now, standing, told, ledger))
  }
  return done
}

/** Art. 18(2), the only ways past a restriction. */
export const exceptions = ['subject_consent', 'legal_claim', 'protect_other_person', 'important_public_interest'] as const

export type ContactShown = { readonly name: string; readonly email: string | null; readonly phone: string | null }

/** An exception is stated with its reason, logged and shown to the person; it opens the contact details once, and nothing else. */
export async function useException(
  db: For<'rights_handling'>,
  now: Date,
  found: OneClaim,
  { exception, reason }: { readonly exception: (typeof exceptions)[number]; readonly reason: string },
  by: Handler,
): Promise<ContactShown | NotDecided> {
  const { account_id: accountId, person_id: personId, id: caseId } = found.claim
  if (personId === null) return refuse('no person')
  if (reason.trim().length < shortest) return refuse('reasons are too short', 'reason')
  return asPerson(db, { accountId, personId }, async (tx) => {
    await held(tx, found)
    await tx
      .insertInto('core.restriction_use')
      .values({
        account_id: accountId,
        id: newId(now),
        person_id: personId,
        case_id: caseId,
        exception,
        reason: reason.trim(),
        staff_role: by.role,
        staff_user_id: by.userId,
        at: now,
      })
      .execute()
    await noteEvent(tx, now, keyOf(found), { what: 'exception used', by: by.role, facts: { exception } })
    await witness(tx, now, { kind: 'exception from restriction', subject: personId, body: { case: caseId, exception } })
    const person = await tx.selectFrom('person').select(['first_name', 'last_name', 'email', 'phone']).executeTakeFirstOrThrow()
    return {
      name: [person.first_name, person.last_name].filter(Boolean).join(' '),
      email: person.email,
      phone: person.phone,
    }
  })
}

type Decided = {
  readonly act: string
  readonly reasons: string
  readonly proposed_by: string
  readonly approved_by?: string
  readonly approved_at?: Date
  readonly told_on?: Day
  readonly takes_effect_on?: Day
}

async function insertDecision(tx: For<'legal_obligation'>, now: Date, { claim }: OneClaim, decided: Decided): Promise<void> {
  await tx
    .insertInto('core.rights_decision')
    .values({ account_id: claim.account_id, id: newId(now), case_id: claim.id, proposed_at: now, ...decided })
    .execute()
}
