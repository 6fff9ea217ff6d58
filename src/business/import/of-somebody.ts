import { unlawfulNumber } from '#http'

export const whyOfSomebody = 'a national identity number stands in it: it is not taken'

/** No list brings such a number in, and no report says which it was (promise 2.1-e). An EAN may look like a card's, so cards are not looked for. */
export function isOfSomebody(text: string): boolean {
  return unlawfulNumber(text) === 'national identity number'
}
