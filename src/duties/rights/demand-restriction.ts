import type { Language } from '#languages'
import { actingInAll, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { eachOf } from './each-of.ts'
import type { Hands, Office } from './office.ts'
import { acknowledgeOwn, answerOwn, openOwnClaim } from './own-claim.ts'
import { proven } from './proven.ts'
import { covered, restrict, restricts, type Ground, type Scope } from './restrict.ts'
import type { OpenCase } from './rights-case.ts'
import { samePerson } from './same-person.ts'

/** What the person can say themselves; an objection brings its own restriction (demand-stop.ts). */
export const ownGrounds = [
  'accuracy_contested',
  'unlawful_keep',
  'needed_by_subject_for_claim',
] as const satisfies readonly Ground[]

export type Demanded = {
  readonly ground: (typeof ownGrounds)[number]
  readonly scope: Scope
  readonly text: string
  readonly language: Language
}

export type InForce = Pick<OpenCase, 'number' | 'dueOn'> & {
  readonly receipt: string
  /** Nothing is left to decide; otherwise a person looks at it while the data are left alone. */
  readonly answered: boolean
}

/**
 * From my page, and in force before the answer is shown (art. 18, promise 2.1-j). What the person wants kept is kept, and that is
 * all there is to answer. What they say is wrong must be looked at, so that case stays open with its clock.
 */
export async function demandRestriction(
  db: Hands,
  now: Date,
  subject: Subject,
  { ground, scope, text, language }: Demanded,
  office: Office,
): Promise<InForce | Refusal<'restricted already' | 'say what is wrong' | 'nothing of yours'>> {
  if (ground === 'accuracy_contested' && text === '') return refuse('say what is wrong', 'text')
  const others = await samePerson(db.legal, subject)
  return actingInAll(db.rights, [subject, ...others], async (tx, [, ...also]) => {
    const standing = await eachOf({ tx, records: covered(subject, also, scope) }, () =>
      restricts(tx, ground, scope, office.inventory),
    )
    const no = standing.find((each) => each !== 'not yet')
    if (no && !standing.includes('not yet')) return refuse(no, 'scope')
    const opened = await openOwnClaim(tx, now, subject, { kind: 'restriction', text, language })
    await restrict(tx, now, subject, { ground, scope, caseId: opened.id, ledger: office.ledger }, also)
    const answered = ground !== 'accuracy_contested'
    if (answered) {
      const answer = { text: answerWords[language], language, outcome: { answer: 'restricted', ground } }
      await answerOwn(tx, now, subject, opened, answer, office)
    } else await acknowledgeOwn(tx, now, subject, opened, language, office)
    const body = { case: opened.id, kind: 'restriction', channel: 'my_page', due: opened.dueOn }
    const receipt = await proven(tx, now, { kind: 'claim received', subject: subject.personId, body })
    return { number: opened.number, dueOn: opened.dueOn, receipt, answered }
  })
}

const answerWords: Readonly<Record<Language, string>> = {
  nb: 'Opplysningene du valgte, er begrenset fra nå av: vi oppbevarer dem og gjør ellers ingenting med dem, og vi sletter dem ikke. De vi har gitt dem til, har fått samme beskjed. Du opphever begrensningen selv på Min side når du vil.',
  en: 'The data you chose are restricted from now on: we store them and otherwise leave them alone, and we do not delete them. Those we gave them to have been told the same. You lift the restriction yourself on My page whenever you like.',
}
