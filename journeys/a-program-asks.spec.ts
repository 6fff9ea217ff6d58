import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApi } from '../src/web/open-api.ts'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const described = openApi('http://localhost')
const { Product, Inquiry } = described.components.schemas

function post(body: unknown) {
  return fetch(new URL('/api/v1/inquiries', site.url), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}

it('reads a description that is true: each product has the properties it names and no other', async () => {
  const published = (await (await fetch(new URL('/api/v1/openapi.json', site.url))).json()) as typeof described
  expect(Object.keys(published.paths)).toEqual(Object.keys(described.paths))
  const { products, total } = (await (await fetch(new URL('/api/v1/products?pageSize=100', site.url))).json()) as {
    products: object[]
    total: number
  }
  expect(products.length).toBe(100)
  expect(total).toBeGreaterThan(100)
  for (const product of products) expect(Object.keys(product).toSorted()).toEqual(Object.keys(Product.properties).toSorted())
})

it('asks with every field the description names, and is refused one that it does not', async () => {
  const whole = {
    kind: 'question',
    body: 'Når kan dere levere?',
    email: 'tom@brygga.example',
    phone: '+47 917 89 013',
    language: 'nb',
    items: [],
  }
  expect(Object.keys(whole).toSorted()).toEqual(Object.keys(Inquiry.properties).toSorted())
  const received = await post(whole)
  expect([received.status, Object.keys((await received.json()) as object).toSorted()]).toEqual([201, ['answerBy', 'number']])
  const ninth = await post({ ...whole, birthday: '1990-01-01' })
  expect([ninth.status, ninth.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
})

it.each([
  ['no JSON', 'kind=question', 400],
  ['no address', JSON.stringify({ kind: 'question', body: 'Hei' }), 422],
  [
    'a national identity number',
    JSON.stringify({ kind: 'question', email: 'tom@brygga.example', body: 'Jeg er 13097248022' }),
    422,
  ],
])('is told what is wrong with %s as problem details', async (_, body, status) => {
  const answer = await fetch(new URL('/api/v1/inquiries', site.url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ type: 'about:blank', status })
  expect(JSON.stringify(await site.house.owner.selectFrom('core.inquiry_message').select('body').execute())).not.toContain(
    '13097248022',
  )
})
