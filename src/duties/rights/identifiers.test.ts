import { expect, it } from 'vitest'
import { patternOf } from './identifiers.ts'

const { pattern, hints } = patternOf(
  { email: 'kari@firma.example', phone: '+47 912 34 567', first_name: 'Kari', last_name: 'Nordmann' },
  ['019ab000-0000-7000-8000-000000000001'],
)
const finds = (text: string) => new RegExp(pattern, 'i').test(text)

it.each([
  'Til: Kari@Firma.example.',
  '{"to":"kari@firma.example"}',
  'ring 91234567',
  'ring 912 34 567',
  '004791234567',
  'Kari  Nordmann',
  'Nordmann, Kari',
])('finds %s', (text) => {
  expect(finds(text)).toBe(true)
  expect(hints.filter((hint) => new RegExp(hint, 'i').test(text))).toHaveLength(1)
})

it.each(['ole.kari@firma.example', 'kari@firma.example-gruppen.no', 'Kari', 'Okari Nordmannsen', '5912345678', 'a91234567b'])(
  'does not mistake %s for her',
  (text) => {
    expect(finds(text)).toBe(false)
  },
)

it('finds nothing when nothing is known', () => {
  expect(
    new RegExp(patternOf({ email: null, phone: null, first_name: 'Kari', last_name: null }, []).pattern).test(
      'Kari, hva som helst',
    ),
  ).toBe(false)
})
