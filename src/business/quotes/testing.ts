/** What the tests of the trade begin with: a merchant, Kari of Fjordbris, and a product with a ladder. */
import { newId } from '#database'
import { sampleController, saveController } from '#merchant'
import type { TestHouse } from '#testing'
import type { DraftLine } from './quote-line.ts'
import { draftQuote, saveDraft, sendQuote, type Sent } from './quotes.ts'
import type { Quote } from './draft-quote.ts'

export const monday = new Date('2026-11-23T10:00:00Z')
export const staffId = 'staff-siri'
export const website = 'https://ntcprofil.example'

export type Kari = { readonly accountId: string; readonly personId: string }

export async function withMerchant(house: TestHouse): Promise<void> {
  await saveController(house.owner as never, monday, sampleController)
}

export async function kariOfFjordbris(
  house: TestHouse,
  more: Partial<{ kind: string; name: string | null; organisation_number: string }> = {},
): Promise<Kari> {
  const [accountId, personId] = [newId(monday), newId(monday)]
  const account = {
    account_id: accountId,
    kind: 'inquirer',
    name: 'Fjordbris Reklame AS',
    organisation_number: '310456782',
    company_address: 'Havnegata 1, 5003 Bergen',
    invoice_address: 'Postboks 5, 5803 Bergen',
    created_at: monday,
    last_active_at: monday,
    ...more,
  }
  await house.owner.insertInto('core.account').values(account).execute()
  const person = {
    account_id: accountId,
    id: personId,
    first_name: 'Kari',
    last_name: 'Nordmann',
    email: 'kari@fjordbris.example',
    language: 'nb',
  }
  await house.owner
    .insertInto('core.person')
    .values({ ...person, created_at: monday, last_active_at: monday })
    .execute()
  return { accountId, personId }
}

export const cups: DraftLine = {
  kind: 'product',
  productId: null,
  sku: '22326',
  description: 'Termokopp 35 cl, børstet stål',
  quantity: 250,
  unitPriceE4: '649000',
  discountBp: 0,
  vatRate: 2500,
}
const engraving: DraftLine = {
  ...cups,
  kind: 'decoration',
  sku: null,
  description: 'Lasergravering, én posisjon',
  unitPriceE4: '84000',
}
export const chocolate: DraftLine = {
  ...cups,
  sku: null,
  description: 'Sjokolade i eske',
  quantity: 30,
  unitPriceE4: '395000',
  discountBp: 500,
  vatRate: 1500,
}

/** A quote sent to Kari: 250 cups with engraving and some chocolate, valid to 23 December. */
export async function sentQuote(
  house: TestHouse,
  kari: Kari,
  lines: readonly DraftLine[] = [cups, engraving, chocolate],
): Promise<Quote & Sent> {
  const db = house.for('deliver')
  const quote = await draftQuote(db, monday, { ...kari, staffId })
  await saveDraft(db, monday, {
    accountId: quote.accountId,
    quoteId: quote.id,
    staffId,
    lines,
    intro: 'Som avtalt.',
    validUntil: '2026-12-23',
    deliveryDays: 10,
    version: 1,
  })
  const sent = await sendQuote(db, monday, { accountId: quote.accountId, quoteId: quote.id, staffId, website })
  if ('refused' in sent) throw new Error(sent.refused)
  return { ...quote, ...sent }
}
