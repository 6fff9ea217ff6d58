import { dayOf, daysAfter } from '#clock'
import { newId } from '#database'
import { nextNumber } from '#numbering'
import { documentNumber } from '#orders'
import type { For } from '#purposes'
import { inquiredLines } from './inquired-lines.ts'
import { lockQuote } from './lock-quote.ts'
import type { DraftLine } from './quote-line.ts'

export type Wanted = {
  readonly accountId: string
  readonly personId: string | null
  /** The inquiry it answers; its items become the first lines. */
  readonly inquiryId?: string | undefined
  readonly staffId: string
}
export type Quote = { readonly accountId: string; readonly id: string; readonly number: string }

const daysValid = 30

/** Begins a quote, for an inquiry or straight for a customer: a number, and a draft with the inquiry's items as lines. */
export function draftQuote(db: For<'deliver'>, now: Date, wanted: Wanted): Promise<Quote> {
  return db.transaction().execute(async (tx) => {
    const { accountId, personId, inquiryId = null, staffId } = wanted
    if (inquiryId) await lockQuote(tx, inquiryId)
    const begun = inquiryId ? await quoteFor(tx, accountId, inquiryId) : undefined
    if (begun) return begun
    const id = newId(now)
    const lines = inquiryId ? await inquiredLines(tx, accountId, inquiryId) : []
    const number = documentNumber('T', now, await nextNumber(tx, 'quote'))
    await tx
      .insertInto('core.quote')
      .values({
        account_id: accountId,
        id,
        number,
        inquiry_id: inquiryId,
        person_id: personId,
        created_by: staffId,
        created_at: now,
      })
      .execute()
    await insertDraft(tx, now, {
      accountId,
      quoteId: id,
      staffId,
      lines,
      intro: '',
      validUntil: daysAfter(dayOf(now), daysValid),
      deliveryDays: null,
    })
    return { accountId, id, number }
  })
}

/** Pressing the button twice makes one quote. */
async function quoteFor(tx: For<'deliver'>, accountId: string, inquiryId: string): Promise<Quote | undefined> {
  const quote = await tx
    .selectFrom('quote')
    .select(['id', 'number'])
    .where('account_id', '=', accountId)
    .where('inquiry_id', '=', inquiryId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return quote && { accountId, ...quote }
}

export type DraftContent = {
  readonly accountId: string
  readonly quoteId: string
  readonly staffId: string
  readonly lines: readonly DraftLine[]
  readonly intro: string
  /** YYYY-MM-DD, the last day it can be accepted. */
  readonly validUntil: string
  readonly deliveryDays: number | null
}

export async function insertDraft(tx: For<'deliver'>, now: Date, draft: DraftContent): Promise<void> {
  await tx
    .insertInto('core.quote_draft')
    .values({
      account_id: draft.accountId,
      quote_id: draft.quoteId,
      intro: draft.intro,
      valid_until: draft.validUntil,
      delivery_days: draft.deliveryDays,
      lines: JSON.stringify(draft.lines),
      edited_by: draft.staffId,
      edited_at: now,
    })
    .execute()
}
