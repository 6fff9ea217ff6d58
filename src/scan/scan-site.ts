import type { Kysely } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { deviceStorage, type Answer } from '#cookies'
import type { DB } from '#database'
import { witness } from '#evidence'
import { openBrowser } from './open-browser.ts'

type Scanned = { readonly found: readonly string[]; readonly looked: number }

type Site = {
  readonly owner: Kysely<DB>
  /** Where it may be seen, the best first: by the way visitors come, through whatever stands before us; else on this machine. */
  readonly addresses: readonly string[]
}

const paths = ['/', '/produkter', '/foresporsel', '/registrer', '/rettigheter', '/logg-inn', '/personvern', '/en', '/en/privacy']

/** Who goes through the pages: what they answer before they walk, in turn. */
const visitors: readonly (readonly Answer[])[] = [[], ['no'], ['yes'], ['yes', 'no']]

/**
 * Our own pages in a real browser, each night, as visitors who have answered in every way there is: what they were made to keep, what was
 * asked of others and what ran, laid beside the register and the answer (promises 2.3-a, 2.4-a, 2.4-e, 2.4-g). Undefined, and said so in
 * the evidence, where this machine has no browser: what nobody has seen is proved by nobody.
 */
export async function scanSite({ owner, addresses }: Site, now: Date, open = openBrowser): Promise<Scanned | undefined> {
  const notScanned = async (why: string) => {
    await witness(owner, now, { kind: 'site not scanned', body: { why } })
    return undefined
  }
  const browser = await open()
  if ('missing' in browser) return notScanned(browser.missing)
  try {
    const address = await firstThatAnswers(browser, addresses)
    if (address === undefined) return notScanned('the site does not answer')
    const walks = []
    for (const answers of visitors) walks.push(await walk(browser, address, answers, now))
    const found = walks.flat()
    const looked = visitors.length * paths.length
    const body = { found: found.length, of: looked, seenAt: new URL(address).origin, what: found.slice(0, 20) }
    await witness(owner, now, { kind: 'site scanned', body })
    return { found, looked }
  } finally {
    await browser.close()
  }
}

/** Our own machine may not be let out to its public address, or may not trust the certificate there. */
async function firstThatAnswers(browser: Browser, addresses: readonly string[]): Promise<string | undefined> {
  for (const address of addresses) {
    const page = await browser.newPage()
    const answer = await page.goto(new URL('/health', address).href, { timeout: patience }).catch(() => undefined)
    await page.close()
    if (answer?.ok()) return address
  }
  return undefined
}

const patience = 10_000

async function walk(browser: Browser, address: string, answers: readonly Answer[], now: Date): Promise<string[]> {
  // Without our own policy in the way, so that we see what a page would have done if a browser had let it.
  const context = await browser.newContext({ baseURL: address, bypassCSP: true })
  const page = await context.newPage()
  const answer = answers.at(-1)
  const found: string[] = []
  const say = (what: string) => found.push(`${answers.join(', then ') || 'no answer'}: ${what}`)
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^https?:$/.test(protocol) && host !== new URL(address).host) say(`asks ${host}`)
    if (answer !== 'yes' && ['ping', 'beacon', 'xhr', 'fetch'].includes(request.resourceType())) say(`tells ${host}`)
  })
  for (const each of answers) if (!(await press(page, each))) say(`nowhere to answer ${each}`)
  for (const path of paths) {
    await page.goto(path)
    const scripts = await page.locator('script').count()
    if (answer !== 'yes' && scripts > 0) say(`${path} runs ${scripts} scripts`)
    const kept = await storedIn(page)
    if (kept > 0) say(`${path} stores ${kept} things outside the register`)
  }
  for (const cookie of await context.cookies()) if (!registered(cookie, answers, now)) say(`keeps ${cookie.name}`)
  await context.close()
  return found
}

/** Answers at the bar, or at the foot where one has answered before; the receipt says that it was our own look. */
async function press(page: Page, answer: Answer): Promise<boolean> {
  await page.goto('/')
  const form = page.locator('form.choice-bar, footer form', { has: page.locator(`button[name="answer"][value="${answer}"]`) })
  if ((await form.count()) === 0) return false
  await form
    .first()
    .locator('input[name="place"]')
    .evaluate((place) => place.setAttribute('value', 'probe'))
  await form.first().locator(`button[value="${answer}"]`).first().click()
  await page.waitForLoadState()
  return true
}

/** How many things the page keeps in the places that browsers have besides cookies: the register has none there. */
function storedIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const places = [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]
    if ('caches' in window) places.push((await caches.keys()).length)
    if ('serviceWorker' in navigator) places.push((await navigator.serviceWorker.getRegistrations()).length)
    return places.reduce((all, some) => all + some, 0)
  })
}

type Kept = { readonly name: string; readonly value: string; readonly expires: number; readonly httpOnly: boolean }

/** In the register, as the register says; and who has answered nothing keeps nothing. A browser's clock may be a minute fast. */
function registered({ name, value, expires, httpOnly }: Kept, answers: readonly Answer[], now: Date): boolean {
  const item = deviceStorage.find((each) => each.name === name.replace(/^__(?:Secure|Host)-/, ''))
  if (!item || !item.value.test(value) || !httpOnly || answers.length === 0) return false
  return item.lifetime === 'session' || expires - now.getTime() / 1000 <= item.lifetime + 60
}
