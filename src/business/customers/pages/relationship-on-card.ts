import { writtenDay } from '#clock'
import type { For, Subject } from '#purposes'
import { reasonWords, relationshipOf, whatHappensWhen, writtenMoments } from '#relationship'

export type EndOnCard = {
  readonly text: string
  readonly open: boolean
  readonly dates: readonly { readonly day: string; readonly text: string }[]
  readonly suppliers: string
}

/** That the relationship with the person has ended, why, and what goes when; undefined while it goes on. */
export async function relationshipOnCard(db: For<'administer'>, now: Date, subject: Subject): Promise<EndOnCard | undefined> {
  const stands = await relationshipOf(db, subject)
  if (stands.state === 'going on') return undefined
  const { endedAt, reason, suppliersToldAt } = stands
  return {
    text: `Kundeforholdet sluttet ${writtenDay(endedAt, 'nb')}: ${reasonWords[reason].nb}`,
    open: stands.state === 'ending',
    dates: writtenMoments(await whatHappensWhen(db, endedAt, suppliersToldAt ?? now), 'nb'),
    suppliers:
      suppliersToldAt === null
        ? 'Leverandørene er ikke bedt om å slette ennå.'
        : `Leverandører som har noe, ble bedt om å slette ${writtenDay(suppliersToldAt, 'nb')}.`,
  }
}
