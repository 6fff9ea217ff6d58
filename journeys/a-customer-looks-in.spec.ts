import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRelationship } from '#customers'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

it.each([
  '/min-side',
  '/min-side/last-ned',
  '/min-side/si-nei',
  '/min-side/slett',
  '/min-side/begrens',
  '/min-side/protester',
  '/min-side/samtykker',
  '/min-side/ta-med',
  '/en/my-page',
  '/en/my-page/begrens',
])('finds %s without script, without a fault, on a phone and a desk', async (path) => {
  const customer = path.startsWith('/en') ? cast.james.contact.email : seenBy[path]!
  cookies[customer] ??= await cookieOf(site, { customer })
  const [name, value] = cookies[customer].split('=') as [string, string]
  for (const width of [390, 1280] as const) {
    const browser = await site.visit({ width })
    await browser.addCookies([{ name, value, url: site.url }])
    const page = await browser.newPage()
    expect((await page.goto(path))?.status()).toBe(200)
    await pictured(page, path.slice(1).replaceAll('/', '-'))
    expect(await page.locator('script').count()).toBe(0)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await browser.close()
  }
})

it('shows whoever is recorded twice both records, one press from each other, and nobody else’s', async () => {
  const now = new Date()
  await site.house
    .for('deliver')
    .transaction()
    .execute((tx) =>
      openRelationship(tx, now, {
        kind: 'inquirer',
        contact: { email: cast.ingrid.contact.email, phone: '+47 900 00 075' },
        language: 'nb',
        origin: { source: 'enquiry', channel: 'web', actor: 'person' },
      }),
    )
  const { email } = cast.ingrid.contact
  cookies[email] ??= await cookieOf(site, { customer: email })
  const [name, value] = cookies[email].split('=') as [string, string]
  const browser = await site.visit({ width: 390, without: 'script' })
  await browser.addCookies([{ name, value, url: site.url }])
  const page = await browser.newPage()
  await page.goto('/min-side')
  const first = (await page.textContent('main'))!.includes('+47 900 00 075')
  await page.getByText('Du står 2 ganger hos oss').waitFor()
  await page.getByRole('button', { name: 'Vis det andre' }).click()
  expect((await page.textContent('main'))!.includes('+47 900 00 075')).toBe(!first)
  await page.getByRole('button', { name: 'Vis det andre' }).click()
  expect((await page.textContent('main'))!.includes('+47 900 00 075')).toBe(first)

  const kari = await site.house.owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', cast.kari.contact.email)
    .executeTakeFirstOrThrow()
  await page.request.post('/min-side/bytt', { form: { account: kari.account_id, person: kari.id } })
  await page.goto('/min-side')
  expect(await page.textContent('main')).not.toContain(cast.kari.contact.email)
  expect((await page.textContent('main'))!.includes('+47 900 00 075')).toBe(first)
  await browser.close()
})

const cookies: Record<string, string> = {}
const seenBy: Record<string, string> = {
  '/min-side': cast.kari.contact.email,
  '/min-side/last-ned': cast.fatima.contact.email,
  '/min-side/si-nei': cast.maja.contact.email,
  '/min-side/slett': cast.ingrid.contact.email,
  '/min-side/begrens': cast.kari.contact.email,
  '/min-side/protester': cast.fatima.contact.email,
  '/min-side/samtykker': cast.maja.contact.email,
  '/min-side/ta-med': cast.ingrid.contact.email,
}
