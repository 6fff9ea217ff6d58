import { newId } from '#database'
import { suppress } from '#consent'
import { ledgerIn, type Ledger } from '#ledger'
import { actingInAll, type For, type Subject } from '#purposes'
import { eachOf } from './each-of.ts'
import { dropWaiting } from './drop-waiting.ts'
import { proven } from './proven.ts'
import { closeCase, openCase, type Channel } from './rights-case.ts'

export type Objection = {
  readonly scope: 'marketing' | 'contact'
  readonly channel: Channel
  readonly suppressionKey: string
  /** Where else the same person is recorded: a no is theirs and not a relationship's. */
  readonly alsoRecordedAs?: readonly Subject[]
  /** Where it is entered, so that no restore undoes it; this installation's unless given. */
  readonly ledger?: Ledger
}

/**
 * No to marketing, or to all contact that is not essential. There is nothing to weigh and no way to say no to it; it takes
 * effect in this transaction: marketing that waits is dropped, the address is suppressed (art. 21(2)–(3), promises 2.5-h, 2.5-j).
 */
export function objectToMarketing(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { scope, channel, suppressionKey, alsoRecordedAs = [], ledger = ledgerIn() }: Objection,
): Promise<{ readonly receipt: string; readonly dropped: number }> {
  return actingInAll(db, [subject, ...alsoRecordedAs], async (tx, records) => {
    const { id } = await openCase(tx, now, subject, { kind: 'objection', channel, receivedAt: now })
    const waited = await eachOf({ tx, records }, async (record) => {
      await recordObjection(tx, now, record, scope, channel)
      return dropWaiting(tx, record, ['marketing', 'survey', 'tailor'])
    })
    const dropped = waited.reduce((sum, each) => sum + each, 0)
    const person = await tx.selectFrom('person').select('email').executeTakeFirst()
    if (person?.email) await suppress(tx, now, suppressionKey, { address: person.email, channel }, ledger)
    await closeCase(tx, now, subject.accountId, id, { scope, dropped })
    const receipt = await proven(tx, now, {
      kind: 'objection',
      subject: subject.personId,
      body: { case: id, scope, channel, dropped },
    })
    for (const record of records) await ledger.enter(tx, now, { what: 'objection', ...record, scope, channel })
    return { receipt, dropped }
  })
}

// Saying no twice is no twice: the first one stands, the second gets its receipt all the same.
export async function recordObjection(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  scope: string,
  channel: string,
): Promise<void> {
  const active = await tx
    .selectFrom('objection')
    .select('id')
    .where('scope', '=', scope)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (active) return
  await tx
    .insertInto('core.objection')
    .values({ account_id: accountId, id: newId(now), person_id: personId, scope, channel, objected_at: now })
    .execute()
}
