import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refused } from '#refusal'
import { checkDigit, readOrganisationNumber, writtenOrganisationNumber } from './organisation-number.ts'

const eight = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String)
const valid = eight.filter((digits) => checkDigit(digits) !== undefined).map((digits) => `${digits}${checkDigit(digits)}`)

describe('an organisation number', () => {
  it('is known from Brønnøysund: their own number passes', () => {
    expect(readOrganisationNumber('974 760 673')).toBe('974760673')
  })

  it('is read as people write it', () => {
    const written = ['974760673', ' 974 760 673 ', 'NO974760673MVA', 'NO 974 760 673 MVA', '974.760.673', '974\u00a0760\u00a0673']
    expect(written.map(readOrganisationNumber)).toEqual(written.map(() => '974760673'))
  })

  it('is refused when it is not nine digits', () => {
    for (const typed of ['', '97476067', '9747606733', '97476067A', '01010112345']) {
      expect(readOrganisationNumber(typed)).toEqual({ refused: 'not nine digits', field: 'organisationNumber' })
    }
  })

  it('is refused when it is nothing but noughts, which would pass as a sum', () => {
    expect(readOrganisationNumber('000 000 000')).toEqual({ refused: 'wrong check digit', field: 'organisationNumber' })
  })

  it('is refused when the check digit would have to be ten', () => {
    const impossible = '10000013'
    expect(checkDigit(impossible)).toBeUndefined()
    for (let last = 0; last < 10; last++) expect(refused(readOrganisationNumber(`${impossible}${last}`))).toBe(true)
  })

  it('is refused with any one digit changed', () => {
    fc.assert(
      fc.property(valid, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const changed = (Number(number[place]) + by) % 10
        expect(refused(readOrganisationNumber(number.slice(0, place) + changed + number.slice(place + 1)))).toBe(true)
      }),
    )
  })

  it('is refused with two unlike neighbours swapped', () => {
    fc.assert(
      fc.property(valid, fc.nat(7), (number, place) => {
        fc.pre(number[place] !== number[place + 1])
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
        expect(refused(readOrganisationNumber(swapped))).toBe(true)
      }),
    )
  })

  it('is written in threes and read back the same', () => {
    fc.assert(fc.property(valid, (number) => readOrganisationNumber(writtenOrganisationNumber(number)) === number))
    expect(writtenOrganisationNumber('974760673')).toBe('974\u00a0760\u00a0673')
  })
})
