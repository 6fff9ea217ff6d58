import { createHash } from 'node:crypto'
import { canonical } from '#evidence'
import type { QuoteLine } from './quote-line.ts'

export type QuoteContent = {
  readonly number: string
  readonly version: number
  readonly currency: string
  readonly intro: string
  readonly validUntil: string
  readonly deliveryDays: number | null
  readonly lines: readonly QuoteLine[]
  readonly net: bigint
  readonly vat: bigint
  readonly gross: bigint
}

/** SHA-256, in hex, over everything the customer is offered: what is accepted is exactly this. */
export function contentHash({ lines, net, vat, gross, ...said }: QuoteContent): string {
  const sums = { net: net.toString(), vat: vat.toString(), gross: gross.toString() }
  const written = lines.map((line) => ({ ...line, unitPriceE4: line.unitPriceE4.toString(), net: line.net.toString() }))
  return createHash('sha256')
    .update(canonical({ ...said, ...sums, lines: written }), 'utf8')
    .digest('hex')
}
