import { firstRegister, listed, type Recipient } from '#processors'

export type Listed = {
  readonly id: string
  readonly nb: string
  readonly en: string
  readonly location: string
  readonly fields: readonly string[]
}

/** What the statement prints of the register: whoever can receive, and our own modules that people ask about (promise 5-h, C-13). */
export type Recipients = { readonly recipients: readonly Listed[]; readonly own: readonly Listed[] }

type Known = Pick<Recipient, 'id' | 'name' | 'role' | 'does' | 'location'> & { readonly fields: readonly string[] }

/** The register as the sample merchant begins; the rows of a house replace it, see `registerTerms`. */
export const firstRecipients: Recipients = said(firstRegister.map((first) => ({ ...first, fields: Object.keys(first.fields) })))

/** The sentences that print the list, with the terms that the register's rows give them. */
export function registerTerms(all: readonly Recipient[]): Readonly<Record<string, Recipients>> {
  const recipients = said(listed(all).map((each) => ({ ...each, fields: each.fields.map(({ field }) => field) })))
  return Object.fromEntries(printTheList.map((id) => [id, recipients]))
}

const printTheList = ['processors.only-those-listed', 'processors.field-by-field', 'processors.inside-the-eea']

function said(known: readonly Known[]): Recipients {
  const sorted = known.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    recipients: sorted.filter(({ role }) => role !== 'own_module').map(line),
    own: sorted.filter(({ role }) => role === 'own_module').map(line),
  }
}

function line({ id, name, does, location, fields }: Known): Listed {
  return {
    id,
    location,
    fields: fields.toSorted(),
    nb: `${name}, som ${does.nb.replace(';', ', og')}`,
    en: `${name}, which ${does.en.replace(';', ', and')}`,
  }
}
