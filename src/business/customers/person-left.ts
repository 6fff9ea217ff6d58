import { dayOf } from '#clock'
import { witness } from '#evidence'
import { orLeftAlone, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { endedOn, endRelationship } from '#relationship'

/** Per left the firm: from that day he is nobody's contact, and the retention rule counts. Documents keep standing. */
export async function personLeft(
  db: For<'administer'>,
  now: Date,
  { accountId, personId, leftOn, version }: Subject & { readonly leftOn: string; readonly version: number },
): Promise<{ readonly version: number } | Refusal<'not a day' | 'not yet' | 'changed meanwhile' | 'left alone'>> {
  if (!isDay(leftOn)) return refuse('not a day', 'leftOn')
  if (leftOn > dayOf(now)) return refuse('not yet', 'leftOn')

  const noted = db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('core.person')
      .set({ left_on: leftOn, version: version + 1 })
      .where('account_id', '=', accountId)
      .where('id', '=', personId)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst()
    if (!changed) return refuse('changed meanwhile', 'leftOn')
    await endRelationship(tx, now, {
      accountId,
      personId,
      reason: 'left_company',
      channel: 'desk',
      endedAt: endedOn(leftOn, now),
    })
    await witness(tx, now, { kind: 'person left', subject: personId, body: { account: accountId } })
    return changed
  })
  return orLeftAlone(noted, 'leftOn')
}

export function isDay(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
