import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOrganisationNumber } from '#customers'
import { openTestHouse, type TestHouse } from '#testing'
import { controller, sampleController, saveController, signature } from './merchant.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house?.close())

it('nothing is said in nobody’s name: without the record there is an error, not a blank', async () => {
  await expect(controller(house.for('deliver'))).rejects.toThrow('the setting "controller" is missing')
})

it('the record is kept whole or not at all, and every purpose reads the same', async () => {
  await expect(saveController(house.owner, now, { ...sampleController, organisationNumber: '12' })).rejects.toThrow(
    'organisationNumber',
  )
  await saveController(house.owner, now, sampleController)
  await saveController(house.owner, now, { ...sampleController, phone: '+47 55 11 11 11' })
  for (const purpose of ['deliver', 'administer', 'invoice', 'case_documentation', 'marketing'] as const) {
    expect(await controller(house.for(purpose))).toEqual({ ...sampleController, phone: '+47 55 11 11 11' })
  }
})

it('the sample merchant’s number is of the synthetic series, and its check digit is right', () => {
  expect(readOrganisationNumber(sampleController.organisationNumber)).toMatch(/^3/)
})

it('every letter ends with who we are and where the statement stands, in its own language', () => {
  expect(signature(sampleController, 'nb', 'https://ntcprofil.example').split('\n')).toEqual([
    '--',
    'NTC Gave og Profilering AS',
    'Org.nr. 312 007 177 MVA',
    'Postboks 214, 5804 Bergen',
    'post@ntcprofil.example · +47 55 00 00 00',
    'Personvern: https://ntcprofil.example/personvern',
  ])
  expect(signature(sampleController, 'en', 'https://ntcprofil.example')).toContain(
    'Privacy: https://ntcprofil.example/en/privacy',
  )
})
