import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { screenFields, type Insisted } from './screen-fields.ts'
import { saveScreeningTerms } from './screening-terms.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house?.close())
beforeEach(async () => {
  await house.owner.deleteFrom('core.refused_entry').execute()
  await house.owner.deleteFrom('core.setting').where('key', '=', 'screening.terms').execute()
})

const screened = (fields: Record<string, string>, insisted?: Insisted, form = 'note') =>
  screenFields(house.for('case_documentation'), now, form, fields, insisted)
const noted = () =>
  house.owner.selectFrom('core.refused_entry').select(['form', 'field', 'reason', 'insisted_by', 'insisted_why']).execute()

it('refuses what tells of health, faith and the like, and counts it without the text', async () => {
  expect(await screened({ note: 'Hun er SYKMELDT til jul' })).toEqual({ refused: 'special category', field: 'note' })
  expect(await screened({ note: 'He is allergic to nuts' })).toMatchObject({ refused: 'special category' })
  expect(await noted()).toEqual(
    [1, 2].map(() => ({ form: 'note', field: 'note', reason: 'special category', insisted_by: null, insisted_why: null })),
  )
})

it.each([
  [{ note: '200 nett til Kreftforeningen' }],
  [{ note: 'Fagforbundet vil ha 300 refleksvester' }],
  [{ workplace: 'Den katolske kirke, troende fellesskap', company_address: 'Kosher gate 1' }],
  [{ note: 'Diagnoseverktøyet' }],
])('lets %j through: names are no statements about anybody', async (fields) => {
  expect(await screened(fields as Record<string, string>)).toBeUndefined()
})

it('lets a claim about such data name them', async () => {
  expect(await screened({ text: 'Slett at jeg er gravid' }, undefined, 'rights form')).toBeUndefined()
})

it('goes by the merchant’s own list, and an empty one is a list', async () => {
  const terms = await saveScreeningTerms(house.for('administer'), now, 'Snus*\r\n\nsnus*\n C++ ')
  expect(terms).toEqual(['snus*', 'c++'])
  expect(await screened({ note: 'Han bruker snusdåser' })).toMatchObject({ refused: 'special category' })
  expect(await screened({ note: 'kan C++ godt' })).toMatchObject({ refused: 'special category' })
  expect(await screened({ note: 'Hun er sykmeldt' })).toBeUndefined()
  await saveScreeningTerms(house.for('administer'), now, '')
  expect(await screened({ note: 'Han bruker snus' })).toBeUndefined()
})

it('lets staff answer for a false hit, says who and why, and takes no number for a reason', async () => {
  const text = { note: 'Deres ordrenummer 13097248022' }
  expect(await screened(text)).toMatchObject({ refused: 'national identity number' })
  expect(await screened(text, { why: '  ', staffUserId: 'siv' })).toMatchObject({ refused: 'national identity number' })
  expect(await screened(text, { why: 'det er 13097248022', staffUserId: 'siv' })).toMatchObject({
    refused: 'national identity number',
  })
  expect(await screened(text, { why: 'kundens ordrenummer', staffUserId: 'siv' })).toBeUndefined()
  expect((await noted()).map(({ insisted_by: by, insisted_why: why }) => [by, why])).toEqual([
    [null, null],
    [null, null],
    [null, null],
    ['siv', 'kundens ordrenummer'],
  ])
})
