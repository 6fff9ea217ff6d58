/** The sign a file writes before its decimals. The other one, if the file has it, stands between thousands. */
export type DecimalSign = ',' | '.'

const decimalSigns = [',', '.'] as const satisfies readonly DecimalSign[]

// Minus as typesetters, word processors and Windows-1252 write it.
const minuses = /[\u2212\u2013\ufe63\uff0d]/g
const currency = /^(?:kr\.?|NOK|GBP|EUR|USD|SEK|DKK|[£€$])\s*|\s*(?:kr\.?|NOK|GBP|EUR|USD|SEK|DKK|[£€$])$/gi
/** `120,-`: no øre. */
const noØre = /,-+$/
const behind = /^([^-]+)-$/
const space = "[\\s'’]" // \s has the spaces that do not break, and the thin ones
const wholes = (thousands: string) => `(-?(?:\\d+|[1-9]\\d{0,2}(?:${space}\\d{3})+|[1-9]\\d{0,2}(?:${thousands}\\d{3})+))`
const written: Readonly<Record<DecimalSign, RegExp>> = {
  ',': new RegExp(`^${wholes('\\.')}(?:,(\\d+))?$`),
  '.': new RegExp(`^${wholes(',')}(?:\\.(\\d+))?$`),
}

/** `-1234.5` for `−1 234,50`, `-1.234,50`, `1234,50-`; undefined for what is no number where decimals have that sign. */
export function readNumber(text: string, decimals: DecimalSign): string | undefined {
  const parts = written[decimals].exec(bare(text))
  if (!parts) return undefined
  const rest = (parts[2] ?? '').replace(/0+$/, '')
  return `${parts[1]!.replace(/[^\d-]/g, '')}${rest === '' ? '' : `.${rest}`}`
}

/** Which signs may stand before decimals, as far as this number tells: both, if it has none or is one like `1,234`. */
export function possibleSigns(text: string): DecimalSign[] {
  const number = bare(text)
  const signs = decimalSigns.filter((sign) => written[sign].test(number))
  return signs.length === 0 ? [...decimalSigns] : signs
}

/** True of `1,234`, which is more than a thousand or little more than one: it says nothing by itself. */
export function isEither(text: string): boolean {
  return /[,.]/.test(bare(text)) && possibleSigns(text).length === 2
}

function bare(text: string): string {
  const number = text.trim().replace(currency, '').replace(minuses, '-').replace(noØre, '').trim()
  return number
    .replace(behind, '-$1')
    .replace(/^-\s+/, '-')
    .replace(/^(-?)(?=[,.]\d)/, '$10')
}
