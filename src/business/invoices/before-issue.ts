/**
 * What a sales document must say (bokføringsforskriften §§ 5-1-1 and 5-1-2, foretaksregisterloven § 10-2), asked before the
 * number is taken, because afterwards nothing can be changed. Pure.
 */
export type Checked = {
  readonly seller: {
    readonly legalName: string
    readonly organisationNumber: string
    readonly headOffice: string
    readonly bankAccount: string
    readonly vatRegistered: boolean
  }
  readonly buyer: {
    readonly name: string | null
    readonly organisationNumber: string | null
    readonly address: string | null
    readonly customerNumber: string | null
  }
  readonly deliveryDate: string | null
  readonly deliveryPlace: string | null
  readonly lines: readonly { readonly kind: string; readonly description: string; readonly vatRate: number }[]
  readonly buyerReference: string | null
  readonly purchaseOrderNumber: string | null
  readonly alreadyInvoiced: boolean
}

export type Finding = {
  readonly about:
    | 'seller'
    | 'buyer'
    | 'customerNumber'
    | 'deliveryDate'
    | 'deliveryPlace'
    | 'lines'
    | 'vat'
    | 'nature'
    | 'invoiced'
    | 'buyerReference'
    | 'reference'
  /** `must`: it cannot be issued. `look`: it can, but look once more. */
  readonly weight: 'must' | 'look'
  readonly fine: boolean
}

/** Each point of the list, whether it is in order or not, so that staff see what was checked. */
export function beforeIssue(checked: Checked): readonly Finding[] {
  const { seller, buyer, lines, buyerReference } = checked
  const sold = lines.filter(({ kind }) => kind !== 'note')
  const must = (about: Finding['about'], fine: boolean): Finding => ({ about, weight: 'must', fine })
  const look = (about: Finding['about'], fine: boolean): Finding => ({ about, weight: 'look', fine })
  return [
    must('invoiced', !checked.alreadyInvoiced),
    must(
      'seller',
      [seller.legalName, seller.headOffice].every(filled) &&
        /^\d{9}$/.test(seller.organisationNumber) &&
        /^\d{11}$/.test(seller.bankAccount),
    ),
    must('buyer', filled(buyer.name) && (filled(buyer.address) || filled(buyer.organisationNumber))),
    must('customerNumber', filled(buyer.customerNumber)),
    must('deliveryDate', filled(checked.deliveryDate)),
    must('deliveryPlace', filled(checked.deliveryPlace)),
    must('lines', sold.length > 0),
    must('vat', seller.vatRegistered || sold.every(({ vatRate }) => vatRate === 0)),
    look(
      'nature',
      sold.every(({ description }) => !/^\s*(diverse|div\.?|varer|tjenester|misc\.?|sundries)\s*$/i.test(description)),
    ),
    look('buyerReference', !looksLikeAName(buyerReference)),
    look('reference', filled(buyerReference) || filled(checked.purchaseOrderNumber)),
  ]
}

export function mayIssue(findings: readonly Finding[]): boolean {
  return findings.every(({ weight, fine }) => fine || weight === 'look')
}

/** A reference is the customer's own code; two capitalised words and no digit is somebody's name (promise 2.2-c). */
function looksLikeAName(reference: string | null): boolean {
  return reference !== null && /^\p{Lu}[\p{L}'-]+(\s+\p{Lu}[\p{L}.'-]*)+$/u.test(reference.trim())
}

function filled(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}

export const findingWords: Record<Finding['about'], { readonly fine: string; readonly not: string }> = {
  invoiced: { fine: 'Ordren er ikke fakturert før', not: 'Ordren er fakturert. Kreditér fakturaen først, hvis den er feil.' },
  seller: {
    fine: 'Selger: navn, organisasjonsnummer, forretningsadresse og kontonummer',
    not: 'Opplysningene om oss er ikke fullstendige. Rett dem i innstillingene.',
  },
  buyer: {
    fine: 'Kjøper: navn, og adresse eller organisasjonsnummer',
    not: 'Kunden mangler navn, eller både adresse og organisasjonsnummer. Fyll ut her, eller på kundekortet.',
  },
  customerNumber: { fine: 'Kundenummer, som KID bygger på', not: 'Kunden har ikke noe kundenummer. Det får den med en ordre.' },
  deliveryDate: { fine: 'Leveringsdato', not: 'Ordren er ikke levert. Merk den levert først.' },
  deliveryPlace: { fine: 'Leveringssted', not: 'Skriv hvor varene ble levert.' },
  lines: { fine: 'Varer eller tjenester, antall og pris', not: 'Ordren har ingen linjer å fakturere.' },
  vat: {
    fine: 'Merverdiavgift for hver sats, i norske kroner',
    not: 'Vi er ikke registrert i Merverdiavgiftsregisteret, men linjene har mva.',
  },
  nature: {
    fine: 'Linjene sier hva som er solgt',
    not: 'En linje heter «diverse» eller lignende. Kjøperen kan miste fradraget.',
  },
  buyerReference: {
    fine: 'Ingen personnavn i referansen',
    not: 'Referansen ser ut som et navn. Bruk kundens egen kode, så står ingen person på fakturaen.',
  },
  reference: {
    fine: 'Kundens referanse eller bestillingsnummer',
    not: 'Verken referanse eller bestillingsnummer. Noen kunder avviser slike fakturaer.',
  },
}
