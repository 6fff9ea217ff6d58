import { writtenMoment } from '#clock'
import type { Language } from '#languages'
import type { For } from '#purposes'

/** Proof of something the person did or demanded, to download and check. */
export type OwnReceipt = { readonly id: string; readonly what: string; readonly when: string }

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'access given': { nb: 'Du fikk en kopi av alt', en: 'You got a copy of everything' },
  rectification: { nb: 'Du rettet noe', en: 'You corrected something' },
  'contact corrected': { nb: 'En opplysning ble rettet', en: 'A value was corrected' },
  objection: { nb: 'Du sa nei til reklame', en: 'You said no to advertising' },
  withdrawal: { nb: 'Du trakk et samtykke', en: 'You withdrew a consent' },
  'data handed over': { nb: 'Du tok med deg opplysningene', en: 'You took your data along' },
  'restriction taken back': { nb: 'Du opphevet en begrensning', en: 'You lifted a restriction' },
  'claim received': { nb: 'Et krav fra deg ble registrert', en: 'A request of yours was registered' },
  'customer registered': { nb: 'Du ble kunde', en: 'You became a customer' },
  'relationship ended': { nb: 'Kundeforholdet ble avsluttet', en: 'The relationship was ended' },
  'inquiry received': { nb: 'Du spurte oss om noe', en: 'You asked us something' },
}

/** Of the person fixed in the transaction, newest first. */
export async function ownReceipts(tx: For<'rights_handling'>, language: Language): Promise<OwnReceipt[]> {
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'kind', 'at'])
    .where('kind', 'in', Object.keys(kinds))
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ id, kind, at }) => ({ id, what: kinds[kind]![language], when: writtenMoment(at, language) }))
}
