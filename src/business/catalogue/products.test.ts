import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#database'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { mostOrdered } from './most-ordered.ts'
import { productBySku, products, shelfCounts, type Asked } from './products.ts'
import { saveProduct, type ProductFacts } from './save-product.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse

const mug: ProductFacts = {
  sku: '22326',
  name: 'STEEL MUG 35CL',
  nameNb: 'Termokopp 35 cl',
  category: 'drink',
  description: null,
  vatRate: 2500,
  stock: 3140,
  leadDays: 5,
  decoration: 'Gravering',
  setupCost: 45_000n,
  listed: true,
  ladder: [
    { minQuantity: 1000, unitPriceE4: 558_000n },
    { minQuantity: 50, unitPriceE4: 799_000n },
  ],
}
const save = (facts: Partial<ProductFacts>, id?: string) => saveProduct(house.for('deliver'), now, id, { ...mug, ...facts })
const find = async (more: Partial<Asked>) =>
  (await products(house.for('deliver'), { search: '', sort: 'name', page: 1, pageSize: 20, ...more })).rows.map(({ sku }) => sku)

beforeAll(async () => {
  house = await openTestHouse()
  await save({})
  await save({
    sku: '85099B',
    name: 'JUMBO BAG',
    nameNb: 'Bærenett',
    category: 'bags',
    stock: 12_000,
    ladder: [{ minQuantity: 100, unitPriceE4: 179_000n }],
  })
  await save({ sku: 'OLD', name: 'OLD MUG', nameNb: null, listed: false, ladder: [] })
})
afterAll(() => house?.close())

describe('the shop shows', () => {
  it('what is listed, by words in either language or number, in any order and case', async () => {
    expect(await find({})).toEqual(['85099B', '22326'])
    expect(await find({ search: '35 termokopp' })).toEqual(['22326'])
    expect(await find({ search: 'jumbo' })).toEqual(['85099B'])
    expect(await find({ search: '850' })).toEqual(['85099B'])
    expect(await find({ search: '%' })).toEqual([])
  })

  it('a shelf, sorted by price or stock, a page at a time', async () => {
    expect(await find({ category: 'drink' })).toEqual(['22326'])
    expect(await find({ sort: 'price' })).toEqual(['85099B', '22326'])
    expect(await find({ sort: 'popular', pageSize: 1, page: 2 })).toEqual(['22326'])
    expect(Object.fromEntries(await shelfCounts(house.for('deliver'), ''))).toEqual({ drink: 1, bags: 1 })
  })

  it('one product with its whole ladder, rising', async () => {
    const product = await productBySku(house.for('deliver'), '22326')
    expect(product?.ladder.map(({ minQuantity }) => minQuantity)).toEqual([50, 1000])
    expect(await productBySku(house.for('deliver'), 'NOPE')).toBeUndefined()
  })

  it('what was ordered most of late, then what is in stock; an order that came or was cancelled just now counts at once', async () => {
    const most = async (wanted = 8) => (await mostOrdered(house.for('deliver'), wanted)).map(({ sku }) => sku)
    expect(await most()).toEqual(['85099B', '22326'])
    await order('22326')
    expect([await most(), await most(1)]).toEqual([['22326', '85099B'], ['22326']])
    const cancelled = [await order('85099B'), await order('85099B')]
    expect([await most(), await most(1)]).toEqual([['85099B', '22326'], ['85099B']])
    await house.owner.updateTable('core.sales_order').set({ cancelled_at: now }).where('id', 'in', cancelled).execute()
    expect(await most()).toEqual(['22326', '85099B'])
  })

  async function order(sku: string): Promise<string> {
    const account = newId(now)
    const id = newId(now)
    const product = await productBySku(house.for('deliver'), sku)
    await house.owner
      .insertInto('core.account')
      .values({ account_id: account, kind: 'customer', created_at: now, last_active_at: now })
      .execute()
    await house.owner
      .insertInto('core.sales_order')
      .values({ account_id: account, id, number: id, source: 'import', net: 1n, vat: 0n, gross: 1n, confirmed_at: now })
      .execute()
    await house.owner
      .insertInto('core.order_line')
      .values({
        account_id: account,
        order_id: id,
        line: 1,
        kind: 'product',
        product_id: product!.id,
        description: 'x',
        quantity: 1,
        unit_price_e4: 1n,
        vat_rate: 2500,
        net: 1n,
      })
      .execute()
    return id
  }
})

describe('saving a product', () => {
  it('replaces its ladder', async () => {
    const { id } = (await productBySku(house.for('deliver'), '85099B'))!
    await save({ sku: '85099B', name: 'JUMBO BAG', category: 'bags', ladder: [{ minQuantity: 10, unitPriceE4: 199_000n }] }, id)
    expect((await productBySku(house.for('deliver'), '85099B'))!.ladder).toEqual([{ minQuantity: 10, unitPriceE4: 199_000n }])
  })

  it.each<[string, Partial<ProductFacts>]>([
    ['no number', { sku: ' ' }],
    ['no name', { name: '' }],
    ['no such shelf', { category: 'toString' }],
    ['not a vat rate', { vatRate: 1111 }],
    ['below zero', { stock: -1 }],
    ['no price', { ladder: [] }],
    [
      'same step twice',
      {
        ladder: [
          { minQuantity: 1, unitPriceE4: 2n },
          { minQuantity: 1, unitPriceE4: 1n },
        ],
      },
    ],
    [
      'price rises with quantity',
      {
        ladder: [
          { minQuantity: 1, unitPriceE4: 1n },
          { minQuantity: 10, unitPriceE4: 2n },
        ],
      },
    ],
    ['number is taken', { sku: '22326' }],
  ])('is refused with %s, and nothing is kept', async (reason, facts) => {
    const answer = await save({ sku: 'NEW', ...facts })
    expect(refused(answer) && answer.refused).toBe(reason)
    expect(await productBySku(house.for('deliver'), 'NEW')).toBeUndefined()
  })
})
