import { expect, it } from 'vitest'
import { asCategory, categoryOf } from './category.ts'

it.each([
  ['WHITE HANGING HEART T-LIGHT HOLDER', 'light'],
  ['RETROSPOT TEA SET CERAMIC 11 PC', 'drink'],
  ['JUMBO BAG RED RETROSPOT', 'bags'],
  ["PAPER CHAIN KIT 50'S CHRISTMAS", 'christmas'],
  ['ALARM CLOCK BAKELIKE PINK', 'time'],
  ['ASSORTED COLOUR BIRD ORNAMENT', 'garden'],
  ['SET 7 BABUSHKA NESTING BOXES', 'other'],
  ['PACK OF 72 RETROSPOT CAKE CASES', 'kitchen'],
])('%s stands on the shelf "%s"', (name, shelf) => expect(categoryOf(name)).toBe(shelf))

it('puts what stands on an unknown shelf on the last', () => {
  expect(['drink', 'toString', 'MUGS'].map(asCategory)).toEqual(['drink', 'other', 'other'])
})
