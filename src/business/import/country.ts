/** ISO 3166 codes of the countries that the retail file names. What is no country of one code keeps ZZ, "unknown". */
const codes: Readonly<Record<string, string>> = {
  Australia: 'AU', Austria: 'AT', Bahrain: 'BH', Belgium: 'BE', Brazil: 'BR', Canada: 'CA', Cyprus: 'CY', 'Czech Republic': 'CZ',
  Danmark: 'DK', Denmark: 'DK', EIRE: 'IE', Finland: 'FI', France: 'FR', Germany: 'DE', Greece: 'GR', 'Hong Kong': 'HK',
  Iceland: 'IS', Israel: 'IL', Italy: 'IT', Japan: 'JP', Lebanon: 'LB', Lithuania: 'LT', Malta: 'MT', Netherlands: 'NL',
  Norge: 'NO', Norway: 'NO', Poland: 'PL', Portugal: 'PT', RSA: 'ZA', 'Saudi Arabia': 'SA', Singapore: 'SG', Spain: 'ES',
  Sverige: 'SE', Sweden: 'SE', Switzerland: 'CH', USA: 'US', 'United Arab Emirates': 'AE', 'United Kingdom': 'GB',
}

export function countryCode(name: string): string {
  return /^[A-Z]{2}$/.test(name) ? name : (codes[name] ?? 'ZZ')
}
