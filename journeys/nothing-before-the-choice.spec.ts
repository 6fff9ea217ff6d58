import { afterAll, beforeAll, expect, it } from 'vitest'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { chosen, receipts, watched } from './choices.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const walk = ['/', '/produkter', '/foresporsel', '/personvern', '/personvern/informasjonskapsler', '/en', '/en/privacy']

it('walks about without an answer: nothing is stored, nothing is measured, nobody else is asked', async () => {
  for (const width of [390, 1280] as const) {
    const browser = await site.visit({ width })
    const page = await browser.newPage()
    const seen = watched(page, site.url)
    for (const path of walk) {
      await page.goto(path)
      await page.mouse.wheel(0, 2000)
      expect(await page.locator('form.choice-bar').count(), path).toBe(1)
      expect(await page.locator('script').count(), path).toBe(0)
      if (path.endsWith('informasjonskapsler')) expect(await faults(page), path).toEqual([])
    }
    expect(await chosen(browser)).toBeUndefined()
    expect(await browser.cookies()).toEqual([])
    expect(seen.elsewhere).toEqual([])
    expect(seen.measured).toEqual([])
    await pictured(page, 'choice-bar')
    await browser.close()
  }
  expect(await receipts(site)).toEqual([])
})

it('is not asked when the browser itself says no', async () => {
  for (const header of ['Sec-GPC', 'DNT']) {
    const browser = await site.visit()
    await browser.setExtraHTTPHeaders({ [header]: '1' })
    const page = await browser.newPage()
    await page.goto('/')
    expect(await page.locator('form.choice-bar').count(), header).toBe(0)
    expect(await page.textContent('footer')).toContain('Nettleseren din sier nei til sporing')
    await page.goto('/personvern/informasjonskapsler')
    expect(await page.locator('main form').count()).toBe(0)
    await browser.close()
  }
})
