import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf, writtenDay } from '#clock'
import { newId } from '#database'
import { inventory } from '#inventory'
import { closeOffDue, tellSuppliersOfEnds } from '#relationship'
import { sweep } from '#retention'
import { cast } from '../samples/cast.ts'
import { faults, openSite, type Site } from './browser.ts'
import { type Somebody, visitAs } from './signed-in.ts'

let site: Site
let kari: Page
let desk: Page
let account: string
let person: string
const begun = new Date()
const { email } = cast.kari.contact

beforeAll(async () => {
  site = await openSite()
  kari = await pageOf({ customer: email })
  desk = await pageOf({ staff: 'host' })
  const found = await site.house.owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  account = found.account_id
  person = found.id
  await sql`insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
    values (${account}, ${newId(begun)}, 'Lise', 'Berg', 'lise@fjordbris.example', 'nb', ${begun}, ${begun})`.execute(
    site.house.owner,
  )
}, 120_000)
afterAll(() => site.close())

async function pageOf(who: Somebody): Promise<Page> {
  const browser = await visitAs(site, who, 'customer' in who ? { width: 390, without: 'script' } : {})
  return browser.newPage()
}

const hands = () => ({ legal: site.house.for('legal_obligation'), rights: site.house.for('rights_handling') })
/** A night so many days from now: what the jobs do, in their order. */
async function night(days: number): Promise<void> {
  const at = new Date(begun.getTime() + days * 86_400_000)
  await tellSuppliersOfEnds(hands(), at)
  await closeOffDue(hands(), inventory, at)
  await sweep({ legal: site.house.for('legal_obligation'), security: site.house.for('security') }, inventory, at)
}
const namesOf = async () =>
  (
    await site.house.owner
      .selectFrom('core.person')
      .select('first_name')
      .where('account_id', '=', account)
      .orderBy('first_name')
      .execute()
  ).map(({ first_name }) => first_name)

it('sees what goes when before she decides, and ends it with one press', async () => {
  await kari.goto('/min-side')
  await kari.click('text=Avslutt kundeforholdet, og se hva som slettes når')
  const text = (await kari.textContent('main'))!
  expect(text).toContain('kollegene dine er kunder som før')
  expect(text).toContain('bokføringsloven § 13')
  expect(text).toContain(writtenDay(dayOf(begun), 'nb'))
  await kari.click('main button')
  expect(await kari.textContent('h1')).toBe('Kundeforholdet er slutt')
  await kari.goto('/min-side')
  expect(await kari.textContent('main')).toContain('Kundeforholdet er slutt:')
})

it('stands on the desk’s card with its reason and dates, and her colleague goes on', async () => {
  await desk.goto(`/desk/kunder/${account}`)
  const card = desk.locator('section[aria-label="Kari Nordmann"]')
  await card.locator(`summary:has-text("Kundeforholdet sluttet ${writtenDay(dayOf(begun), 'nb')}: etter ønske")`).click()
  expect(await card.locator('.dates').textContent()).toContain('Kontaktopplysninger og innlogging er borte')
  expect(await desk.locator('section[aria-label="Lise Berg"]').textContent()).not.toContain('Kundeforholdet sluttet')
  expect(await faults(desk)).toEqual([])
})

it('waits for what is not paid, and asks the suppliers when it is', async () => {
  const instructed = async () =>
    (
      await sql<{
        recipient: string
      }>`select recipient from core.instruction where kind = 'relationship_end' and person_id = ${person}`.execute(
        site.house.owner,
      )
    ).rows.length
  await sql`update core.sales_order set delivered_at = null where account_id = ${account}`.execute(site.house.owner)
  await night(31)
  expect([await namesOf(), await instructed()]).toEqual([['Kari', 'Lise'], 0])
  await sql`update core.sales_order set delivered_at = ${begun} where account_id = ${account}`.execute(site.house.owner)
  await sql`insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at)
    select account_id, gen_random_uuid(), id, gross, ${dayOf(begun)}, ${begun} from core.invoice where account_id = ${account} and kind = 'invoice'`.execute(
    site.house.owner,
  )
  await night(1)
  expect(await namesOf()).toEqual(['Kari', 'Lise'])
  expect(await instructed()).toBeGreaterThan(0)
  await desk.goto(`/desk/kunder/${account}`)
  expect(await desk.textContent('main')).toContain('ble bedt om å slette')
})

it('after thirty days she is gone and so is her sign-in; her colleague, the firm and what the law keeps are there', async () => {
  await night(31)
  expect(await namesOf()).toEqual(['Lise'])
  expect((await sql`select 1 from core.portal_login where person_id = ${person}`.execute(site.house.owner)).rows).toEqual([])
  await kari.goto('/min-side')
  expect(new URL(kari.url()).pathname).toBe('/logg-inn')

  await desk.goto(`/desk/kunder/${account}`)
  expect(await desk.textContent('h1')).toBe('Fjordbris Reklame AS')
  expect(await desk.textContent('main')).not.toContain('Kari')
  expect(await desk.textContent('main')).toContain('Lise')
  for (const [what, law] of [
    ['Ordre', 'bokføringsloven § 13'],
    ['Faktura', 'bokføringsloven § 13'],
  ] as const) {
    await desk.goto(`/desk/kunder/${account}`)
    await desk.click(`.timeline a:has-text("${what}") >> nth=0`)
    const end = desk.locator('.ds-card', { hasText: /Slettes 01\.01\.20\d\d/ })
    expect(await end.textContent(), what).toContain(law)
  }
})
