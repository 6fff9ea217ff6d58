import { type Bulk, field, type Sheet } from '#database'
import { readOrganisationNumber } from '#customers'
import { refused as isRefused } from '#refusal'
import { type Row, rowsOfFile } from './cells.ts'
import { countryCode } from './country.ts'
import { damaged, whyDamaged } from './damaged.ts'
import type { Format } from './format.ts'
import { idFrom } from './identity.ts'
import { isOfSomebody, whyOfSomebody } from './of-somebody.ts'
import { type Batch, type Importer, keepNumbersApart } from './import-sales.ts'
import type { Otherwise } from './report.ts'
import type { Sequence } from './sequence.ts'

type Customer = {
  readonly number: string
  readonly name: string
  readonly organisationNumber: string | null
  readonly address: string | null
  readonly country: string
  readonly email: string | null
}
type Known = { readonly keys: Set<string>; readonly organisations: Set<string>; readonly numbers: Set<string> }

const batchSize = 2_000
const accountColumns = `core.account (account_id, kind, customer_number, name, organisation_number, company_address, invoice_address, invoice_email,
  country, created_at, last_active_at)`

/**
 * Reads a list of companies into accounts. Only what belongs to the company is taken: a contact person is not registered
 * from a list (promise 2.1-a), and no consent comes with one (promise 0-i).
 */
export async function customersImporter(bulk: Bulk, now: Date, format: Format): Promise<Importer> {
  const known = await readKnown(bulk, format.name)
  let rowsText = { account: '', key: '' }

  function take(row: Row): Otherwise | undefined {
    const customer = customerOf(row, format)
    if (typeof customer === 'string') return { outcome: 'refused', reason: customer }
    if (known.keys.has(customer.number)) return { outcome: 'already here' }
    const taken = takenBy(customer, known)
    if (taken !== undefined) return { outcome: 'refused', reason: taken }
    remember(customer, known)
    const id = idFrom(format.name, 'account', customer.number)
    rowsText.account += `${[
      id,
      'imported',
      customer.number,
      customer.name,
      customer.organisationNumber,
      customer.address,
      customer.address,
      customer.email,
      customer.country,
      now.toISOString(),
      now.toISOString(),
    ]
      .map(field)
      .join('\t')}\n`
    rowsText.key += `${[format.name, customer.number, id].map(field).join('\t')}\n`
    return undefined
  }

  async function* batches({ text }: Sequence, skip: number): AsyncGenerator<Batch> {
    for await (const { rows: read, bytesRead } of rowsOfFile(text(), format, skip, { row: (row) => row })) {
      for (let start = 0; start < read.length; start += batchSize) {
        const part = read.slice(start, start + batchSize)
        const otherwise = new Map(
          part.flatMap((row) => {
            const other = take(row)
            return other ? [[row.row, other] as const] : []
          }),
        )
        const taken = rowsText
        rowsText = { account: '', key: '' }
        const lines = part.reduce((sum, row) => sum + row.lines, 0)
        const refused = [...otherwise.values()].filter(({ outcome }) => outcome === 'refused').length
        yield {
          lines,
          bytesRead,
          outcomes: { rows: part.map(({ row }) => row), otherwise },
          refused,
          sheets: sheetsOf(taken),
        }
      }
    }
  }

  return { batches, finish: () => keepNumbersApart(bulk) }
}

function sheetsOf({ account, key }: { account: string; key: string }): Sheet[] {
  if (account === '') return []
  return [
    { into: accountColumns, rows: account },
    { into: 'core.import_key (source, external_id, account_id)', rows: key },
  ]
}

async function readKnown(bulk: Bulk, source: string): Promise<Known> {
  const keys = await bulk.query<{ key: string }>('select external_id as key from core.import_key where source = $1', [source])
  const accounts = await bulk.query<{ organisation: string | null; number: string | null }>(
    'select organisation_number as organisation, customer_number::text as number from core.account',
  )
  return {
    keys: new Set(keys.map(({ key }) => key)),
    organisations: new Set(accounts.flatMap(({ organisation }) => organisation ?? [])),
    numbers: new Set(accounts.flatMap(({ number }) => number ?? [])),
  }
}

function takenBy({ organisationNumber, number }: Customer, { organisations, numbers }: Known): string | undefined {
  if (organisationNumber !== null && organisations.has(organisationNumber))
    return `organisation number ${organisationNumber} belongs to another customer here`
  if (numbers.has(number)) return `customer number ${number} belongs to another customer here`
  return undefined
}

function remember({ organisationNumber, number }: Customer, { keys, organisations, numbers }: Known): void {
  keys.add(number)
  numbers.add(number)
  if (organisationNumber !== null) organisations.add(organisationNumber)
}

const longest = 300
const taken = ['number', 'name', 'email', 'address', 'address2', 'postalCode', 'city', 'country']

function customerOf({ cells, broken }: Row, { at }: Format): Customer | string {
  if (broken !== undefined) return broken
  const cell = (column: string) => (at[column] === undefined ? '' : (cells[at[column]] ?? '').trim())
  // First of all, so that no other reason repeats what was written.
  if (taken.some((column) => isOfSomebody(cell(column)))) return whyOfSomebody
  const number = cell('number').replace(/[.,]0+$/, '') // what a spreadsheet took for a number with decimals
  if (!/^[1-9]\d{0,8}$/.test(number)) return `"${number}" is not a customer number`
  const name = cell('name')
  if (name === '') return 'the name is missing'
  if (cells.some((each) => damaged.test(each))) return whyDamaged
  if (cells.some((each) => each.length > longest))
    return 'a cell is longer than any name or address: is a quotation mark missing?'
  const organisationNumber = organisationOf(cell('organisationNumber'))
  if (typeof organisationNumber === 'object' && organisationNumber !== null) return organisationNumber.reason
  const email = cell('email').toLowerCase()
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return `"${email}" is not an e-mail address`
  const place = [cell('postalCode'), cell('city')].filter(Boolean).join(' ')
  const address = [cell('address'), cell('address2'), place].filter(Boolean).join(', ')
  return {
    number,
    name,
    organisationNumber,
    address: address || null,
    country: countryCode(cell('country') || 'NO'),
    email: email || null,
  }
}

function organisationOf(typed: string): string | null | { reason: string } {
  if (typed === '') return null
  // Whoever has only such a number is a person; it is not written down here either (promise 2.1-e).
  if (isOfSomebody(typed) || /^\d{11}$/.test(typed.replace(/\s/g, '')))
    return { reason: 'a national identity number stands where the organisation number should: it is not taken' }
  const read = readOrganisationNumber(typed)
  return isRefused(read) ? { reason: `organisation number ${typed}: ${read.refused}` } : read
}
