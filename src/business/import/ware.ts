import { binaryRows } from '#database'
import { damaged, whyDamaged } from './damaged.ts'
import { isOfSomebody, whyOfSomebody } from './of-somebody.ts'

/** What a line sells, read once however often it is sold: a year of trade is many lines of few wares. */
export type Ware = {
  readonly kind: 'product' | 'freight'
  readonly sku: string
  readonly description: string
  /** Kind, stock code and description as `binaryRows` sends them, and as the canonical text of a document has them. */
  readonly sent: Buffer
  readonly text: Buffer
}

const freight = new Set(['POST', 'DOT', 'C2', 'FRAKT', 'PORTO'])
/** In the retail file, what is on a shelf has a number that begins with five digits, or is one of the source's own gifts. */
const retailGoods = /^(\d{5}[A-Z]*|DCGS[A-Z0-9]+|PADS)$/

export const isRetailGoods = ({ sku }: Ware) => retailGoods.test(sku)
export const isProduct = ({ kind }: Ware) => kind === 'product'

const longestCode = 100
const longestDescription = 2_000

/** Charges between the merchant and its bank or marketplace: without a customer number they are nobody's purchase. */
export const ownCharges = new Set(['AMAZONFEE', 'BANK CHARGES', 'S'])

/** Why these are no ware; what it says where they are one means nothing. */
export function whyNoWare(stockCode: string, said: string): string {
  if (stockCode.trim() === '') return 'the stock code is missing'
  if (damaged.test(stockCode) || damaged.test(said)) return whyDamaged
  if (isOfSomebody(stockCode) || isOfSomebody(said)) return whyOfSomebody
  return 'the stock code or the description is longer than any: is a quotation mark missing?'
}

/** Reads a stock code and a description as the file has them; undefined where the code is missing, or either cannot be kept. */
export function wareOf(stockCode: string, said: string): Ware | undefined {
  const sku = stockCode.trim().toUpperCase()
  if (sku === '' || sku.length > longestCode || said.length > longestDescription) return undefined
  if (damaged.test(sku) || damaged.test(said)) return undefined
  if (isOfSomebody(sku) || isOfSomebody(said)) return undefined
  const description = said.trim() || sku
  const kind = freight.has(sku) ? 'freight' : 'product'
  const rows = binaryRows(256)
  const start = rows.at()
  for (const each of [kind, sku, description]) rows.text(each)
  const text = Buffer.from(JSON.stringify([kind, sku, description]).slice(1, -1))
  return { kind, sku, description, sent: rows.between(start, rows.at()), text }
}
