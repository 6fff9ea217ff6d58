import { expect, it } from 'vitest'
import { choiceOf, googleAllowed, isAsked, rememberedAs, type Answer, type Question } from './cookies.ts'

function visitor(answer?: Answer, question: Question = 'own', more: Record<string, string> = {}) {
  const cookie = answer && rememberedAs(answer, question, false).split(';')[0]!
  return { headers: new Headers({ ...more, ...(cookie && { cookie }) }) }
}

it('takes an old yes for what was asked then, and asks anew before Google is told', () => {
  const before = visitor('yes', 'own')
  expect([choiceOf(before), googleAllowed(before), isAsked(before, 'own'), isAsked(before, 'google')]).toEqual([
    'yes',
    false,
    false,
    true,
  ])
  const after = visitor('yes', 'google')
  expect([choiceOf(after), googleAllowed(after), isAsked(after, 'own'), isAsked(after, 'google')]).toEqual([
    'yes',
    true,
    false,
    false,
  ])
})

it('takes a no for a no to both, and does not ask again', () => {
  for (const question of ['own', 'google'] as const) {
    const refusing = visitor('no', question)
    expect(choiceOf(refusing)).toBe('no')
    expect([googleAllowed(refusing), isAsked(refusing, 'own'), isAsked(refusing, 'google')]).toEqual([false, false, false])
  }
})

it('obeys a browser that says no, whatever was answered before', () => {
  const refusing = visitor('yes', 'google', { 'Sec-GPC': '1' })
  expect([choiceOf(refusing), googleAllowed(refusing), isAsked(refusing, 'google')]).toEqual([
    'no, says the browser',
    false,
    false,
  ])
})

it('takes an answer to a text that is no more for none', () => {
  const strange = { headers: new Headers({ cookie: 'ordholden.choice=yes.12345678' }) }
  expect([choiceOf(strange), googleAllowed(strange), isAsked(strange, 'own')]).toEqual(['nothing yet', false, true])
})
