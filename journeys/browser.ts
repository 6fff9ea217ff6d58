/**
 * The built site on a fresh database, and a real browser before it: what the journeys stand on.
 * `const site = await openSite()`, `site.visit()`, `await checked(page)`, `await site.close()`.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { dataDirectory } from '#files'
import { openTestHouse, type TestHouse } from '#testing'
import { loadSamples } from '../samples/samples.ts'
import { isEmpty } from '../src/opening/open-house.ts'
import { browserFlags, browserProgram } from '../src/scan/chromium.ts'

type BuiltServer = typeof import('../src/server.ts')

export type Site = {
  /** The address people see. */
  readonly url: string
  /** Where it answers on this machine: the same, unless a proxy stands before it. */
  readonly here: string
  readonly house: TestHouse
  readonly doors: ReturnType<BuiltServer['doors']>
  /** Where it keeps its secrets and its ledger. */
  readonly dataDir: string
  /** A new visitor: no cookies, nothing remembered. `without: 'script'` switches scripts off. */
  readonly visit: (how?: {
    readonly width?: 390 | 1280
    readonly without?: 'script'
    readonly language?: string
    /** What the browser calls itself; the one that comes from npm says that it has no head. */
    readonly agent?: string
  }) => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

type Opening = {
  /** Another way to the database: a test that takes it away puts itself in between. */
  readonly way?: (databaseUrl: string) => Promise<string>
  /** The address of a proxy before it. */
  readonly publicUrl?: string
}

/** `npm test` has built it; whoever builds beside others has a folder of their own. */
const built = resolve(process.env.ORDHOLDEN_BUILD || join(import.meta.dirname, '../build'))

/** The built site with the sample merchant in it. */
export async function openSite({ way = async (url) => url, publicUrl }: Opening = {}): Promise<Site> {
  const house = await openTestHouse()
  if (await isEmpty(house.owner)) await loadSamples(house, new Date())
  const runs = dataDirectory()
  // The run's secrets in a folder of its own: persons have the same ids in each copy of the sample, and what one site does is in no other's ledger.
  const dataDir = mkdtempSync(join(tmpdir(), 'ordholden-site-'))
  cpSync(runs, dataDir, { recursive: true })
  process.env.ORDHOLDEN_DATA = dataDir
  const { serve, doors } = (await import(join(built, 'server/index.js'))) as BuiltServer
  const port = await freePort()
  const here = `http://localhost:${port}`
  const url = publicUrl ?? here
  const served = await serve({ port, publicUrl: url, appUrl: await way(house.url), dataDir })
  const browsers = new Map<string | undefined, Promise<Browser>>()
  const browserAs = (agent: string | undefined) => {
    const open = browsers.get(agent) ?? openBrowser(agent)
    browsers.set(agent, open)
    return open
  }
  return {
    url,
    here,
    house,
    dataDir,
    doors: doors(),
    visit: async ({ width = 1280, without, language = 'nb-NO', agent } = {}) =>
      (await browserAs(agent)).newContext({
        baseURL: url,
        viewport: { width, height: width === 390 ? 844 : 900 },
        javaScriptEnabled: without !== 'script',
        locale: language,
      }),
    close: async () => {
      for (const browser of browsers.values()) await (await browser).close()
      await served.close()
      await house.close()
      process.env.ORDHOLDEN_DATA = runs
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The name is given to the whole browser: what a page sends while it is left does not go by the context's. */
export async function openBrowser(agent?: string): Promise<Browser> {
  const args = agent === undefined ? browserFlags : [...browserFlags, `--user-agent=${agent}`]
  return chromium.launch({ executablePath: await browserProgram(), args, headless: true })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG 2.2 AA finds wrong with the page, one line per fault; an empty list is what we want. Needs a visitor with scripts on. */
export async function faults(page: Page): Promise<readonly string[]> {
  // Outside the page's own world, so that our content security policy stays as strict as it is for everybody.
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  await session.send('Runtime.evaluate', { expression: axe, contextId })
  const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target.join(' ') + ' | ' + (node.any[0]?.message ?? ''))))`
  const { result } = await session.send('Runtime.evaluate', {
    expression: run,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return result.value as string[]
}

/** Pictures for people to look at, when asked for: SCREENSHOTS=folder. */
export async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width}.png`), fullPage: true })
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
