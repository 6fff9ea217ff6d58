/** Both ways: what a browser is made to keep stands in the register, and what stands there is something a browser is made to keep. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deviceStorage } from '#cookies'
import { openSite, type Site } from './browser.ts'
import { firstComesIn, password } from './signed-in.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

it('is made to keep each thing in the register by answering and signing in, and nothing besides', async () => {
  const browser = await site.visit()
  const page = await browser.newPage()
  const kept = new Set<string>()
  const remember = async () => {
    for (const { name } of await browser.cookies()) kept.add(name)
  }
  await page.goto('/')
  await remember()
  expect([...kept]).toEqual([])
  await page.getByRole('button', { name: 'Avvis alle', exact: true }).click()
  await page.getByText('Du har sagt nei til statistikk.').waitFor()
  await remember()

  await firstComesIn(page, site, { name: 'Ingrid Vik', email: 'ingrid@ntcprofil.example' })
  await remember()

  await browser.clearCookies({ name: 'ordholden.session_token' })
  await page.goto('/desk/logg-inn')
  await page.fill('[name=email]', 'ingrid@ntcprofil.example')
  await page.fill('[name=password]', password)
  await page.click('text=Neste')
  await page.waitForURL('**/kode')
  await remember()
  expect([...kept].toSorted()).toEqual(deviceStorage.map(({ name }) => name).toSorted())
  await browser.close()
})
