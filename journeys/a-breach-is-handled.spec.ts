import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { writeLetters } from '#breach'
import { newId } from '#database'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf, type Somebody, visitAs } from './signed-in.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

async function pageOf(somebody: Somebody, width: 390 | 1280 = 1280): Promise<Page> {
  const context = await visitAs(site, somebody, { width })
  return context.newPage()
}

/** What a clock in Oslo shows so many hours ago, as a field for date and time takes it. */
const wall = (hoursAgo: number) =>
  new Date(Date.now() - hoursAgo * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).slice(0, 16).replace(' ', 'T')

let address = ''

it('is reported by whoever sees it, who is not shown the register', async () => {
  const page = await pageOf({ staff: 'salesperson' })
  await page.goto('/desk/avvik')
  expect(await page.getByRole('region', { name: 'Register over avvik' }).count()).toBe(0)
  await page.getByLabel('Hva skjedde?').fill('Kundekortet til 13097248022 ble vist for en kollega.')
  await page.getByLabel('Når ble vi klar over det?').fill(wall(70))
  await page.getByRole('button', { name: 'Meld avviket' }).click()
  await page.getByText('Dette ser ut som et fødselsnummer.').waitFor()
  await page.getByLabel('Hva skjedde?').fill('Et kundekort ble vist for noen i et annet firma.')
  expect(await page.getByLabel('Når ble vi klar over det?').inputValue()).not.toBe('')
  await page.getByRole('button', { name: 'Meld avviket' }).click()
  await page.getByRole('heading', { name: /Meldt som A-\d{4}-0001/ }).waitFor()
  expect(await faults(page)).toEqual([])
})

it('stands first on the officer’s day, with the hours that are left, and not on the salesperson’s', async () => {
  const officer = await pageOf({ staff: 'privacy_officer' })
  await officer.goto('/desk')
  expect(await officer.locator('.waiting li').first().innerText()).toMatch(
    /^1\s+avvik er verken meldt[\s\S]*[12] timer igjen av 72$/,
  )
  expect(await officer.getByRole('link', { name: 'Avvik 1 venter' }).count()).toBe(1)
  const salesperson = await pageOf({ staff: 'salesperson' })
  await salesperson.goto('/desk')
  expect(await salesperson.locator('.waiting').innerText()).not.toContain('avvik')
})

it('has a clock, and the logs say whom it concerns', async () => {
  const { owner } = site.house
  const kari = await owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', cast.kari.contact.email)
    .executeTakeFirstOrThrow()
  const seen = new Date(Date.now() - 71 * 3_600_000)
  await owner
    .insertInto('core.reading')
    .values({
      account_id: kari.account_id,
      id: newId(seen),
      person_id: kari.id,
      staff_user_id: 'siv',
      staff_role: 'salesperson',
      purpose: 'case_documentation',
      subject: 'customer card',
      at: seen,
    })
    .execute()
  const page = await pageOf({ staff: 'privacy_officer' })
  await page.goto('/desk/avvik')
  await pictured(page, 'breaches')
  expect(await page.locator('td .ds-tag').innerText()).toBe('klokken går')
  await page.getByRole('link', { name: /^A-/ }).click()
  // Whole hours: the second of the two has begun.
  await page.getByRole('heading', { name: '1 time igjen' }).waitFor()
  address = new URL(page.url()).pathname
  await page.getByLabel('Fra').fill(wall(72))
  await page.getByLabel('Til', { exact: true }).fill(wall(70.5))
  await page.getByRole('button', { name: 'Finn de berørte' }).click()
  await page.getByText('De berørte er funnet.').waitFor()
  expect(await page.getByText('Kontaktopplysninger: 1').count()).toBe(1)
  expect(await faults(page)).toEqual([])
  await pictured(page, 'breach')
})

it('is notified in stages, with everything the form asks for, as text and for programs', async () => {
  const page = await pageOf({ staff: 'privacy_officer' })
  await page.goto(address)
  await page.getByLabel('Meldingen er').selectOption('yes')
  await page.getByRole('button', { name: 'Før som sendt' }).click()
  await page.getByText('Vurder risikoen før du sender den endelige meldingen.').waitFor()
  await page.getByLabel('Meldingen er').selectOption('no')
  await page.getByRole('button', { name: 'Før som sendt' }).click()
  await page.getByText('Meldingen er ført.').waitFor()
  const cookie = await cookieOf(site, { staff: 'privacy_officer' })
  const text = await (await fetch(`${site.url}${address}/melding.txt`, { headers: { cookie } })).text()
  expect(text).toContain('Type brudd:')
  expect(text).toContain('melding nr. 2')
  const json = (await (await fetch(`${site.url}${address}/melding.json`, { headers: { cookie } })).json()) as {
    persons: { counted: number }
  }
  expect(json.persons.counted).toBe(1)
  const stranger = await fetch(`${site.url}${address}/melding.json`, { redirect: 'manual' })
  expect(stranger.headers.get('location')).toBe('/desk/logg-inn')
})

it('is told to those at high risk, and closed when nothing is missing', async () => {
  const page = await pageOf({ staff: 'privacy_officer' })
  await page.goto(address)
  await page.getByLabel('Hva kan det føre til for dem det gjelder?').fill('Et annet firma kan vite hva du har kjøpt.')
  await page.getByLabel('Hva er gjort, og hva gjøres?').fill('Kortet er lukket, og mottakeren har lovet taushet.')
  await page.getByLabel('Risiko for dem det gjelder').selectOption('high')
  await page.getByLabel('Til de berørte, på norsk').fill('Noen i et annet firma fikk se kundekortet ditt.')
  await page.getByLabel('Til de berørte, på engelsk').fill('Somebody in another company saw your record.')
  await page.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await page.getByText('Vurderingen er lagret.').waitFor()
  await page.getByRole('button', { name: 'Skriv til de berørte' }).click()
  await page.getByText('Brevene skrives nå').waitFor()
  await writeLetters(site.house.for('legal_obligation'), new Date(), address.split('/').at(-1)!, () => '--')
  const [letter] = await site.house.owner
    .selectFrom('core.mail')
    .select(['to_address', 'body'])
    .where('kind', '=', 'breach')
    .execute()
  expect(letter!.to_address).toBe(cast.kari.contact.email)
  await page.getByLabel('Meldingen er').selectOption('yes')
  await page.getByRole('button', { name: 'Før som sendt' }).click()
  await page.getByText('Meldingen er ført.').waitFor()
  await page.getByRole('button', { name: 'Lukk avviket' }).click()
  await page.getByText('Avviket er lukket.').waitFor()
  expect(await faults(page)).toEqual([])
  await pictured(page, 'breach-closed')
})

it('can be read on a telephone, and so can the list of unusual look-ups', async () => {
  const page = await pageOf({ staff: 'privacy_officer' }, 390)
  for (const [name, path] of [
    ['breaches', '/desk/avvik'],
    ['breach', address],
    ['unusual', '/desk/avvik/oppslag'],
  ] as const) {
    await page.goto(path)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await pictured(page, name)
  }
})
