import { refuse, type Refusal } from '#refusal'
import { rowsOfFile } from './cells.ts'
import { type DateOrder, dateOrders } from './dates.ts'
import { evidence, type Found, type Told } from './evidence.ts'
import type { Format } from './format.ts'
import { type DecimalSign } from './numbers.ts'
import { textOfFile } from './text-of-file.ts'

/** How a file writes what can be written in more than one way. */
export type Written = {
  readonly dates: DateOrder
  readonly decimals: DecimalSign
  readonly currency: string
  /** Dates of years to come are misread, or mistyped. */
  readonly thisYear: number
}
/** What whoever brings the file says of it; the rest is told by the file, or asked for. */
export type Said = Partial<Pick<Written, 'dates' | 'decimals' | 'currency'>>

/** With two decimals, so that hundredths are what documents are counted in. */
export const currencies = ['NOK', 'GBP', 'EUR', 'USD', 'SEK', 'DKK', 'CHF']

/** The same as typed after a command; undefined where it is nothing that can be said. */
export function saidIn(typed: {
  dates?: string | undefined
  decimals?: string | undefined
  currency?: string | undefined
}): Said | undefined {
  const dates = dateOrders.find((order) => order === typed.dates)
  const decimals = (['.', ','] as const).find((sign) => signs[sign] === typed.decimals)
  if ((typed.dates !== undefined && !dates) || (typed.decimals !== undefined && !decimals)) return undefined
  return {
    ...(dates && { dates }),
    ...(decimals && { decimals }),
    ...(typed.currency && { currency: typed.currency.toUpperCase() }),
  }
}

type Answer<T> = { readonly is: T; readonly because: string } | Refusal

/**
 * Reads the file for how it writes its dates and numbers. Nothing is guessed: where the whole file leaves it open, or says
 * two things, the answer is a refusal that names the lines and what to say. Once a beginning has told everything, the rest
 * is not read here: what is written otherwise further down is refused there, line by line.
 */
export async function writtenBy(
  file: string,
  format: Format,
  said: Said,
  thisYear: number,
): Promise<{ readonly written: Written; readonly because: readonly string[] } | Refusal> {
  if (said.currency !== undefined && !currencies.includes(said.currency)) return noCurrency(said.currency)
  const found = await look(file, format, said, thisYear)
  const dates = datesBy(found, said)
  if ('refused' in dates) return dates
  const decimals = decimalsBy(found, said)
  if ('refused' in decimals) return decimals
  const currency = currencyBy(found, format, said)
  if ('refused' in currency) return currency
  return {
    written: { dates: dates.is, decimals: decimals.is, currency: currency.is, thisYear },
    because: [dates.because, decimals.because, currency.because, noVat].filter(Boolean),
  }
}

const noVat = 'Prices are taken as they stand, without VAT, and no VAT is entered on the documents.'

async function look(file: string, format: Format, said: Said, thisYear: number): Promise<Found> {
  const { found, plain, row } = evidence(format, thisYear)
  for await (const _ of rowsOfFile(textOfFile(file), format, 0, { plain, row })) if (isTold(found, format, said)) break
  return found
}

function isTold({ dates, decimals }: Found, { at }: Format, said: Said): boolean {
  return (
    (said.dates !== undefined || (dates.yearFirst && dates.first === undefined)) &&
    (said.decimals !== undefined || decimals.against.size === 1) &&
    (said.currency !== undefined || at.currency === undefined)
  )
}

const orders = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const
const signs = { ',': 'comma', '.': 'point' } as const

function datesBy({ dates }: Found, said: Said): Answer<DateOrder> {
  if (said.dates !== undefined) return { is: said.dates, because: `Dates are read ${orders[said.dates]}, as you said.` }
  const { first, against, dotted } = dates
  if (first === undefined) return { is: 'ymd', because: '' }
  if (dotted && !against.has('dmy'))
    return { is: 'dmy', because: `Dates are read day first, as dates with dots are: ${at(first)}.` }
  const possible = dateOrders.filter((order) => !against.has(order))
  const [only] = possible
  // One mistyped date with dots must not turn a whole year round.
  if (only === undefined || dotted)
    return refuse(
      `the dates contradict ${dotted ? 'what dates with dots mean, day first' : 'each other'}: ${listed(against)}. Say which it is with --dates dmy or --dates mdy; the others are then refused, line by line`,
    )
  if (possible.length > 1)
    return refuse(
      `no date in the file shows whether the ${possible.map((order) => orders[order].replace(' first', '')).join(' or the ')} comes first (${at(first)}). Say which with ${possible.map((order) => `--dates ${order}`).join(' or ')}`,
    )
  const [shown] = [...against].flatMap(([order, told]) => (order === 'ymd' ? [] : [told]))
  return { is: only, because: `Dates are read ${orders[only]}${shown ? `, as ${at(shown)} shows` : ''}.` }
}

function decimalsBy({ decimals: { against, either } }: Found, said: Said): Answer<DecimalSign> {
  if (said.decimals !== undefined)
    return { is: said.decimals, because: `Decimals stand after a ${signs[said.decimals]}, as you said.` }
  if (against.size === 2)
    return refuse(
      `the numbers contradict each other: ${listed(against)}. Say which it is with --decimals comma or --decimals point; the others are then refused, line by line`,
    )
  if (against.size === 0 && either !== undefined)
    return refuse(
      `no number in the file shows whether ${at(either)} is more than a thousand or has three decimals. Say which with --decimals comma or --decimals point`,
    )
  const is = against.has('.') ? ',' : '.'
  return { is, because: against.size === 0 ? '' : `Decimals stand after a ${signs[is]}.` }
}

function currencyBy({ currency }: Found, { isRetailFile }: Format, said: Said): Answer<string> {
  if (said.currency !== undefined) return { is: said.currency, because: `Prices are in ${said.currency}, as you said.` }
  const [first, second] = currency.values()
  if (second !== undefined)
    return refuse(`the file has more than one currency (${at(first!)}, ${at(second)}): divide it, and import one at a time`)
  if (first !== undefined)
    return currencies.includes(first.text)
      ? { is: first.text, because: `Prices are in ${first.text}, as the file says.` }
      : noCurrency(first.text)
  if (isRetailFile)
    return { is: 'GBP', because: 'Prices are in GBP: the columns are those of the retail file, which is in pounds.' }
  return refuse('the file does not say which currency its prices are in. Say it with --currency NOK')
}

function noCurrency(text: string): Refusal {
  return refuse(`"${text}" is not a currency that is taken here: ${currencies.join(', ')}`)
}

function listed(against: ReadonlyMap<unknown, Told>): string {
  return [...new Map([...against.values()].map((told) => [told.row, at(told)])).values()].join(', ')
}

function at({ text, row }: Told): string {
  return `"${text}" on line ${row}`
}
