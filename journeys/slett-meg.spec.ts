import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { evidenceKey, seal } from '#evidence'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
let browser: BrowserContext
let page: Page
const kari = cast.kari.contact

beforeAll(async () => {
  site = await openSite()
  browser = await site.visit({ width: 390, without: 'script' })
  page = await browser.newPage()
}, 120_000)
afterAll(() => site.close())

async function signIn(): Promise<void> {
  await page.goto('/logg-inn')
  await page.fill('[name=email]', kari.email)
  await page.click('text=Send meg lenken')
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'sign-in link')
    .where('to_address', '=', kari.email)
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  await page.goto(/http\S+/.exec(body)![0])
  await page.click('main button')
}

/** What the job does within a minute. */
async function sealed(): Promise<void> {
  await seal(site.house.owner, new Date(), evidenceKey(site.dataDir))
}

/** With the published script and the published log, by a program that is not ours to run: exit 0 means it holds. */
async function verified(receipt: string): Promise<string> {
  const file = async (path: string, name: string) => {
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(200)
    writeFileSync(join(site.dataDir, name), await answer.body())
    return join(site.dataDir, name)
  }
  const script = await file('/personvern/verify-receipt.mjs', 'verify-receipt.mjs')
  const args = [script, await file(receipt, 'receipt.json'), await file('/personvern/logg.json', 'log.json')]
  return execFileSync(process.execPath, args, { encoding: 'utf8', env: {} })
}

it('reads everything that is held about her, on a phone, without a script', async () => {
  await signIn()
  expect(new URL(page.url()).pathname).toBe('/min-side')
  expect(await page.textContent('h1')).toBe('Dette har vi om deg')
  const text = (await page.textContent('main'))!
  for (const known of [kari.first_name, kari.phone, kari.email, kari.job_title, 'Fjordbris Reklame AS', 'T-', 'O-', 'Faktura'])
    expect(text).toContain(known)
  await page.click('.held >> nth=0')
  await pictured(page, 'min-side')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  expect(await page.locator('script').count()).toBe(0)
})

it('opens the paper of her own invoice, and not another’s', async () => {
  const href = await page.getAttribute('a[href^="/min-side/faktura/"]', 'href')
  const paper = await page.request.get(href!)
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
  const { id } = await site.house.owner
    .selectFrom('core.invoice')
    .select('id')
    .where(sql<boolean>`id::text <> ${href!.split('/').at(-1)!}`)
    .where(
      'account_id',
      'not in',
      site.house.owner.selectFrom('core.person').select('account_id').where('email', '=', kari.email),
    )
    .limit(1)
    .executeTakeFirstOrThrow()
  expect((await page.request.get(`/min-side/faktura/${id}`)).status()).toBe(404)
})

it('corrects her telephone number, and is told when what she wrote cannot be kept', async () => {
  await page.goto('/min-side/rett/phone')
  await page.fill('[name=value]', '13097248022')
  await page.click('main form button')
  expect(await page.textContent('main')).toContain('fødselsnummer')
  await pictured(page, 'min-side-rett')
  await page.fill('[name=value]', '+47 999 88 777')
  await page.click('main form button')
  expect(await page.textContent('main')).toContain('Rettet')
  await sealed()
  expect(await verified((await page.getAttribute('main a.ds-button', 'href'))!)).toContain('rectification')
  await page.goto('/min-side')
  expect(await page.textContent('main')).toContain('+47 999 88 777')
  expect(await page.textContent('main')).toContain('du oppga den selv (min side')
})

it('is not overwritten by a page that stood open meanwhile', async () => {
  await page.goto('/min-side/rett/job_title')
  await site.house.owner
    .updateTable('core.person')
    .set((eb) => ({ version: eb('version', '+', 1), job_title: 'Innkjøpssjef' }))
    .where('email', '=', kari.email)
    .execute()
  await page.fill('[name=value]', 'Noe annet')
  await page.click('main form button')
  expect(await page.textContent('main')).toContain('endret mens du skrev')
})

it('downloads it all in one file', async () => {
  await page.goto('/min-side')
  await page.click('text=Last ned alt')
  await pictured(page, 'min-side-last-ned')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Last ned nå')])
  expect(file.suggestedFilename()).toMatch(/^innsyn-\d{4}-\d\d-\d\d\.zip$/)
  await sealed()
  await page.goto('/min-side')
  expect(await verified((await page.getAttribute('.receipts li:has-text("Du fikk en kopi av alt") a', 'href'))!)).toContain(
    'access given',
  )
})

it('says no to advertising, and it holds at once', async () => {
  await page.goto('/min-side/si-nei')
  await pictured(page, 'min-side-si-nei')
  await page.click('text=Stopp all reklame')
  expect(await page.textContent('main')).toContain('Det er gjort')
  await sealed()
  expect(await verified((await page.getAttribute('main a.ds-button', 'href'))!)).toContain('objection')
  const audience = await site.house
    .for('marketing')
    .selectFrom('person')
    .select('email')
    .where('email', '=', kari.email)
    .execute()
  expect(audience).toEqual([])
})

it('is told what will happen, is erased, and proves it offline to somebody who does not trust us', async () => {
  await page.goto('/min-side/slett')
  const before = (await page.textContent('main'))!
  expect(before).toContain('Dette blir borte')
  expect(before).toContain('bokføringsloven § 13')
  await pictured(page, 'min-side-slett')
  await page.click('main button')
  expect(await page.textContent('h1')).toBe('Du er slettet')
  // Whoever is nobody any more is not greeted as somebody who is signed in, and keeps no cookie that says so.
  expect(await page.textContent('header .asides')).toMatch(/Logg inn/)
  expect(await page.textContent('header .asides')).not.toMatch(/Min side|Logg ut/)
  expect((await page.context().cookies()).filter(({ name }) => /session/.test(name))).toEqual([])
  const told = (await page.textContent('main'))!
  expect(told).toContain('Vi fant ingenting igjen.')
  await pictured(page, 'min-side-slettet')
  const receipt = (await page.getAttribute('main a.ds-button', 'href'))!
  expect((await page.request.get(receipt)).status()).toBe(425)
  await sealed()
  const said = await verified(receipt)
  expect(said).toContain('erasure')
  expect(said).not.toMatch(/kari|nordmann/i)
})

it('is not known any more but to those who must still pass it on: not signed in, not on an invoice; and the invoices stand', async () => {
  await page.goto('/min-side')
  expect(new URL(page.url()).pathname).toBe('/logg-inn')
  const { rows } = await sql<{
    table: string
  }>`select distinct "table" from house.residue(${'kari@fjordbris|99988777|999 88 777|Kari\\s+Nordmann'}, '{}', '{""}', '{}') where "rows" > 0`.execute(
    site.house.owner,
  )
  // Whom the suppliers are asked to forget is kept until the last of them has answered, and nowhere else.
  expect(rows).toEqual([{ table: 'core.instruction_subject' }])
  const invoices = await site.house.owner
    .selectFrom('core.invoice as i')
    .innerJoin('core.account as a', 'a.account_id', 'i.account_id')
    .select('i.id')
    .where('a.name', '=', 'Fjordbris Reklame AS')
    .execute()
  expect(invoices.length).toBeGreaterThan(0)
})

it('has no fault that WCAG 2.2 AA finds, for another customer in English and with scripts on', async () => {
  const { cookieOf } = await import('./signed-in.ts')
  const cookie = await cookieOf(site, { customer: cast.james.contact.email })
  const wide = await site.visit()
  await wide.setExtraHTTPHeaders({ cookie })
  const other = await wide.newPage()
  for (const path of [
    '/en/my-page',
    '/en/my-page/last-ned',
    '/en/my-page/si-nei',
    '/en/my-page/slett',
    '/en/my-page/rett/email',
  ]) {
    await other.goto(path)
    expect(await faults(other), path).toEqual([])
    await pictured(other, path.slice(4).replaceAll('/', '-'))
  }
  await wide.close()
})
