import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { type Somebody, visitAs } from './signed-in.ts'

let site: Site
let siv: Page
let host: Page
let address = ''
const order = { name: 'palegg.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 pålegg 26-1') }
const handed = { name: 'utlevert.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 faktura 1') }
const sumOf = ({ buffer }: typeof order) => createHash('sha256').update(buffer).digest('hex')

beforeAll(async () => {
  site = await openSite()
  siv = await pageOf({ staff: 'privacy_officer' })
  host = await pageOf({ staff: 'host' })
}, 120_000)
afterAll(() => site.close())

async function pageOf(somebody: Somebody, width: 390 | 1280 = 1280): Promise<Page> {
  const context = await visitAs(site, somebody, { width })
  return context.newPage()
}

it('begins with who asks, for what, on which ground; and says whom it concerns', async () => {
  await siv.goto('/desk/utlevering/ny')
  await siv.getByLabel('E-posten til den det gjelder').fill(cast.kari.contact.email)
  await siv.getByLabel('Hvem ber').fill('Vest politidistrikt')
  await siv.getByLabel('Grunnlag de viser til').selectOption('order')
  await siv.getByLabel('Hva de ber om, og til hva').fill('Ordre i oktober, til en sak om heleri')
  await siv.getByRole('button', { name: 'Begynn saken' }).click()
  await siv.getByRole('heading', { name: 'Utlevering til Vest politidistrikt' }).waitFor()
  address = new URL(siv.url()).pathname
  const said = (await siv.textContent('main'))!
  expect(said).toContain('Gjelder Kari Nordmann')
  expect(said).toContain('Vest politidistrikt, Norge')
  expect(said).toContain('5 år etter utleveringen')
  await siv.goto('/desk/utlevering')
  expect(await siv.locator('tr:has-text("Vest politidistrikt")').textContent()).toContain('Kari Nordmann')
  expect(await faults(siv)).toEqual([])
})

it('counts the order’s sum from the file in the browser, and keeps what was typed when something is wrong', async () => {
  await siv.goto(address)
  await siv.getByLabel('Velg filen').setInputFiles(order)
  await expect.poll(() => siv.getByLabel('Kontrollsummen av pålegget').inputValue()).toBe(sumOf(order))
  await siv.getByLabel('Utstedt av').fill('Hordaland tingrett')
  await siv.getByLabel('Deres referanse').fill('26-1')
  await siv.getByLabel('Hjemmel').fill('straffeprosessloven § 210')
  await siv.getByLabel('Hva pålegget omfatter').fill('ordre i oktober')
  await siv.getByLabel('Ringt tilbake').fill('sentralbordet i dag')
  await siv.getByLabel('Får vi si det til personen?').fill('nei, § 210 a')
  await siv.getByLabel('Opplysningene, felt for felt').fill('invoice.number')
  await siv.getByLabel('Hvorfor nettopp disse').fill('kort')
  await siv.getByLabel('Personen kan ikke varsles før').fill('2099-01-01')
  await siv.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await siv.getByText('Se merknadene ved feltene.').waitFor()
  expect(await siv.getByLabel('Kontrollsummen av pålegget').inputValue()).toBe(sumOf(order))
  await siv.getByLabel('Hvorfor nettopp disse').fill('uten dem finner de ikke varene')
  await siv.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await siv.getByText('En annen må godkjenne.').waitFor()
})

it('is approved by another, and not if it was changed since they read it', async () => {
  await host.goto(address)
  await siv.reload()
  await siv.getByLabel('Opplysningene, felt for felt').fill('invoice.number\ninvoice.buyer')
  await siv.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await siv.getByText('Ført inn.').waitFor()
  await host.getByRole('button', { name: 'Godkjenn' }).click()
  await host.getByText('Noen har vurdert saken på nytt').waitFor()
  await host.goto(address)
  await host.getByRole('button', { name: 'Godkjenn' }).click()
  await host.getByText('Ført inn.').waitFor()
})

it('is handed over with the sum of what was given, and the person is told nothing of it before the day', async () => {
  await siv.goto(address)
  await siv.getByLabel('Hvordan det overleveres').fill('Altinn, kryptert')
  await siv.getByLabel('Hvis ikke: hvorfor').fill('straffeprosessloven § 210 a')
  await siv.getByRole('button', { name: 'Det er overlevert' }).click()
  await siv.getByText('Velg filen som utleveres').waitFor()
  expect(await siv.getByLabel('Hvordan det overleveres').inputValue()).toBe('Altinn, kryptert')
  await siv.getByLabel('Velg filen').setInputFiles(handed)
  await expect.poll(() => siv.getByLabel('Kontrollsummen av det som utleveres').inputValue()).toBe(sumOf(handed))
  await siv.getByRole('button', { name: 'Det er overlevert' }).click()
  await siv.getByText('utlevert', { exact: true }).waitFor()
  expect(await siv.textContent('main')).toContain('Personen kan ikke varsles før 01.01.2099.')
  // The case goes on saying what was decided on and what came of it, and nobody can say that the person was told.
  const said = (await siv.textContent('main'))!
  expect(said).toContain('straffeprosessloven § 210')
  expect(said).toContain('Altinn, kryptert')
  expect(said).toContain(sumOf(handed))
  expect(await siv.getByRole('button', { name: 'Personen har fått vite det' }).count()).toBe(0)
  expect(await faults(siv)).toEqual([])
  await pictured(siv, 'desk-utlevering')
  const written = async () => {
    const { rows } = await sql<{ handed: string; evidence: string }>`
      select handed_hash as handed, evidence_hash as evidence from core.disclosure`.execute(site.house.owner)
    return rows
  }
  await expect.poll(written).toEqual([{ handed: sumOf(handed), evidence: sumOf(order) }])

  const kari = await pageOf({ customer: cast.kari.contact.email }, 390)
  await kari.goto('/min-side')
  const text = (await kari.textContent('main'))!
  expect(text).toContain('en sak hos personvernansvarlig')
  expect(['politi', 'utlever', 'pålegg', 'noen utenfor ba'].filter((word) => text.toLowerCase().includes(word))).toEqual([])
})
