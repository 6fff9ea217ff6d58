/** A whole number as people write it, such as `1 000` and `1.000`; undefined for anything else, and below 1 or above ten million. */
export function wholeNumber(typed: string): number | undefined {
  const digits = typed.replace(/[\s.]/g, '')
  const number = /^\d{1,8}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= 10_000_000 ? number : undefined
}
