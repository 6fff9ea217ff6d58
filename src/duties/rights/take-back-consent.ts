import { actingInAll, type For, type Subject } from '#purposes'
import { eachOf } from './each-of.ts'
import type { Office } from './office.ts'
import { openOwnClaim } from './own-claim.ts'
import { proven } from './proven.ts'
import { closeCase } from './rights-case.ts'
import { withdrawConsent } from './withdraw-consent.ts'

type TakenBack = {
  readonly purpose?: string | undefined
  readonly language: 'nb' | 'en'
  /** Where else the same person is recorded, and may have said yes. */
  readonly alsoRecordedAs?: readonly Subject[]
}

/**
 * From my page: one consent by its purpose, or all of them. Nothing is asked and nothing is weighed; what rests on it has stopped
 * when the answer is shown (art. 7(3), promises 2.1-k, 2.5-i). Pressing twice is once, with a receipt each.
 */
export function takeBackConsent(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { purpose, language, alsoRecordedAs = [] }: TakenBack,
  { suppressionKey, ledger }: Pick<Office, 'suppressionKey' | 'ledger'>,
): Promise<{ readonly receipt: string; readonly consents: number }> {
  return actingInAll(db, [subject, ...alsoRecordedAs], async (tx, records) => {
    const opened = await openOwnClaim(tx, now, subject, { kind: 'withdrawal', language })
    const how = { channel: 'my_page', suppressionKey, ledger, ...(purpose !== undefined && { purpose }) }
    const each = await eachOf({ tx, records }, (record) => withdrawConsent(tx, now, record, how))
    const consents = each.reduce((sum, done) => sum + done.consents, 0)
    const dropped = each.reduce((sum, done) => sum + done.dropped, 0)
    await closeCase(tx, now, subject.accountId, opened.id, { stopped: purpose ?? 'all', consents, dropped })
    const body = { case: opened.id, purpose: purpose ?? 'all', channel: 'my_page', consents, dropped }
    const receipt = await proven(tx, now, { kind: 'withdrawal', subject: subject.personId, body })
    return { receipt, consents }
  })
}
