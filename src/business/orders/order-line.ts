/** A line of goods. Numbered from 1; decoration and setup hang on the product line above them. */
export type OrderedLine = {
  readonly line: number
  readonly parentLine: number | null
  readonly kind: 'product' | 'decoration' | 'setup' | 'freight' | 'note'
  readonly productId: string | null
  readonly sku: string | null
  readonly description: string
  readonly quantity: number
  /** 1/100 øre. */
  readonly unitPriceE4: bigint
  /** Basis points. */
  readonly discountBp: number
  readonly vatRate: number
  /** Øre, rounded once. */
  readonly net: bigint
}

/** A quote's lines become the order's, so both tables have the same columns for them. */
export function lineRow(line: OrderedLine) {
  return {
    line: line.line,
    parent_line: line.parentLine,
    kind: line.kind,
    product_id: line.productId,
    sku: line.sku,
    description: line.description,
    quantity: line.quantity,
    unit_price_e4: line.unitPriceE4,
    discount_bp: line.discountBp,
    vat_rate: line.vatRate,
    net: line.net,
  }
}

type Row = Omit<ReturnType<typeof lineRow>, 'kind'> & { readonly kind: string }

export function lineOf(row: Row): OrderedLine {
  return {
    line: row.line,
    parentLine: row.parent_line,
    kind: row.kind as OrderedLine['kind'],
    productId: row.product_id,
    sku: row.sku,
    description: row.description,
    quantity: row.quantity,
    unitPriceE4: row.unit_price_e4,
    discountBp: row.discount_bp,
    vatRate: row.vat_rate,
    net: row.net,
  }
}
