import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineNet, totals } from '#money'
import { refused } from '#refusal'
import { creditOf, remaining, type Credit, type Document } from './credit.ts'

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 500 }),
  unitPriceE4: fc.bigInt({ min: 0n, max: 9_999_999n }),
  discountBp: fc.constantFrom(0, 0, 500, 1250, 3333),
  vatRate: fc.constantFrom(2500, 1500, 1200, 0),
})
const invoices = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines): Document => ({
  lines: lines.map(({ quantity, unitPriceE4, discountBp, vatRate }, index) => ({
    line: index + 1,
    kind: 'product',
    sku: null,
    description: 'Krus',
    quantity,
    unit_price_e4: unitPriceE4,
    discount_bp: discountBp,
    vat_rate: vatRate,
    net: lineNet({ quantity, unitPriceE4, discountBp }),
  })),
  groups: totals(lines).groups.map(({ vatRate, base, vat }) => ({ vat_rate: vatRate, base, vat })),
}))

const asDocument = ({ lines, groups }: Credit): Document => ({
  lines,
  groups: groups.map(({ vatRate, base, vat }) => ({ vat_rate: vatRate, base, vat })),
})

it('closes to zero however it is split up, and no part takes more than was left', () => {
  fc.assert(
    fc.property(invoices, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (invoice, parts) => {
      const credits: Document[] = []
      for (const part of [
        ...parts.map((share) => new Map(invoice.lines.map((each) => [each.line, share] as const))),
        'rest' as const,
      ]) {
        const left = remaining(invoice, credits)
        const wanted =
          part === 'rest'
            ? part
            : new Map([...part].map(([number, share]) => [number, Math.min(share, left.lines[number - 1]!.quantity)] as const))
        const credit = creditOf(left, wanted)
        if (refused(credit)) continue
        expect(credit.net).toBe(credit.lines.reduce((sum, { net }) => sum + net, 0n))
        expect(credit.vat >= 0n && credit.groups.every(({ base }) => base >= 0n)).toBe(true)
        credits.push(asDocument(credit))
      }
      const left = remaining(invoice, credits)
      expect(left.lines.map(({ quantity, net }) => [quantity, net])).toEqual(left.lines.map(() => [0, 0n]))
      expect(left.groups.map(({ base, vat }) => [base, vat])).toEqual(left.groups.map(() => [0n, 0n]))
    }),
  )
})

it('credited at once is exactly the original', () => {
  fc.assert(
    fc.property(invoices, (invoice) => {
      const credit = creditOf(remaining(invoice, []), 'rest') as Credit
      expect(credit.gross).toBe(invoice.groups.reduce((sum, { base, vat }) => sum + base + vat, 0n))
    }),
  )
})

it('takes no more than remains, and not nothing', () => {
  const invoice: Document = {
    lines: [
      {
        line: 1,
        kind: 'product',
        sku: null,
        description: 'Krus',
        quantity: 10,
        unit_price_e4: 100_000n,
        discount_bp: 0,
        vat_rate: 2500,
        net: 10_000n,
      },
    ],
    groups: [{ vat_rate: 2500, base: 10_000n, vat: 2_500n }],
  }
  expect(creditOf(invoice, new Map([[1, 11]]))).toEqual({ refused: 'more than remains', field: 'quantity.1' })
  expect(creditOf(invoice, new Map())).toEqual({ refused: 'nothing to credit' })
  const all = creditOf(invoice, 'rest') as Credit
  expect(creditOf(remaining(invoice, [asDocument(all)]), 'rest')).toEqual({ refused: 'nothing to credit' })
})
