import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, pictured, type Site } from './browser.ts'
import { chosen, receipts, storedInPage, watched } from './choices.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

/** What the eye sees of a button, but for its words and its place from left to right. */
async function look(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  // A tenth of a pixel is more than any eye sees, and less than the browser divides a line by.
  const box = (await button.boundingBox())!
  const [y, width, height] = [box.y, box.width, box.height].map((pixels) => Math.round(pixels * 10) / 10)
  const style = await button.evaluate((element) => {
    const { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight, opacity } = getComputedStyle(element)
    return { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight, opacity }
  })
  return { y, width, height, ...style }
}

it.each([
  ['/', 'Avvis alle', 'Godta alle'],
  ['/en', 'Reject all', 'Accept all'],
])('has two buttons alike on %s, on a phone and at a desk, in light and in dark', async (path, no, yes) => {
  for (const width of [390, 1280] as const) {
    const browser = await site.visit({ width })
    const page = await browser.newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      expect(await look(page, no)).toEqual(await look(page, yes))
    }
    await browser.close()
  }
})

it('takes one press and no script to say no, and is not asked again; the same for yes', async () => {
  for (const [answer, label] of [
    ['no', 'Avvis alle'],
    ['yes', 'Godta alle'],
  ] as const) {
    const browser = await site.visit({ without: 'script' })
    const page = await browser.newPage()
    await page.goto('/produkter?sok=kopp')
    await page.getByRole('button', { name: label, exact: true }).click()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/produkter?sok=kopp')
    expect(await chosen(browser)).toBe(answer)
    expect(await page.locator('form.choice-bar').count()).toBe(0)
    await page.goto('/')
    expect(await page.locator('form.choice-bar').count()).toBe(0)
    const [cookie] = await browser.cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(Math.round((cookie!.expires * 1000 - Date.now()) / 86_400_000)).toBe(365)
    await browser.close()
  }
  expect(await receipts(site)).toEqual([
    { answer: 'no', place: 'bar' },
    { answer: 'yes', place: 'bar' },
  ])
})

it('has in Norwegian a no in English beside them, and no yes', async () => {
  const page = await (await site.visit()).newPage()
  await page.goto('/')
  const english = page.locator('form.choice-bar [lang=en]')
  expect(await english.allTextContents()).toEqual(['Reject all'])
  await english.click()
  await page.getByText('Du har sagt nei til statistikk.').waitFor()
  expect(await chosen(page.context())).toBe('no')
  await page.context().close()
})

it('is reached by the keyboard in the order it stands, and Enter answers', async () => {
  const browser = await site.visit()
  const page = await browser.newPage()
  await page.goto('/personvern/informasjonskapsler')
  await page.locator('form.choice-bar a').focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Avvis alle')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Godta alle')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('main :text("Du har sagt nei. Du telles ikke.")')
  expect(await chosen(browser)).toBe('no')
  await pictured(page, 'device-storage')
  await browser.close()
})

it('leaves no trace of the visitor but the answer, and takes it back in one press from any page', async () => {
  const browser = await site.visit({ width: 390 })
  const page = await browser.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Godta alle', exact: true }).click()
  await page.waitForLoadState()
  await page.goto('/personvern')
  const seen = watched(page, site.url)
  await page.getByRole('button', { name: 'Trekk samtykket', exact: true }).click()
  await page.waitForSelector('text=Du har sagt nei til statistikk.')
  expect(await chosen(browser)).toBe('no')
  expect(await browser.cookies()).toHaveLength(1)
  // Not even how long the page was open on which the yes was taken back.
  expect(seen.measured).toEqual([])
  expect(await storedInPage(page)).toEqual([0, 0, 0, 0, 0])
  expect(await page.locator('script').count()).toBe(0)
  await browser.close()

  const rows = await site.house.owner.selectFrom('core.choice_receipt').selectAll().execute()
  expect(rows.every(({ at }) => at.getMinutes() === 0 && at.getSeconds() === 0)).toBe(true)
})

it('answers a crooked form with a plain no, and never leads to another machine', async () => {
  const post = (fields: Record<string, string>) =>
    fetch(new URL('/valg', site.url), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  expect((await post({ answer: 'perhaps', place: 'bar', back: '/' })).status).toBe(400)
  expect((await post({ answer: 'yes', place: 'elsewhere', back: '/' })).status).toBe(400)
  for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '']) {
    const answer = await post({ answer: 'no', place: 'bar', back })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  }
})

it('weighs at most 2 kB: the question, its style and the script that measures, together', async () => {
  const html = await (await fetch(site.url)).text()
  const question = html.match(/<form class="choice-bar".*?<\/form>/s)![0]
  const style = readFileSync(join(import.meta.dirname, '../src/web/choice/choice.css'), 'utf8')
  const script = await (await fetch(new URL('/telling.js', site.url))).text()
  expect(Math.min(question.length, style.length, script.length)).toBeGreaterThan(200)
  expect(gzipSync(question + style + script).length).toBeLessThanOrEqual(2000)
})
