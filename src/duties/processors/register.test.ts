import { expect, it } from 'vitest'
import { mailServer } from '#mail'
import { purposeNames } from '#purposes'
import { processors, unregistered } from '#processors'
import { inventory } from '#testing'

it('has the mail server in it, as the mail room uses it', () => {
  expect(unregistered(mailServer)).toEqual([])
  expect(unregistered({ ...mailServer, fields: [...mailServer.fields, 'person.phone'] })).toEqual(['person.phone'])
  expect(unregistered({ ...mailServer, id: 'somebody' })).toEqual(['somebody'])
})

it('names only purposes and columns that are declared', () => {
  const columns = new Set<string>(
    inventory.flatMap(({ table, columns }) => Object.keys(columns).map((name) => `${table.split('.')[1]}.${name}`)),
  )
  expect(processors.flatMap(({ fields }) => fields).filter((field) => !columns.has(field))).toEqual([])
  expect(processors.flatMap(({ purposes }) => purposes).filter((purpose) => !purposeNames.includes(purpose))).toEqual([])
})

it('keeps everything in the EEA', () => {
  expect(processors.filter(({ location }) => !['NO', 'SE'].includes(location))).toEqual([])
})

it('gives the accountant no dialogue and no contact person', () => {
  const bdo = processors.find(({ id }) => id === 'bdo')!
  expect(bdo.fields.filter((field) => /^(inquiry|person|mail)/.test(field))).toEqual([])
})
