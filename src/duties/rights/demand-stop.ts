import type { Language } from '#languages'
import { actingAs, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { recordObjection } from './object-to-marketing.ts'
import type { Office } from './office.ts'
import { acknowledgeOwn, openOwnClaim } from './own-claim.ts'
import { proven } from './proven.ts'
import { restrict } from './restrict.ts'
import type { OpenCase } from './rights-case.ts'

/**
 * An objection to anything but marketing, from my page: it stops first, and a person weighs it afterwards (art. 21(1), 18(1)(d),
 * promise X-4). Objecting to marketing is object-to-marketing.ts, where there is nothing to weigh.
 */
export function demandStop(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { text, language }: { readonly text: string; readonly language: Language },
  office: Office,
): Promise<(Pick<OpenCase, 'number' | 'dueOn'> & { readonly receipt: string }) | Refusal<'say what you object to'>> {
  if (text === '') return Promise.resolve(refuse('say what you object to', 'text'))
  return actingAs(db, subject, async (tx) => {
    const opened = await openOwnClaim(tx, now, subject, { kind: 'objection', text, language })
    await recordObjection(tx, now, subject, 'particular_situation', 'my_page')
    await restrict(tx, now, subject, { ground: 'objection_pending', scope: {}, caseId: opened.id, ledger: office.ledger })
    await acknowledgeOwn(tx, now, subject, opened, language, office)
    const body = { case: opened.id, kind: 'objection', channel: 'my_page', due: opened.dueOn }
    const receipt = await proven(tx, now, { kind: 'claim received', subject: subject.personId, body })
    return { number: opened.number, dueOn: opened.dueOn, receipt }
  })
}
