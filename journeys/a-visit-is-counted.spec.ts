/** A stranger opens pages; the marketer reads how many did, and nobody reads who. */
import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf, visitAs } from './signed-in.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const headers = {
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
  'accept-language': 'nn-NO,nn;q=0.9',
}

describe('a visit', () => {
  it('to a page that anybody may read adds one to its counters, without a script', async () => {
    await open('/produkter?sok=kopp&epost=kari@fjordbris.example', { referer: 'https://gaveguiden.example/krus?q=kari' })
    expect(await counted()).toEqual([
      'device mobile 1',
      expect.stringMatching(/^hour \d\d 1$/),
      'language nn 1',
      'page /produkter 1',
      'referrer gaveguiden.example 1',
    ])
  })

  it('to a page of one’s own, to the desk, to a file or to nowhere adds nothing', async () => {
    const before = await counted()
    const cookie = await cookieOf(site, { staff: 'marketer' })
    for (const path of ['/min-side', '/desk/logg-inn', '/personvern/logg.json', '/favicon.svg', '/finnes-ikke']) await open(path)
    await open('/desk', { cookie })
    expect(await counted()).toEqual(before)
  })

  it('by a robot, or of somebody who said no, is told among what was not counted', async () => {
    await open('/', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
    await open('/', { 'sec-gpc': '1' })
    await open('/', { dnt: '1' })
    const dropped = (await counted()).filter((line) => line.startsWith('dropped'))
    expect(dropped).toEqual(['dropped robot 1', 'dropped said no 2'])
  })
})

describe('the marketer', () => {
  for (const width of [390, 1280] as const) {
    it(`reads the figures at ${width} pixels, each chart with its table`, async () => {
      const context = await visitAs(site, { staff: 'marketer' }, { width })
      const page = await context.newPage()
      await page.goto('/desk/statistikk', { waitUntil: 'networkidle' })
      expect(await page.locator('h1').textContent()).toBe('Statistikk')
      const charts = await page.locator('svg[role=img]').count()
      expect(charts).toBeGreaterThan(7)
      expect(await page.locator('table').count()).toBeGreaterThanOrEqual(charts)
      expect(await faults(page)).toEqual([])
      await pictured(page, 'statistics')
      await page.fill('#from', '2001-01-01')
      await page.fill('#to', '2001-01-05')
      await page.getByRole('button', { name: 'Vis' }).click()
      await page.getByText('Ingen tall for denne perioden').waitFor()
      await pictured(page, 'statistics-empty')
      await context.close()
    })
  }

  it('takes them home as a file', async () => {
    const cookie = await cookieOf(site, { staff: 'marketer' })
    const answer = await fetch(`${site.url}/desk/statistikk.csv`, { headers: { cookie } })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines[0]).toContain('Mål;Verdi;Fra;Til;Antall;Perioden før')
    expect(lines.length).toBeGreaterThan(40)
    expect((await fetch(`${site.url}/desk/statistikk.csv`, { redirect: 'manual' })).status).toBe(302)
  })
})

async function open(path: string, more: Record<string, string> = {}): Promise<void> {
  await (await fetch(site.url + path, { headers: { ...headers, ...more }, redirect: 'manual' })).arrayBuffer()
}

/** The counters of today, once there are new ones or it has taken long enough: they are written after the page was answered. */
async function counted(): Promise<string[]> {
  await pause(700)
  const { rows } = await sql<{ line: string }>`
    select measure || ' ' || value || ' ' || n as line from statistics.day_counter order by measure, value`.execute(
    site.house.owner,
  )
  return rows.map(({ line }) => line)
}

describe('the host', () => {
  it('sets what is counted and shown; what is wrong is said beside the field, and what was typed is kept', async () => {
    const context = await visitAs(site, { staff: 'host' })
    const page = await context.newPage()
    await page.goto('/desk/statistikk/oppsett', { waitUntil: 'networkidle' })
    await page.fill('#threshold', '5')
    await page.fill('#host-0', 'gaver.example')
    await page.fill('#pages-0', '/\n/blogg/*')
    await page.check('#public')
    await page.getByRole('button', { name: 'Lagre oppsettet' }).click()
    await page.getByText('Skriv et helt tall fra 6 til 1000.').waitFor()
    expect(await page.inputValue('#host-0')).toBe('gaver.example')
    expect(await faults(page)).toEqual([])
    await pictured(page, 'statistics-settings')
    expect((await fetch(`${site.url}/statistikk`)).status).toBe(404)
    await page.fill('#threshold', '12')
    await page.getByRole('button', { name: 'Lagre oppsettet' }).click()
    await page.getByText('Oppsettet er lagret.').waitFor()
    for (const path of ['/statistikk', '/en/statistics']) {
      await page.goto(path)
      expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(5)
      expect(await faults(page)).toEqual([])
      await pictured(page, path.replaceAll('/', '-').slice(1))
    }
    await context.close()
  })
})
