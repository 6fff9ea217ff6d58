/** Names that the retail file and people use beside those that Unicode knows. */
const alsoCalled: Readonly<Record<string, string>> = {
  eire: 'IE',
  rsa: 'ZA',
  usa: 'US',
  uk: 'GB',
  england: 'GB',
  'great britain': 'GB',
  'hong kong': 'HK',
  hongkong: 'HK',
  'czech republic': 'CZ',
  holland: 'NL',
}
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
let names: Map<string, string> | undefined

/** ISO 3166 code of a country by its code or its name in Norwegian or English. What is no country of one code keeps ZZ, "unknown". */
export function countryCode(name: string): string {
  if (/^[A-Z]{2}$/.test(name)) return name
  names ??= allNames()
  return names.get(name.trim().toLowerCase()) ?? 'ZZ'
}

function allNames(): Map<string, string> {
  const known = new Map(Object.entries(alsoCalled))
  for (const language of ['nb', 'nn', 'en']) {
    const said = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = said.of(code)?.toLowerCase()
      if (name === undefined || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue // a country there was
      if (!known.has(name)) known.set(name, code)
      known.set(code.toLowerCase(), code)
    }
  }
  return known
}
