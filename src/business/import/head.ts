import { damaged, whyDamaged } from './damaged.ts'
import { possibleOrders, readMoment } from './dates.ts'
import type { Format } from './format.ts'
import type { Written } from './written.ts'

/** What a document says of itself, on each of its lines; neighbouring lines of one document share one. */
export type Head = {
  readonly series: 'import-invoice' | 'import-credit'
  /** The file's own number without the C: 536379. */
  readonly number: number
  /** Wall time, `2010-12-01T08:26`. */
  readonly at: string
  /** Empty where the file has no customer number. */
  readonly customer: string
  readonly country: string
}
export type Wrong = 'invoiceNo' | 'customerId' | 'invoiceDate' | 'country'
export type Heading = {
  readonly head: Head
  /** As the file writes it, in capitals. */
  readonly invoiceNo: string
  /** Why it is none, by column. */
  readonly wrong: Readonly<Partial<Record<Wrong, string>>>
}

/** Reads the head of a line. Nearly every line is of the same document as the one before it, and then there is nothing to read. */
export function headReader({ at }: Format, written: Written): (cells: readonly string[]) => Heading {
  const columns = headColumns(at)
  let last: readonly string[] = []
  let heading: Heading | undefined
  return (cells) => {
    if (heading === undefined || columns.some((column) => cells[column] !== last[column])) {
      last = cells
      heading = headingOf(
        columns.map((column) => (cells[column] ?? '').trim()),
        written,
      )
    }
    return heading
  }
}

/** A file need not have a column for the country; its place is then none. */
export function headColumns(at: Format['at']): number[] {
  return ['invoiceNo', 'invoiceDate', 'customerId', 'country'].flatMap((column) => at[column] ?? [])
}

function headingOf([number, date, typed, country = '']: readonly string[], written: Written): Heading {
  const invoiceNo = number!.toUpperCase()
  const credit = invoiceNo.startsWith('C')
  const customer = typed!.replace(/[.,]0+$/, '') // a number that a spreadsheet or a program took for one with decimals
  const at = readMoment(date!, written.dates, written.thisYear)
  const wrong: Partial<Record<Wrong, string>> = {}
  if (/^A\d+$/.test(invoiceNo)) wrong.invoiceNo = 'an adjustment of bad debt: a booking, not a sale'
  else if (!/^C?\d{1,15}$/.test(invoiceNo)) wrong.invoiceNo = `"${invoiceNo}" is not an invoice number`
  if (!/^(\d{1,9})?$/.test(customer)) wrong.customerId = `"${customer}" is not a customer number`
  if (damaged.test(country)) wrong.country = whyDamaged
  else if (country.length > longestCountry) wrong.country = 'the country is longer than any: is a quotation mark missing?'
  if (at === undefined) wrong.invoiceDate = whyNoDate(date!, written)
  const head: Head = {
    series: credit ? 'import-credit' : 'import-invoice',
    number: Number(credit ? invoiceNo.slice(1) : invoiceNo),
    at: at ?? '',
    customer,
    country: country || 'Unspecified',
  }
  return { head, invoiceNo, wrong }
}

const longestCountry = 100
const orders = { dmy: 'the day first', mdy: 'the month first', ymd: 'the year first' } as const

function whyNoDate(text: string, { dates, thisYear }: Written): string {
  if (text === '') return 'the date is missing'
  if (/^\d{5}([.,]\d+)?$/.test(text))
    return `"${text}" is a spreadsheet's own number for a date: show the column as dates there, and save it again`
  if (dates === 'ymd' && possibleOrders(text, thisYear) !== undefined)
    return `"${text}" does not begin with the year, as the file's other dates do: --dates dmy or --dates mdy says how to read it`
  return `"${text}" is not a date and time${dates === 'ymd' ? '' : ` with ${orders[dates]}`}`
}
