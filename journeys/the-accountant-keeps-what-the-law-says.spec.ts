import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory } from '#inventory'
import { purposeNames } from '#purposes'
import { sweep } from '#retention'
import { cast } from '../samples/cast.ts'
import { faults, openSite, type Site } from './browser.ts'
import { visitAs } from './signed-in.ts'

type Document = { readonly id: string; readonly order: string; readonly name: string }

let site: Site
let desk: Page
let kept: readonly Document[]
let first: Document

beforeAll(async () => {
  site = await openSite()
  desk = await accountant()
  kept = await documents()
  first = kept[0]!
}, 120_000)
afterAll(() => site.close())

async function accountant(): Promise<Page> {
  const browser = await visitAs(site, { staff: 'accountant' })
  return browser.newPage()
}

async function documents(): Promise<Document[]> {
  const { rows } = await sql<Document>`select i.id, i.order_id as "order", i.kind || ' ' || i.number as name from core.invoice i
    order by i.kind desc, i.number`.execute(site.house.owner)
  return rows
}
const names = async () => (await documents()).map(({ name }) => name)
const night = (at: Date) =>
  sweep({ legal: site.house.for('legal_obligation'), security: site.house.for('security') }, inventory, at)

it('reads on the card until when a document stays, and which law says so', async () => {
  expect(kept.length).toBeGreaterThan(2)
  await desk.goto(`/desk/faktura/${first.id}`)
  const card = desk.locator('.ds-card', { hasText: /Slettes 01\.01\.20\d\d/ })
  expect(await card.textContent()).toContain('5 år etter regnskapsårets slutt (GDPR art. 6(1)(c), bokføringsloven § 13)')
  // The accountant decides about no hold, and nobody finds a button that deletes.
  expect(await card.locator('a').count()).toBe(0)
  expect(await desk.locator('main button:has-text("Slett")').count()).toBe(0)
  expect(await faults(desk)).toEqual([])
})

it('cannot be got rid of early: not by any purpose, not by a night that claims to be later, not by the customer who asks', async () => {
  for (const purpose of purposeNames)
    for (const table of ['invoice', 'invoice_line', 'payment'])
      await expect(sql.raw(`delete from core.${table}`).execute(site.house.for(purpose)), `${purpose}, ${table}`).rejects.toThrow(
        'permission denied',
      )
  await night(new Date(Date.now() + 7 * 366 * 86_400_000))
  expect(await names()).toEqual(kept.map(({ name }) => name))

  const browser = await visitAs(site, { customer: cast.fatima.contact.email }, { without: 'script' })
  const fatima = await browser.newPage()
  await fatima.goto('/min-side/slett')
  await fatima.click('main button')
  expect(await fatima.textContent('h1')).toBe('Du er slettet')
  expect(await names()).toEqual(kept.map(({ name }) => name))
})

it('goes when its years are over, with its payments, and its number and print stay in the chain', async () => {
  // The database’s clock is nobody’s to set, so the papers are made older instead.
  const ofIt = kept.filter(({ order }) => order === first.order)
  await sql`update core.invoice set issue_date = '2019-12-31', due_date = '2019-12-31' where order_id = ${first.order}`.execute(
    site.house.owner,
  )
  await sql`update core.payment set paid_on = '2019-12-31' where invoice_id in (select id from core.invoice where order_id = ${first.order})`.execute(
    site.house.owner,
  )
  await night(new Date())
  expect(await names()).toEqual(kept.filter((each) => !ofIt.includes(each)).map(({ name }) => name))
  // Seven years ahead, that night had swept the session too.
  desk = await accountant()
  expect((await desk.goto(`/desk/faktura/${first.id}`))!.status()).toBe(404)
  const { rows } = await sql<{
    left: number
    all: number
  }>`select count(*) filter (where invoice_id is null)::int as left, count(*)::int as all from core.issued_document`.execute(
    site.house.owner,
  )
  expect(rows[0]).toEqual({ left: ofIt.length, all: kept.length })
  const survivor = kept.find((each) => !ofIt.includes(each))!
  await desk.goto(`/desk/faktura/${survivor.id}`)
  expect(await desk.textContent('main')).toMatch(/Slettes 01\.01\.20\d\d/)
})
