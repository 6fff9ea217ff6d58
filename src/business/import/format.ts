import { refuse, type Refusal } from '#refusal'

/** The files this house reads. The words are the header's, lower case, without spaces and signs. */
const formats = {
  'online-retail': {
    required: {
      invoiceNo: ['invoiceno'],
      stockCode: ['stockcode'],
      description: ['description'],
      quantity: ['quantity'],
      invoiceDate: ['invoicedate'],
      unitPrice: ['unitprice'],
      customerId: ['customerid'],
      country: ['country'],
    },
    optional: {},
  },
  'customer-list': {
    required: { number: ['kundenr', 'kundenummer', 'kundeno'], name: ['navn', 'kundenavn', 'firmanavn'] },
    optional: {
      organisationNumber: ['orgnr', 'organisasjonsnummer', 'organisasjonsnr', 'foretaksnummer'],
      address: ['adresse', 'adresse1', 'postadresse', 'gateadresse'],
      postalCode: ['postnr', 'postnummer'],
      city: ['poststed', 'sted'],
      country: ['land', 'landkode'],
      email: ['epost', 'epostadresse', 'fakturaepost', 'email'],
    },
  },
} as const satisfies Record<string, { required: Record<string, readonly string[]>; optional: Record<string, readonly string[]> }>

export type FormatName = keyof typeof formats
export type Format = {
  readonly name: FormatName
  readonly delimiter: string
  readonly width: number
  /** Where each column stands. */
  readonly at: Readonly<Record<string, number>>
  /** Columns of the file that are left where they are, by their own names. */
  readonly notTaken: readonly string[]
}

/** Which of our formats a header line is, with its delimiter; or what is missing from the nearest one, named in `field`. */
export function formatOf(header: string): Format | Refusal<'the file is empty' | 'a column is missing' | 'unknown columns'> {
  if (header.trim() === '') return refuse('the file is empty')
  const delimiter = [';', '\t', ','].toSorted((a, b) => header.split(b).length - header.split(a).length)[0]!
  const names = header.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  const readings = (Object.keys(formats) as FormatName[]).map((name) => reading(name, delimiter, names))
  const whole = readings.find(({ missing }) => missing.length === 0)
  if (whole) return whole.format
  const [nearest] = readings.toSorted((a, b) => b.found - a.found)
  return nearest!.found === 0
    ? refuse('unknown columns', names.join(', '))
    : refuse('a column is missing', nearest!.missing.join(', '))
}

function reading(name: FormatName, delimiter: string, names: readonly string[]) {
  const words = names.map((each) => each.toLowerCase().replace(/[^a-zæøå0-9]/g, ''))
  const { required, optional } = formats[name]
  const at: Record<string, number> = {}
  for (const [column, known] of Object.entries({ ...required, ...optional })) {
    const place = words.findIndex((word) => (known as readonly string[]).includes(word))
    if (place >= 0) at[column] = place
  }
  const missing = Object.keys(required).filter((column) => at[column] === undefined)
  const taken = new Set(Object.values(at))
  const notTaken = names.filter((_, place) => !taken.has(place))
  return { format: { name, delimiter, width: names.length, at, notTaken }, missing, found: Object.keys(at).length }
}
