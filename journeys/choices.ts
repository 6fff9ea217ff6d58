/** What the journeys about the choice look at: what the browser holds, what it sent, and what we wrote down. */
import type { BrowserContext, Page } from 'playwright-core'
import { deviceStorage } from '#cookies'
import type { Site } from './browser.ts'

/** The answer the browser remembers; undefined when there is none. Fails on anything that is not in the register. */
export async function chosen(browser: BrowserContext): Promise<string | undefined> {
  const cookies = await browser.cookies()
  const unknown = cookies.filter(({ name }) => !deviceStorage.some((item) => item.name === name.replace(/^__Secure-/, '')))
  if (unknown.length > 0) throw new Error(`not in the register: ${unknown.map(({ name }) => name).join(', ')}`)
  return cookies.find(({ name }) => name === 'ordholden.choice')?.value.split('.')[0]
}

/** What the page asks of other machines, and what it tells us by itself, from now on. */
export function watched(page: Page, ours: string): { readonly elsewhere: string[]; readonly measured: string[] } {
  const seen = { elsewhere: [] as string[], measured: [] as string[] }
  page.on('request', (request) => {
    if (!request.url().startsWith(ours)) seen.elsewhere.push(request.url())
    if (['ping', 'beacon', 'xhr', 'fetch'].includes(request.resourceType())) seen.measured.push(request.url())
  })
  return seen
}

/** The receipts we hold; their order is not kept, so the answers stand by the alphabet. */
export async function receipts({ house }: Site): Promise<{ answer: string; place: string }[]> {
  return house.owner.selectFrom('core.choice_receipt').select(['answer', 'place']).orderBy('answer').orderBy('place').execute()
}

/** Everything the browser keeps for us but cookies. */
export function storedInPage(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    'caches' in window ? (await caches.keys()).length : 0,
    'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  ])
}
