import { expect, it } from 'vitest'
import { onlyRegistered } from './cookies.ts'

function after(...cookies: string[]) {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  const dropped = onlyRegistered(headers)
  return { dropped, kept: headers.getSetCookie() }
}

const session = 'ordholden.session_token=abc.def%3D; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax'

it('lets a registered cookie through as it is, with or without its https prefix', () => {
  expect(after(session, `__Secure-${session}; Secure`)).toEqual({ dropped: [], kept: [session, `__Secure-${session}; Secure`] })
})

it('drops what is not in the register', () => {
  expect(after('_ga=GA1.2.3; Path=/', session)).toEqual({ dropped: ['_ga'], kept: [session] })
})

it('drops a registered name that lives a second too long, holds free text, or can be read by scripts', () => {
  expect(after(session.replace('43200', '43201')).kept).toEqual([])
  expect(after('ordholden.session_token=kari@fjordbris.example; HttpOnly; SameSite=Lax').kept).toEqual([])
  expect(after('ordholden.session_token=abc; SameSite=Lax').kept).toEqual([])
})

it('lets a cookie be taken away', () => {
  expect(after('ordholden.session_token=; Max-Age=0; Path=/').kept).toHaveLength(1)
})
