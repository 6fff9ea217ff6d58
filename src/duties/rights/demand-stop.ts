import type { Language } from '#languages'
import { actingInAll, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { recordObjection } from './object-to-marketing.ts'
import { eachOf } from './each-of.ts'
import type { Hands, Office } from './office.ts'
import { acknowledgeOwn, openOwnClaim } from './own-claim.ts'
import { proven } from './proven.ts'
import { restrict } from './restrict.ts'
import type { OpenCase } from './rights-case.ts'
import { samePerson } from './same-person.ts'

/**
 * An objection to anything but marketing, from my page: it stops first, and a person weighs it afterwards (art. 21(1), 18(1)(d),
 * promise X-4). Objecting to marketing is object-to-marketing.ts, where there is nothing to weigh.
 */
export async function demandStop(
  db: Hands,
  now: Date,
  subject: Subject,
  { text, language }: { readonly text: string; readonly language: Language },
  office: Office,
): Promise<(Pick<OpenCase, 'number' | 'dueOn'> & { readonly receipt: string }) | Refusal<'say what you object to'>> {
  if (text === '') return refuse('say what you object to', 'text')
  const others = await samePerson(db.legal, subject)
  return actingInAll(db.rights, [subject, ...others], async (tx, records) => {
    const opened = await openOwnClaim(tx, now, subject, { kind: 'objection', text, language })
    await eachOf({ tx, records }, (record) => recordObjection(tx, now, record, 'particular_situation', 'my_page'))
    await restrict(
      tx,
      now,
      subject,
      { ground: 'objection_pending', scope: {}, caseId: opened.id, ledger: office.ledger },
      records.slice(1),
    )
    await acknowledgeOwn(tx, now, subject, opened, language, office)
    const body = { case: opened.id, kind: 'objection', channel: 'my_page', due: opened.dueOn }
    const receipt = await proven(tx, now, { kind: 'claim received', subject: subject.personId, body })
    return { number: opened.number, dueOn: opened.dueOn, receipt }
  })
}
