import type { Format } from './format.ts'

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
export type Wrong = 'invoiceNo' | 'customerId' | 'invoiceDate'
export type Heading = {
  readonly head: Head
  /** As the file writes it, in capitals. */
  readonly invoiceNo: string
  /** Why it is none, by column. */
  readonly wrong: Readonly<Partial<Record<Wrong, string>>>
}

/** Reads the head of a line. Nearly every line is of the same document as the one before it, and then there is nothing to read. */
export function headReader({ at }: Format): (cells: readonly string[]) => Heading {
  const columns = ['invoiceNo', 'invoiceDate', 'customerId', 'country'].map((column) => at[column]!)
  let last: readonly string[] = []
  let heading: Heading | undefined
  return (cells) => {
    if (heading === undefined || columns.some((column) => cells[column] !== last[column])) {
      last = cells
      heading = headingOf(columns.map((column) => (cells[column] ?? '').trim()))
    }
    return heading
  }
}

function headingOf([number, at, customer, country]: readonly string[]): Heading {
  const invoiceNo = number!.toUpperCase()
  const credit = invoiceNo.startsWith('C')
  const wrong: Partial<Record<Wrong, string>> = {}
  if (/^A\d+$/.test(invoiceNo)) wrong.invoiceNo = 'an adjustment of bad debt: a booking, not a sale'
  else if (!/^C?\d{1,15}$/.test(invoiceNo)) wrong.invoiceNo = `"${invoiceNo}" is not an invoice number`
  if (!/^(\d{1,9})?$/.test(customer!)) wrong.customerId = `"${customer}" is not a customer number`
  if (!isMoment(at!)) wrong.invoiceDate = `"${at}" is not a date and time`
  const head: Head = {
    series: credit ? 'import-credit' : 'import-invoice',
    number: Number(credit ? invoiceNo.slice(1) : invoiceNo),
    at: at!,
    customer: customer!,
    country: country || 'Unspecified',
  }
  return { head, invoiceNo, wrong }
}

const moment = /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):[0-5]\d/

function isMoment(at: string): boolean {
  const parts = moment.exec(at)
  if (!parts) return false
  const [month, day] = [Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(Number(parts[1]), month, 0)).getUTCDate()
}
