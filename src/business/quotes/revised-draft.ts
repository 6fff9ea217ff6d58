import { dayOf, daysAfter } from '#clock'
import type { For } from '#purposes'
import type { DraftContent } from './draft-quote.ts'
import type { QuoteFacts } from './quote-facts.ts'
import { draftLines } from './quote-line.ts'
import { quoteLines } from './quote-paper.ts'

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
  const lines = await quoteLines(tx, accountId, id, newest)
  const today = dayOf(now)
  return {
    intro: version.intro,
    validUntil: version.valid_until < today ? daysAfter(today, 14) : version.valid_until,
    deliveryDays: version.delivery_days,
    lines: draftLines.parse(
      lines.map(({ line: _line, parentLine: _parentLine, net: _net, unitPriceE4, ...kept }) => ({
        ...kept,
        unitPriceE4: unitPriceE4.toString(),
      })),
    ),
  }
}
