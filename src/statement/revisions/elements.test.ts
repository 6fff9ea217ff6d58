import { expect, it } from 'vitest'
import { sampleController } from '#merchant'
import { printed } from '../printed.ts'
import { elements, missingElements } from './elements.ts'

const { texts } = printed(sampleController)

it('finds every element the law demands in our own text', () => {
  expect(missingElements(texts)).toEqual([])
})

it.each(Object.entries(elements))(
  'misses %s when its sentence is gone, or says nothing in one of the languages',
  (element, [id]) => {
    expect(missingElements(texts.filter((text) => text.id !== id))).toContain(element)
    expect(missingElements(texts.map((text) => (text.id === id ? { ...text, en: ' ' } : text)))).toContain(element)
  },
)
