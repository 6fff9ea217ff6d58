import { expect, it } from 'vitest'
import { typedLadder, writtenLadder } from './typed-ladder.ts'
import { writtenUnitPrice } from '#money'

it('reads steps as people type and paste them', () => {
  const steps = [
    { minQuantity: 50, unitPriceE4: 799_000n },
    { minQuantity: 1000, unitPriceE4: 558_050n },
  ]
  for (const typed of [
    '50 79,90\n1000 55,805',
    '50\t79,9\n1 000\t55,805 kr',
    '50;79.90\r\n1000;55.805\n',
    '50: 79,90\n1000: 55,805',
  ])
    expect(typedLadder(typed)).toEqual(steps)
  expect(typedLadder(writtenLadder(steps, (price) => writtenUnitPrice(price, 'nb')))).toEqual(steps)
})

it('reads nothing as no steps, and refuses what is no step', () => {
  expect(typedLadder(' \n')).toEqual([])
  for (const typed of ['50', 'femti 79,90', '0 10', '50 79,90123', '-5 10'])
    expect(typedLadder(typed)).toEqual({ refused: 'not a step', field: 'ladder' })
})
