import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rememberedAs } from '#cookies'
import { openSite, type Site } from '../journeys/browser.ts'
import { median, rounded } from './measure.ts'

/** The same page to three visitors: one whose browser refuses for them (no question, no script), one who is asked, one who has said yes. */
const visitors = {
  refusedByTheBrowser: { headers: { 'Sec-GPC': '1' }, bars: 0, scripts: 0 },
  asked: { headers: {}, bars: 1, scripts: 0 },
  saidYes: { headers: {}, cookie: rememberedAs('yes', 'own', false).split(';')[0]!, bars: 0, scripts: 1 },
} as const

type Visitor = {
  readonly headers: Record<string, string>
  readonly cookie?: string
  readonly bars: number
  readonly scripts: number
}
type Seen = Record<'requests' | 'received' | 'mainThreadMs' | 'scriptMs' | 'layoutMs', number>

/** The front page in a real browser with an empty cache, the three visitors in turn; and what the page itself weighs. */
export async function frontPage() {
  const site = await openSite()
  const seen: Record<string, Seen[]> = { refusedByTheBrowser: [], asked: [], saidYes: [] }
  for (let round = 0; round < 12; round++) {
    for (const [name, visitor] of Object.entries(visitors)) seen[name]!.push(await seenBy(site, visitor))
  }
  const answer: Record<string, unknown> = {}
  for (const [name, visitor] of Object.entries(visitors)) {
    // The first round warms up the server and the browser.
    const of = (part: keyof Seen) => rounded(median(seen[name]!.slice(1).map((run) => run[part])), 2)
    answer[name] = {
      requests: of('requests'),
      bytesReceived: of('received'),
      mainThreadMs: of('mainThreadMs'),
      scriptMs: of('scriptMs'),
      layoutMs: of('layoutMs'),
      page: await pageWeight(site.url, visitor),
    }
  }
  await site.close()
  return answer
}

async function seenBy(site: Site, { headers, cookie, bars, scripts }: Visitor): Promise<Seen> {
  const context = await site.visit()
  await context.setExtraHTTPHeaders(headers)
  if (cookie) {
    const [name, value] = cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: site.url }])
  }
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Network.enable')
  let [requests, received] = [0, 0]
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests++
    received += encodedDataLength
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  // Nothing is compared but what is there: a page without its question or its script would measure the same as one without statistics.
  const there = [await page.locator('form.choice-bar').count(), await page.locator('script').count()]
  if (there[0] !== bars || there[1] !== scripts)
    throw new Error(`the page has ${there.join(' bars and ')} scripts: build it anew`)
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000
  await context.close()
  return { requests, received, mainThreadMs: of('TaskDuration'), scriptMs: of('ScriptDuration'), layoutMs: of('LayoutDuration') }
}

async function pageWeight(url: string, { headers, cookie }: Visitor) {
  const html = await (await fetch(url, { headers: { ...headers, ...(cookie && { cookie }) } })).text()
  return { bytes: html.length, gzip: gzipSync(html, { level: 9 }).length, brotli: brotliCompressSync(html).length }
}
