import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { cast } from '../samples/cast.ts'
import { openMailServer, type MailServer } from '../samples/mail-server.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { readMail } from './read-mail.ts'
import { visitAs } from './signed-in.ts'
import { unzipped } from './unzipped.ts'

/** Lise works at Fjordbris Reklame like Kari, and the boss does too. */
const lise = 'lise@fjordbris.example'
const boss = 'sjefen@fjordbris.example'
const kari = cast.kari.contact
let site: Site
let mail: MailServer
let page: Page
let account: string
let asked: string

beforeAll(async () => {
  site = await openSite()
  mail = await openMailServer()
  const { owner } = site.house
  const found = await owner
    .selectFrom('core.person as p')
    .innerJoin('core.inquiry as i', (join) => join.onRef('i.account_id', '=', 'p.account_id').onRef('i.person_id', '=', 'p.id'))
    .select(['p.account_id', 'i.body'])
    .where('p.email', '=', kari.email)
    .executeTakeFirstOrThrow()
  account = found.account_id
  asked = found.body
  const now = new Date()
  await owner
    .insertInto('core.person')
    .values({
      account_id: account,
      id: newId(now),
      first_name: 'Lise',
      last_name: 'Berg',
      email: lise,
      language: 'nb',
      created_at: now,
      last_active_at: now,
    })
    .execute()
  const browser = await visitAs(site, { customer: lise }, { width: 390, without: 'script' })
  page = await browser.newPage()
}, 120_000)
afterAll(async () => {
  await mail.close()
  await site.close()
})

/** Nothing of Kari's: her name, address, telephone and what she asked. */
function ofKari(text: string): string[] {
  return [kari.first_name, kari.email, kari.phone, asked].filter((value) => text.includes(value))
}

const lettersTo = (address: string) =>
  site.house.owner
    .selectFrom('core.mail')
    .select(['kind', 'body'])
    .where('to_address', '=', address)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()

it('sees her own things and the company’s orders, and nobody’s name beside them', async () => {
  await page.goto('/min-side')
  const text = (await page.textContent('main'))!
  expect(text).toContain(lise)
  expect(text).toContain('Andre ordre i firmaet')
  expect(ofKari(text)).toEqual([])
  const { number } = await site.house.owner
    .selectFrom('core.sales_order')
    .select('number')
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  const row = page.locator(`tr:has-text("${number}")`)
  expect(await row.textContent()).toMatch(/\d+,\d\d/)
  expect(await row.locator('a').count()).toBe(0)
  await pictured(page, 'min-side-kollega')
})

it('finds nothing behind the other’s links', async () => {
  const { owner } = site.house
  const invoice = await owner.selectFrom('core.invoice').select('id').where('account_id', '=', account).executeTakeFirstOrThrow()
  for (const path of [`/min-side/faktura/${invoice.id}`, `/min-side/kvittering/${invoice.id}`, `/tilbud/${'a'.repeat(43)}`])
    expect((await page.request.get(path)).status(), path).toBe(404)
  await page.goto(`/desk/kunder/${account}`)
  expect(new URL(page.url()).pathname).toBe('/desk/logg-inn')
})

it('asks by the form in her own name for all that Kari wrote, and gets what is her own', async () => {
  await page.goto('/rettigheter')
  await page.selectOption('[name=kind]', 'access')
  await page.fill('[name=email]', lise)
  await page.fill('[name=text]', 'Jeg vil ha alt Kari Nordmann har spurt dere om.')
  await page.click('main form button')
  const letter = (await lettersTo(lise)).at(-1)!
  await page.goto(/https?:\S+\/krav\/\S+/.exec(letter.body)![0])
  await page.click('text=Ja, vis meg alt')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Last ned')])
  const said = unzipped(readFileSync(await file.path()))
  expect(said).toContain(lise)
  // Her own words are hers; of Kari there is nothing but the name she wrote herself.
  expect(ofKari(said.replaceAll('Jeg vil ha alt Kari Nordmann har spurt dere om.', ''))).toEqual([])
})

it('asks by mail as the boss, and is told in writing why not and where to complain, and nothing else', async () => {
  await writes(boss, 'Innsyn', `Jeg er daglig leder og ber om innsyn i alt ${kari.email} har skrevet til dere.`)
  const browser = await visitAs(site, { staff: 'privacy_officer' })
  const desk = await browser.newPage()
  await desk.goto('/desk/rettigheter')
  await desk.click('tr:has-text("innsyn") a >> nth=0')
  await desk.waitForSelector('text=ukjent adresse')
  await desk.click('summary:has-text("Spør om en annen enn seg selv")')
  expect(await desk.textContent('main')).toContain('ingen av dem er vist i saken')
  expect(await faults(desk)).toEqual([])
  await pictured(desk, 'desk-krav-om-en-annen')
  await desk.click('text=Svar at vi ikke gir ut noe')
  await desk.waitForSelector('text=Svart: vi gir ikke ut noe om andre.')
  const letters = await lettersTo(boss)
  expect(letters.map(({ kind }) => kind)).toEqual(['claim received', 'claim answered'])
  expect(letters[1]!.body).toContain('verken bekrefter eller avkrefter')
  expect(letters[1]!.body).toMatch(/datatilsynet\.no[\s\S]*domstolene/)
  expect(ofKari(letters.map(({ body }) => body).join('\n'))).toEqual([])
})

it('leaves no trace with Kari, since nothing about her was handed to anybody', async () => {
  const { owner } = site.house
  const hers = await owner.selectFrom('core.person').select('id').where('email', '=', kari.email).executeTakeFirstOrThrow()
  for (const table of ['core.disclosure', 'core.disclosure_case', 'core.rights_case'] as const)
    expect(await owner.selectFrom(table).select('id').where('person_id', '=', hers.id).execute(), table).toEqual([])
  const browser = await visitAs(site, { customer: kari.email }, { without: 'script' })
  const own = await browser.newPage()
  await own.goto('/min-side')
  const text = (await own.textContent('main'))!
  expect(text).toContain(kari.email)
  expect([lise, boss, 'Lise'].filter((other) => text.includes(other))).toEqual([])
})

async function writes(from: string, subject: string, text: string): Promise<void> {
  const head = [`From: ${from}`, 'To: personvern@ntcprofil.example', `Subject: ${subject}`, 'Message-ID: <1@fjordbris.example>']
  mail.put([...head, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n'), new Date())
  await readMail(site, mail)
}
