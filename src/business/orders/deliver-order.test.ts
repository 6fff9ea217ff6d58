import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { openTestHouse, type TestHouse } from '#testing'
import { cancelOrder, deliverOrder, oneOrder, orderList } from './orders.ts'

const monday = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function ordered() {
  const [accountId, orderId] = [newId(monday), newId(monday)]
  await house.owner
    .insertInto('core.account')
    .values({ account_id: accountId, kind: 'customer', name: 'Fjordbris Reklame AS', created_at: monday, last_active_at: monday })
    .execute()
  await house.owner
    .insertInto('core.sales_order')
    .values({
      account_id: accountId,
      id: orderId,
      number: `O-2026-${orderId.slice(-5)}`,
      source: 'quote',
      net: 100n,
      vat: 25n,
      gross: 125n,
      confirmed_at: monday,
    })
    .execute()
  return { accountId, orderId }
}

it('is delivered once, on a day between the order and today', async () => {
  const which = await ordered()
  const deliver = (day: string) =>
    deliverOrder(house.for('deliver'), monday, { ...which, deliveredAt: new Date(`${day}T10:00:00Z`) })
  expect(await deliver('2026-11-24')).toEqual({ refused: 'delivered in the future', field: 'deliveredOn' })
  expect(await deliver('2026-11-22')).toEqual({ refused: 'delivered before it was ordered', field: 'deliveredOn' })
  expect(await deliver('2026-11-23')).toEqual({ delivered: true })
  expect(await deliver('2026-11-23')).toEqual({ refused: 'not now' })
  expect((await oneOrder(house.for('administer'), which.orderId))!.state).toBe('delivered')
})

it('can be called off once, and not delivered after that', async () => {
  const which = await ordered()
  expect(await cancelOrder(house.for('invoice'), monday, which)).toEqual({ cancelled: true })
  expect(await cancelOrder(house.for('invoice'), monday, which)).toEqual({ refused: 'not now' })
  expect(await deliverOrder(house.for('deliver'), monday, { ...which, deliveredAt: monday })).toEqual({ refused: 'not now' })
  const { orders } = await orderList(house.for('administer'), { state: 'cancelled' })
  expect(orders.map(({ id }) => id)).toEqual([which.orderId])
})
