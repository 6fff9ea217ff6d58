/** A whole number as people write it, such as `1 000` and `1.000`; undefined for anything else, and below 1 or above `most`. */
export function wholeNumber(typed: string, most: number): number | undefined {
  const plain = typed.replace(/\s/g, '')
  const number = /^(?:\d{1,8}|\d{1,3}(?:\.\d{3})+)$/.test(plain) ? Number(plain.replaceAll('.', '')) : 0
  return number >= 1 && number <= most ? number : undefined
}
