import { firstRegister, listed, type Recipient } from '#processors'
import { googleAnalytics } from '#statistics'

export type Listed = {
  readonly id: string
  readonly nb: string
  readonly en: string
  readonly location: string
  readonly fields: readonly string[]
  /** There when something goes on from them to a country outside the EEA. */
  readonly transferGround?: string
}

/** What the statement prints of the register: whoever can receive, and our own modules that people ask about (promise 5-h, C-13). */
export type Recipients = { readonly recipients: readonly Listed[]; readonly own: readonly Listed[] }

/** Who is told of visits besides us; null: nobody. */
export type Told = { readonly vendor: Vendor | null }
type Vendor = { readonly id: string; readonly name: string; readonly location: string; readonly transferGround: string }

export const toldNobody: Told = { vendor: null }

type Known = Pick<Recipient, 'id' | 'name' | 'role' | 'does' | 'location'> & {
  readonly fields: readonly string[]
  readonly transferGround?: string | null
}

/** The register as the sample merchant begins; the rows of a house replace it, see `registerTerms`. */
export const firstRecipients: Recipients = said(firstRegister.map((first) => ({ ...first, fields: Object.keys(first.fields) })))

/** The sentences that print the list, and those that say who is told of visits, with the terms that the register's rows give them. */
export function registerTerms(all: readonly Recipient[]): Readonly<Record<string, Recipients | Told>> {
  const there = listed(all)
  const recipients = said(there.map((each) => ({ ...each, fields: each.fields.map(({ field }) => field) })))
  const told = { vendor: vendorIn(there) }
  return Object.fromEntries([
    ...printTheList.map((id) => [id, recipients] as const),
    ...sayWhoIsTold.map((id) => [id, told] as const),
  ])
}

const printTheList = ['processors.only-those-listed', 'processors.field-by-field', 'processors.inside-the-eea']
const sayWhoIsTold = [
  'statistics.counters-only',
  'statistics.no-vendor',
  'cookies.no-is-as-easy-as-yes',
  'processors.every-transfer-is-logged',
]

function vendorIn(there: readonly Recipient[]): Vendor | null {
  const { recipient, purpose } = googleAnalytics
  const found = there.find(({ id, purposes }) => id === recipient && purposes.includes(purpose))
  return found ? { id: found.id, name: found.name, location: found.location, transferGround: found.transferGround ?? '' } : null
}

function said(known: readonly Known[]): Recipients {
  const sorted = known.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    recipients: sorted.filter(({ role }) => role !== 'own_module').map(line),
    own: sorted.filter(({ role }) => role === 'own_module').map(line),
  }
}

function line({ id, name, does, location, transferGround, fields }: Known): Listed {
  return {
    id,
    location,
    ...(transferGround && { transferGround }),
    fields: fields.toSorted(),
    nb: `${name}, som ${does.nb.replace(';', ', og')}`,
    en: `${name}, which ${does.en.replace(';', ', and')}`,
  }
}
