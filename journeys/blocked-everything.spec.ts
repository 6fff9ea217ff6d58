import { createServer, request as forward, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { chosen } from './choices.ts'

let site: Site
let between: Server
beforeAll(async () => {
  site = await openSite()
  between = await withoutCookies(site.url)
})
afterAll(async () => {
  between.closeAllConnections()
  await new Promise((resolve) => between.close(resolve))
  await site.close()
})

/** What a browser that blocks cookies makes of our site: none goes in, none comes out. */
async function withoutCookies(url: string): Promise<Server> {
  const server = createServer((asked, answered) => {
    const { cookie: _, ...headers } = asked.headers
    const passed = forward(new URL(asked.url!, url), { method: asked.method!, headers }, (answer) => {
      const { 'set-cookie': __, ...kept } = answer.headers
      answered.writeHead(answer.statusCode!, kept)
      answer.pipe(answered)
    })
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  return server
}

it('blocks cookies, storage and scripts, and can still look, ask, register and read everything public', async () => {
  const browser = await site.visit({ without: 'script' })
  const page = await browser.newPage()
  const at = (path: string) => new URL(path, `http://localhost:${(between.address() as AddressInfo).port}`).href
  for (const path of ['/', '/produkter', '/registrer', '/personvern', '/personvern/informasjonskapsler', '/en/privacy']) {
    const answer = await page.goto(at(path))
    expect(answer?.status(), path).toBe(200)
    expect(await page.textContent('body'), path).not.toMatch(/slå på (?:cookies|informasjonskapsler|javascript)/i)
  }

  await page.getByRole('button', { name: 'Reject all', exact: true }).click()
  expect(new URL(page.url()).pathname).toBe('/en/privacy')
  expect(await chosen(browser)).toBeUndefined()

  await page.goto(at('/foresporsel'))
  await page.fill('[name=body]', 'Kan dere trykke på drikkeflasker?')
  await page.fill('[name=email]', 'nina@blokkert.example')
  await page.click('main form button')
  expect(page.url()).toContain('/foresporsel/takk')
  expect(await browser.cookies()).toEqual([])
  const asked = await site.house.owner
    .selectFrom('core.inquiry')
    .select('subject')
    .where('body', '=', 'Kan dere trykke på drikkeflasker?')
    .execute()
  expect(asked).toHaveLength(1)
  await browser.close()
})
