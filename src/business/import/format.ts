import { refuse, type Refusal } from '#refusal'
import { recordsOf } from './cells.ts'
import { columns, type FormatName, wordOf } from './columns.ts'

export type Format = {
  readonly name: FormatName
  readonly delimiter: string
  readonly width: number
  /** Where each column stands. */
  readonly at: Readonly<Record<string, number>>
  /** Columns of the file that are left where they are, by their own names. */
  readonly notTaken: readonly string[]
  /** The line below the header. */
  readonly firstRow: number
  /** Its columns are those of the public retail file, whose prices are known to be in pounds. */
  readonly isRetailFile: boolean
}
export type NoFormat = Refusal<'the file is empty' | 'a column is missing' | 'unknown columns'>

type Reading = { readonly format: Format; readonly missing: readonly string[]; readonly share: number }

const delimiters = [';', '\t', ',', '|'] as const
/** A report may have its own name, the day it was made and the like above its header; a header is not looked for further down. */
const above = 15
/** A line with fewer of the columns that are needed is about something else. */
const fewest = 1 / 3

/**
 * Which of our formats a file is by its header, which is the first line that is one; or what is missing from the line that
 * comes nearest. `field` names it.
 */
export function formatOf(lines: readonly string[]): Format | NoFormat {
  const told = lines.slice(0, above).findIndex((line) => /^"?sep=.?"?$/i.test(line.trim()))
  const readings = lines
    .slice(0, above)
    .flatMap((line, index) => (line.trim() === '' || index === told ? [] : readingsOf(line, index + 2)))
  const first = lines.find((line, index) => line.trim() !== '' && index !== told)
  if (first === undefined) return refuse('the file is empty')
  const whole = readings.find(({ missing }) => missing.length === 0)
  if (whole) return whole.format
  const [nearest] = readings.toSorted((a, b) => b.share - a.share)
  if (nearest === undefined || nearest.share < fewest) return refuse('unknown columns', namesIn(first).join(', '))
  const { required } = columns[nearest.format.name]
  return refuse('a column is missing', nearest.missing.map((column) => saidOf(column, required)).join('; '))
}

function saidOf(column: string, required: Readonly<Record<string, readonly string[]>>): string {
  return `${column}, also called ${required[column]!.slice(1, 4).join(', ')}`
}

function readingsOf(line: string, firstRow: number): Reading[] {
  return delimiters.flatMap((delimiter) => {
    const names = cellsOf(line, delimiter)
    if (names.length < 2) return []
    return (Object.keys(columns) as FormatName[]).map((name) => reading(name, delimiter, names, firstRow))
  })
}

function namesIn(line: string): string[] {
  return cellsOf(line, delimiters.toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!)
}

/** Names with nothing at the end of the line are no columns: spreadsheets leave them. Half a record, whose text goes on in the next line, has none. */
function cellsOf(line: string, delimiter: string): string[] {
  const [cells = []] = recordsOf(line, delimiter) ?? []
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map((cell) => cell.trim())
}

/** The two editions of the retail file. */
const retailWords = new Set(
  'invoiceno invoice stockcode description quantity invoicedate unitprice price customerid country'.split(' '),
)

function reading(name: FormatName, delimiter: string, names: readonly string[], firstRow: number): Reading {
  const words = names.map(wordOf)
  const { required, optional } = columns[name]
  const at: Record<string, number> = {}
  for (const [column, known] of Object.entries({ ...required, ...optional })) {
    const word = (known as readonly string[]).find((each) => words.includes(each))
    if (word !== undefined) at[column] = words.indexOf(word)
  }
  const missing = Object.keys(required).filter((column) => at[column] === undefined)
  const taken = new Set(Object.values(at))
  const notTaken = names.filter((each, place) => each !== '' && !taken.has(place))
  const isRetailFile = delimiter === ',' && words.length === 8 && words.every((word) => retailWords.has(word))
  const share = 1 - missing.length / Object.keys(required).length
  const format = { name, delimiter, width: names.length, at, notTaken, firstRow, isRetailFile }
  return name === 'customer-list' && isOfInvoices(words) ? { format, missing: ['none'], share: 0 } : { format, missing, share }
}

/** Invoices name customers too, but they are no list of customers. */
function isOfInvoices(words: readonly string[]): boolean {
  const { invoiceNo, quantity, unitPrice } = columns['online-retail'].required
  const has = (known: readonly string[]) => words.some((word) => known.includes(word))
  return has(invoiceNo.filter((word) => !['invoice', 'faktura'].includes(word))) || (has(quantity) && has(unitPrice))
}
