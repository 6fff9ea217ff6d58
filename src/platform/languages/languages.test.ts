import { describe, expect, it } from 'vitest'
import { languageOf, otherLanguage, pathIn } from './languages.ts'

describe('the language of a page', () => {
  it('is bokmål unless the address starts with /en', () => {
    expect(['/', '/produkter', '/en', '/en/products', '/energi'].map((path) => languageOf(path))).toEqual([
      'nb',
      'nb',
      'en',
      'en',
      'nb',
    ])
  })

  it('leads to the same page in the other language and back', () => {
    for (const path of ['/produkter/22326', '/personvern/versjoner', '/logg-inn']) {
      expect(pathIn('nb', pathIn('en', path))).toBe(path)
    }
    expect(otherLanguage('/en/products')).toEqual({ language: 'nb', path: '/produkter' })
  })

  it('leads to the front page where the other language has no such page', () => {
    expect(pathIn('en', '/ukjent')).toBe('/en')
  })
})
