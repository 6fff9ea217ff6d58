import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { chosen, receipts } from './choices.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

it('says yes in one tab and no in another, and the no holds in both', async () => {
  const browser = await site.visit()
  const [first, second] = [await browser.newPage(), await browser.newPage()]
  await first.goto('/')
  await first.getByRole('button', { name: 'Godta alle', exact: true }).click()
  await first.waitForLoadState()
  await second.goto('/produkter')
  expect(await second.locator('form.choice-bar').count()).toBe(0)
  await second.getByRole('button', { name: 'Trekk samtykket', exact: true }).click()
  await second.waitForSelector('text=Du har sagt nei til statistikk')
  expect(await chosen(browser)).toBe('no')

  await first.goto('/foresporsel')
  expect(await first.textContent('footer')).toContain('Du har sagt nei til statistikk')
  expect(await first.locator('script').count()).toBe(0)
  expect(await chosen(browser)).toBe('no')
  await browser.close()
  expect(await receipts(site)).toEqual([
    { answer: 'no', place: 'foot' },
    { answer: 'yes', place: 'bar' },
  ])
})
