/** The words on an invoice, as the regulation and the trade have them. */
export const invoiceWords = {
  nb: {
    invoice: 'Faktura',
    credit_note: 'Kreditnota',
    number: 'Nummer',
    date: 'Dato',
    due: 'Forfall',
    customer: 'Kundenr.',
    order: 'Ordre',
    credits: 'Gjelder faktura',
    delivered: 'Levert',
    place: 'Leveringssted',
    reference: 'Deres ref.',
    purchaseOrder: 'Bestillingsnr.',
    kid: 'KID',
    account: 'Kontonummer',
    reason: 'Grunn',
    what: 'Beskrivelse',
    quantity: 'Antall',
    price: 'Pris',
    discount: 'Rabatt',
    rate: 'Mva.',
    sum: 'Sum eks. mva.',
    net: 'Sum eks. mva.',
    vat: (rate: string, base: string) => `Mva. ${rate} av ${base}`,
    noVat: 'Uten mva.',
    gross: 'Å betale',
    credited: 'Til gode',
    pay: 'Betales til',
    organisation: 'Org.nr.',
    register: 'Foretaksregisteret',
    page: (n: number, of: number) => `Side ${n} av ${of}`,
    late: 'Ved forsinket betaling beregnes forsinkelsesrente etter forsinkelsesrenteloven.',
  },
  en: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    number: 'Number',
    date: 'Date',
    due: 'Due',
    customer: 'Customer no.',
    order: 'Order',
    credits: 'Credits invoice',
    delivered: 'Delivered',
    place: 'Place of delivery',
    reference: 'Your ref.',
    purchaseOrder: 'Purchase order',
    kid: 'Payment reference (KID)',
    account: 'Bank account',
    reason: 'Reason',
    what: 'Description',
    quantity: 'Quantity',
    price: 'Price',
    discount: 'Discount',
    rate: 'VAT',
    sum: 'Total excl. VAT',
    net: 'Total excl. VAT',
    vat: (rate: string, base: string) => `VAT ${rate} of ${base}`,
    noVat: 'No VAT',
    gross: 'To pay',
    credited: 'Credited',
    pay: 'Pay to',
    organisation: 'Org. no.',
    register: 'Foretaksregisteret',
    page: (n: number, of: number) => `Page ${n} of ${of}`,
    late: 'Interest on late payment is charged under the Norwegian Act on Interest on Overdue Payments.',
  },
} as const

/** `25 %`, `12,5 %`. */
export function writtenRate(basisPoints: number, language: 'nb' | 'en'): string {
  const text = String(basisPoints / 100)
  return `${language === 'nb' ? text.replace('.', ',') : text}\u00a0%`
}

/** `1503 80 12345`, as banks write it: `1503.80.12345`. */
export function writtenAccount(digits: string): string {
  return digits.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1.$2.$3')
}
