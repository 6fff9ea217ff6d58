type Row = { readonly unit_price_e4: bigint; readonly discount_bp: number; readonly vat_rate: number }

/** A line of an order or a document, with its price in the words that #money counts with. */
export function priced<Line extends Row>(line: Line) {
  return { ...line, unitPriceE4: line.unit_price_e4, discountBp: line.discount_bp, vatRate: line.vat_rate }
}
