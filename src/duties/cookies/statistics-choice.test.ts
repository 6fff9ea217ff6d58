import { expect, it } from 'vitest'
import { statisticsAllowed, statisticsChoice } from './cookies.ts'

const said = (headers: Record<string, string>) => statisticsChoice(new Headers(headers))

it('is nothing until somebody says something', () => {
  expect(said({})).toBe('none')
  expect(said({ cookie: 'ordholden.session_token=x; ordholden.statistics=maybe' })).toBe('none')
  expect(said({ cookie: 'not-ordholden.statistics=yes' })).toBe('none')
})

it('is what the cookie remembers', () => {
  expect(said({ cookie: 'a=b; ordholden.statistics=yes' })).toBe('yes')
  expect(said({ cookie: '__Host-ordholden.statistics=no; a=b' })).toBe('no')
  expect(statisticsAllowed(new Request('https://ntcprofil.example/', { headers: { cookie: 'ordholden.statistics=yes' } }))).toBe(
    true,
  )
})

it('is no when the browser says so, even if somebody has said yes before', () => {
  expect(said({ cookie: 'ordholden.statistics=yes', 'sec-gpc': '1' })).toBe('no')
  expect(said({ cookie: 'ordholden.statistics=yes', dnt: '1' })).toBe('no')
  expect(said({ cookie: 'ordholden.statistics=yes', dnt: '0' })).toBe('yes')
})
