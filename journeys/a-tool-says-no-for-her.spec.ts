/** Many have a program in their browser that says no for them. The one that DuckDuckGo's browsers carry is let loose on our pages, as it comes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openSite, type Site } from './browser.ts'
import { chosen, receipts } from './choices.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const packed = createRequire(import.meta.url)
const program = readFileSync(packed.resolve('@duckduckgo/autoconsent').replace(/[^/]*$/, 'autoconsent.playwright.js'), 'utf8')
const rules = JSON.parse(readFileSync(packed.resolve('@duckduckgo/autoconsent/rules/compact-rules.json'), 'utf8')) as unknown

type Said = { readonly type: string; readonly cmp?: string; readonly result?: boolean }

/** It reads the page as those browsers have it do: by the rules for known banners, else by the words on buttons. */
async function letLoose(page: Page): Promise<Said[]> {
  const said: Said[] = []
  const tell = (message: unknown) => page.evaluate(`autoconsentReceiveMessage(${JSON.stringify(message)})`)
  const config = {
    enabled: true,
    autoAction: 'optOut',
    disabledCmps: [],
    enablePrehide: true,
    detectRetries: 20,
    enableCosmeticRules: true,
    enableGeneratedRules: true,
    enableHeuristicDetection: true,
    heuristicMode: 'reject',
    isMainWorld: false,
    logs: {},
  }
  await page.exposeFunction('autoconsentSendMessage', async (message: Said & { id?: string; code?: string }) => {
    said.push(message)
    if (message.type === 'init') await tell({ type: 'initResp', config, rules: { compact: rules } })
    if (message.type === 'eval') await tell({ type: 'evalResp', id: message.id, result: await page.evaluate(message.code!) })
  })
  await page.evaluate(program)
  return said
}

it.each(['/', '/en', '/produkter'])('finds the no on %s, presses it, and it is remembered', async (path) => {
  const browser = await site.visit()
  const page = await browser.newPage()
  await page.goto(path)
  const said = await letLoose(page)
  await expect.poll(() => said.find(({ type }) => type === 'optOutResult')?.result, { timeout: 20_000 }).toBe(true)
  await expect.poll(() => chosen(browser), { timeout: 10_000 }).toBe('no')
  const bar = page.locator('form.choice-bar')
  await expect.poll(() => bar.count(), { timeout: 10_000 }).toBe(0)
  await browser.close()
  expect((await receipts(site)).every(({ answer }) => answer === 'no')).toBe(true)
})
