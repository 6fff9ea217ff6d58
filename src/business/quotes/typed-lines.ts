import { wholeNumber } from '#http'
import { mostPieces, readAmount } from '#money'
import { draftLine, type DraftLine, type LineKind } from './quote-line.ts'

/** A row of the grid exactly as it was typed: text in every cell. */
export type TypedLine = Readonly<
  Record<'kind' | 'productId' | 'sku' | 'description' | 'quantity' | 'price' | 'discount' | 'vat', string>
>
export type Cell = keyof TypedLine

export const emptyLine: TypedLine = {
  kind: 'product',
  productId: '',
  sku: '',
  description: '',
  quantity: '',
  price: '',
  discount: '',
  vat: '25',
}

type LinesRead =
  | { readonly ok: true; readonly lines: readonly DraftLine[] }
  /** Problems by cell: `description.2` is the third row's text. In bokmål; the desk is. */
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> }

/** Reads the grid. Rows left wholly empty are no rows. */
export function readLines(rows: readonly TypedLine[]): LinesRead {
  const problems: Record<string, string> = {}
  const lines: DraftLine[] = []
  for (const [row, typed] of rows.entries()) {
    if (isEmpty(typed)) continue
    const line = readLine(typed, (cell, problem) => (problems[`${cell}.${row}`] ??= problem))
    if (line) lines.push(line)
  }
  if (lines.length > 200) problems['lines'] = 'Et tilbud kan ha høyst 200 linjer.'
  return Object.keys(problems).length === 0 ? { ok: true, lines } : { ok: false, problems }
}

export function isEmpty({ description, sku, quantity, price }: TypedLine): boolean {
  return [description, sku, quantity, price].every((text) => text.trim() === '')
}

function readLine(typed: TypedLine, problem: (cell: Cell, words: string) => void): DraftLine | undefined {
  // A note says something; it costs nothing.
  const note = typed.kind === 'note'
  const line = draftLine.safeParse({
    kind: typed.kind,
    productId: typed.productId || null,
    sku: typed.sku.trim() || null,
    description: typed.description.trim(),
    quantity: note ? 1 : wholeNumber(typed.quantity, mostPieces),
    unitPriceE4: String(note ? 0 : readAmount(typed.price, 4)),
    discountBp: typed.discount.trim() === '' ? 0 : Number(readAmount(typed.discount.replace('%', ''), 2)),
    vatRate: Number(typed.vat.replace('%', '').trim() || 'NaN') * 100,
  })
  for (const { path } of line.error?.issues ?? []) problem(...said[path[0] as keyof DraftLine])
  return line.data
}

/** Beside which cell it is said, and what: no line is dropped without a word. */
const said: Readonly<Record<keyof DraftLine, readonly [Cell, string]>> = {
  kind: ['kind', 'Velg hva slags linje dette er.'],
  productId: ['sku', 'Velg varen på nytt.'],
  sku: ['sku', 'Høyst 60 tegn.'],
  description: ['description', 'Skriv hva linjen gjelder, med høyst 400 tegn.'],
  quantity: ['quantity', 'Skriv et helt antall, 1 eller mer.'],
  unitPriceE4: ['price', 'Skriv en pris, for eksempel 64,90: høyst 9 999 999 og høyst fire desimaler.'],
  discountBp: ['discount', 'Skriv en prosent mellom 0 og 100 med høyst to desimaler.'],
  vatRate: ['vat', 'Velg 25, 15, 12 eller 0.'],
}

/** The grid as text again, for editing. */
export function typedLine(line: DraftLine): TypedLine {
  return {
    kind: line.kind,
    productId: line.productId ?? '',
    sku: line.sku ?? '',
    description: line.description,
    quantity: String(line.quantity),
    price: typedDecimal(BigInt(line.unitPriceE4), 4),
    discount: line.discountBp === 0 ? '' : typedDecimal(BigInt(line.discountBp), 2).replace(/,00$/, ''),
    vat: String(line.vatRate / 100),
  }
}

/** `64,9` in four decimals → `64,90`. Not `written`: a field is typed without thousands or currency. */
export function typedDecimal(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '').padEnd(2, '0')
  return `${digits.slice(0, -decimals)},${fraction}`
}

const kindWords: Readonly<Record<string, LineKind>> = {
  vare: 'product',
  trykk: 'decoration',
  dekor: 'decoration',
  oppstart: 'setup',
  frakt: 'freight',
  merknad: 'note',
}

/** Rows pasted from a spreadsheet: text, quantity, price, discount, VAT; a first column may name the kind or the article number. */
export function pastedLines(text: string): TypedLine[] {
  return text
    .split(/\r?\n/)
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const cells = row.split('\t').map((cell) => cell.trim())
      const kind = kindWords[cells[0]?.toLowerCase() ?? '']
      const rest = kind ? cells.slice(1) : cells
      const sku = /^\d{5}[A-Za-z]*$/.test(rest[0] ?? '') && rest.length > 3 ? rest[0]! : ''
      const [description = '', quantity = '', price = '', discount = '', vat = '25'] = sku ? rest.slice(1) : rest
      return {
        ...emptyLine,
        kind: kind ?? 'product',
        sku,
        description,
        quantity,
        price,
        discount,
        vat: vat.replace('%', '').trim() || '25',
      }
    })
}
