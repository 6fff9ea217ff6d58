/** The lines of a quote: how they are typed, kept in a draft, and counted. Pure; usable in the browser. */
import { z } from 'zod'
import { lineNet, mostPieces, totals, type Totals } from '#money'
import type { OrderedLine } from '#orders'

const lineKinds = ['product', 'decoration', 'setup', 'freight', 'note'] as const
export type LineKind = (typeof lineKinds)[number]

/** A line of a draft, as the jsonb column keeps it: the unit price in 1/100 øre as digits, because JSON has no bigint. */
export const draftLine = z.strictObject({
  kind: z.enum(lineKinds),
  productId: z.uuid().nullable(),
  sku: z.string().max(60).nullable(),
  description: z.string().min(1).max(400),
  quantity: z.int().min(1).max(mostPieces),
  unitPriceE4: z.string().regex(/^\d{1,11}$/),
  discountBp: z.int().min(0).max(10_000),
  vatRate: z.union([z.literal(0), z.literal(1200), z.literal(1500), z.literal(2500)]),
})
export type DraftLine = z.infer<typeof draftLine>
export const draftLines = z.array(draftLine).max(200)

/** A line as it is sent; accepted, it is the order's. */
export type QuoteLine = OrderedLine

export function numbered(lines: readonly DraftLine[]): QuoteLine[] {
  let product: number | null = null
  return lines.map((draft, index) => {
    const line = index + 1
    if (draft.kind === 'product') product = line
    const parentLine = draft.kind === 'decoration' || draft.kind === 'setup' ? product : null
    const unitPriceE4 = BigInt(draft.unitPriceE4)
    return { ...draft, line, parentLine, unitPriceE4, net: lineNet({ ...draft, unitPriceE4 }) }
  })
}

/** Net, VAT for each rate, gross. Notes cost nothing and make no rate of their own. */
export function totalsOf(lines: readonly (DraftLine | QuoteLine)[]): Totals {
  return totals(lines.filter(({ kind }) => kind !== 'note').map((line) => ({ ...line, unitPriceE4: BigInt(line.unitPriceE4) })))
}
