import type { Language } from '#languages'
import type { For, Subject } from '#purposes'
import { nothingIsOpen, relationshipOf, whatHappensWhen, writtenMoments } from '#relationship'

/** What becomes of what is held, and when: since it ended, or if it ended now. */
export type OwnEnd = {
  readonly endedAt: Date | undefined
  readonly open: boolean
  readonly dates: readonly { readonly day: string; readonly text: string }[]
}

/** Of the person fixed in the transaction. */
export async function ownEnd(tx: For<'rights_handling'>, now: Date, subject: Subject, language: Language): Promise<OwnEnd> {
  const stands = await relationshipOf(tx, subject)
  const open = !(await nothingIsOpen(tx, subject))
  if (stands.state === 'going on')
    return { endedAt: undefined, open, dates: writtenMoments(await whatHappensWhen(tx, now), language) }
  const moments = await whatHappensWhen(tx, stands.endedAt, stands.suppliersToldAt ?? now)
  return { endedAt: stands.endedAt, open, dates: writtenMoments(moments, language) }
}
