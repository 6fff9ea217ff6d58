/** How much of an invoice is left to credit, and what a credit note over some of it comes to. Pure; amounts are positive. */
import { lineNet, type Totals, type VatGroup } from '#money'
import { refuse, type Refusal } from '#refusal'

type CreditableLine = {
  readonly line: number
  readonly kind: string
  readonly sku: string | null
  readonly description: string
  readonly quantity: number
  readonly unit_price_e4: bigint
  readonly discount_bp: number
  readonly vat_rate: number
  readonly net: bigint
}
export type Group = { readonly vat_rate: number; readonly base: bigint; readonly vat: bigint }
export type Document = { readonly lines: readonly CreditableLine[]; readonly groups: readonly Group[] }

/** What is left of each line and each rate after the credit notes so far. Credit lines bear the number of the line they credit. */
export function remaining(invoice: Document, credits: readonly Document[]): Document {
  const creditedLines = credits.flatMap(({ lines }) => lines)
  const creditedGroups = credits.flatMap(({ groups }) => groups)
  return {
    lines: invoice.lines.map((line) => {
      const taken = creditedLines.filter((credited) => credited.line === line.line)
      return {
        ...line,
        quantity: line.quantity - taken.reduce((sum, { quantity }) => sum + quantity, 0),
        net: line.net - taken.reduce((sum, { net }) => sum + net, 0n),
      }
    }),
    groups: invoice.groups.map((group) => {
      const taken = creditedGroups.filter((credited) => credited.vat_rate === group.vat_rate)
      return {
        ...group,
        base: group.base - taken.reduce((sum, { base }) => sum + base, 0n),
        vat: group.vat - taken.reduce((sum, { vat }) => sum + vat, 0n),
      }
    }),
  }
}

/** How many of each line; 'rest': all that remains. */
export type Wanted = 'rest' | ReadonlyMap<number, number>
export type Credit = Totals & { readonly lines: readonly CreditableLine[] }

/**
 * A credit note never takes more than remains, and the last one takes exactly what remains: an invoice and its credit notes
 * close to zero, øre by øre, also where the VAT of the parts would have rounded otherwise.
 */
export function creditOf(left: Document, wanted: Wanted): Credit | Refusal<'nothing to credit' | 'more than remains'> {
  const lines: CreditableLine[] = []
  for (const line of left.lines) {
    if (line.kind === 'note') continue
    const quantity = wanted === 'rest' ? line.quantity : (wanted.get(line.line) ?? 0)
    if (quantity > line.quantity) return refuse('more than remains', `quantity.${line.line}`)
    if (quantity > 0) lines.push({ ...line, quantity, net: netOf(line, quantity) })
  }
  if (lines.length === 0) return refuse('nothing to credit')
  const groups = left.groups.flatMap((group) => creditedGroup(group, lines))
  const net = groups.reduce((sum, { base }) => sum + base, 0n)
  const vat = groups.reduce((sum, group) => sum + group.vat, 0n)
  return { lines, groups, net, vat, gross: net + vat }
}

function netOf(line: CreditableLine, quantity: number): bigint {
  if (quantity === line.quantity) return line.net
  const net = lineNet({ quantity, unitPriceE4: line.unit_price_e4, discountBp: line.discount_bp })
  return net < line.net ? net : line.net
}

function creditedGroup(group: Group, lines: readonly CreditableLine[]): VatGroup[] {
  const own = lines.filter(({ vat_rate }) => vat_rate === group.vat_rate)
  if (own.length === 0) return []
  const base = own.reduce((sum, { net }) => sum + net, 0n)
  const rounded = (base * BigInt(group.vat_rate) * 2n + 10_000n) / 20_000n
  const vat = base === group.base || rounded > group.vat ? group.vat : rounded
  return [{ vatRate: group.vat_rate, base, vat }]
}
