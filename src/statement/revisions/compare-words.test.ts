import { expect, it } from 'vitest'
import { compareWords } from './compare-words.ts'

it('keeps what stands in both, and shows what went and what came', () => {
  expect(compareWords('Vi sletter etter 18 måneder.', 'Vi sletter alt etter 12 måneder.')).toEqual([
    { how: 'same', text: 'Vi sletter ' },
    { how: 'added', text: 'alt ' },
    { how: 'same', text: 'etter ' },
    { how: 'removed', text: '18 ' },
    { how: 'added', text: '12 ' },
    { how: 'same', text: 'måneder.' },
  ])
})

it('is both sentences again when its pieces are put together', () => {
  const [before, after] = ['Du kan si nei, når som helst.', 'Si nei når du vil, helst skriftlig.']
  const pieces = compareWords(before, after)
  const without = (how: string) =>
    pieces
      .filter((piece) => piece.how !== how)
      .map(({ text }) => text)
      .join('')
  expect([without('added').trim(), without('removed').trim()]).toEqual([before, after])
})

it('says that nothing changed, that all is new, and that all is gone', () => {
  expect(compareWords('Som før.', 'Som før.')).toEqual([{ how: 'same', text: 'Som før.' }])
  expect(compareWords('', 'Nytt.')).toEqual([{ how: 'added', text: 'Nytt.' }])
  expect(compareWords('Gammelt.', '')).toEqual([{ how: 'removed', text: 'Gammelt.' }])
})
