import { dayOf, daysAfter } from '#clock'
import type { For } from '#purposes'
import type { DraftContent } from './draft-quote.ts'
import type { QuoteFacts } from './quote-facts.ts'
import { draftLines } from './quote-line.ts'

type Revised = Pick<DraftContent, 'intro' | 'validUntil' | 'deliveryDays' | 'lines'>

/** The newest version's content as a draft again; one that ran out gets a fortnight. */
export async function revisedDraft(tx: For<'deliver'>, now: Date, { accountId, id, newest }: QuoteFacts): Promise<Revised> {
  const version = await tx
    .selectFrom('quote_version')
    .select(['intro', 'valid_until', 'delivery_days'])
    .where('account_id', '=', accountId)
    .where('quote_id', '=', id)
    .where('version', '=', newest)
    .executeTakeFirstOrThrow()
  const lines = await tx
    .selectFrom('quote_line')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('quote_id', '=', id)
    .where('version', '=', newest)
    .orderBy('line')
    .execute()
  const today = dayOf(now)
  return {
    intro: version.intro,
    validUntil: version.valid_until < today ? daysAfter(today, 14) : version.valid_until,
    deliveryDays: version.delivery_days,
    lines: draftLines.parse(
      lines.map((line) => ({
        kind: line.kind,
        productId: line.product_id,
        sku: line.sku,
        description: line.description,
        quantity: line.quantity,
        unitPriceE4: line.unit_price_e4.toString(),
        discountBp: line.discount_bp,
        vatRate: line.vat_rate,
      })),
    ),
  }
}
