import { refuse, type Refusal } from '#refusal'

/** Customer number in 6 digits, invoice number in 8, and a MOD10 check digit (Luhn), as agreed with the bank: 15 digits. */
export function kid(customerNumber: bigint, invoiceNumber: bigint): string | Refusal<'number too long for KID'> {
  const base = customerNumber.toString().padStart(6, '0') + invoiceNumber.toString().padStart(8, '0')
  return base.length === 14 ? base + checkDigit(base) : refuse('number too long for KID')
}

export function isKid(digits: string): boolean {
  return /^\d{2,25}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1)
}

/** MOD10: from the right, every digit times 2, 1, 2, 1 …; digit sums added up; what is missing to the next ten. */
export function checkDigit(base: string): string {
  const sum = [...base].toReversed().reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
