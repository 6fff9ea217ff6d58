/** `npm run pictures`: the README's pictures, taken of the sample merchant by a real browser after the controls have run. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '#clock'
import { nightly } from '#statement'
import { cast } from '../samples/cast.ts'
import { placeOf } from '../src/opening/place-of.ts'
import { openSite } from './browser.ts'
import { cookieOf } from './signed-in.ts'

const folder = join(import.meta.dirname, '../pictures')
mkdirSync(folder, { recursive: true })

const site = await openSite()
const visit = (path: string, request?: RequestInit) => fetch(site.url + path, { redirect: 'manual', ...request })
await nightly({ ...placeOf({ ...site.house, dataDir: site.dataDir }, now()), visit }, now())
const { id } = await site.house.owner
  .selectFrom('core.quote as q')
  .innerJoin('core.quote_draft as d', (join) => join.onRef('d.account_id', '=', 'q.account_id').onRef('d.quote_id', '=', 'q.id'))
  .select('q.id')
  .executeTakeFirst()
  .then(
    (draft) =>
      draft ?? site.house.owner.selectFrom('core.quote').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow(),
  )

const staff = await cookieOf(site, { staff: 'host' })
const kari = await cookieOf(site, { customer: cast.kari.contact.email })
await picture('shop', '/', 1280)
await picture('statement', '/personvern', 1280)
await picture('desk', '/desk', 1280, staff)
await picture('quote', `/desk/tilbud/${id}`, 1280, staff)
await picture('my-page', '/min-side', 390, kari)
await site.close()
console.log(`pictures/: shop, statement, desk, quote, my-page`)

async function picture(name: string, path: string, width: 390 | 1280, cookie?: string): Promise<void> {
  const context = await site.visit({ width })
  if (cookie !== undefined) {
    const [key, value] = cookie.split('=') as [string, string]
    await context.addCookies([{ name: key, value, url: site.url }])
  }
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
}
