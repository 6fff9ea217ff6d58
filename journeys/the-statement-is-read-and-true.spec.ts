import { afterAll, beforeAll, expect, it } from 'vitest'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { receiptFor } from '#evidence'
import { prove, type Proof } from '#statement'
import { scanSite } from '../src/scan/scan-site.ts'
import { placeOf } from '../src/opening/place-of.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
let proof: Proof
beforeAll(async () => {
  site = await openSite()
  const visit = (path: string, request?: RequestInit) => fetch(`${site.url}${path}`, { redirect: 'manual', ...request })
  const place = { ...placeOf({ ...site.house, dataDir: site.dataDir }, new Date()), visit }
  // As the night does: the browser first, then the sentences that read what it found.
  await scanSite({ owner: site.house.owner, addresses: [site.url] }, new Date())
  await prove(place, new Date())
  proof = await prove(place, new Date())
}, 120_000)
afterAll(() => site.close())

it('finds every sentence of the sample merchant kept or without proof, none broken', () => {
  expect(proof.failures).toEqual([])
  const broken = proof.sentences.filter(({ state }) => state === 'broken')
  expect(
    broken.map(({ id, controls }) => [
      id,
      ...controls.filter(({ state }) => state === 'broken').map(({ name, measured }) => `${name}: ${measured}`),
    ]),
  ).toEqual([])
  const without = proof.sentences.flatMap(({ id, controls }) =>
    controls.filter(({ kind, state }) => state !== 'kept' && kind !== 'test').map(({ name }) => `${id}: ${name}`),
  )
  expect(without).toEqual(unprovedOnTheFirstDay)
})

/** Besides the named tests, which tell of the run before: what waits for somebody to look, for a mailbox, or for a night. */
const unprovedOnTheFirstDay = [
  'controller.protective-by-default: risk assessment',
  'inquiries.no-shadow-copies: the mailbox is emptied',
  'retention.the-need-is-written-down: yearly reading',
  'retention.deletion-is-real: the canary left nothing',
  'retention.deletion-is-real: nobody who was erased is here',
  'retention.backups-roll-over: a restore was drilled',
  'retention.backups-roll-over: no backup is too old',
]

for (const [path, width] of [
  ['/personvern', 1280],
  ['/personvern', 390],
  ['/en/privacy', 1280],
] as const) {
  it(`is read at ${width} points without any script: ${path}`, async () => {
    const browser = await site.visit({ width, without: 'script' })
    const page = await browser.newPage()
    await page.goto(path)
    expect(await page.locator('article.promise').count()).toBe(proof.sentences.length)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.textContent('#score')).toContain(String(proof.score.kept))
    const first = page.locator('#statistics details').first()
    await first.locator('summary').click()
    expect(await first.locator('.shown-proof').isVisible()).toBe(true)
    await pictured(page, `statement${path.replaceAll('/', '-')}`)
    await browser.close()
  })
}

it('is accessible to everyone, and so are the pages behind it', async () => {
  const browser = await site.visit()
  const page = await browser.newPage()
  for (const path of [
    '/personvern',
    '/personvern/versjoner',
    '/personvern/versjoner/1',
    '/personvern/bevis/retention.bookkeeping-stays',
    '/personvern/logg',
    '/en/privacy/informasjonskapsler',
  ]) {
    await page.goto(path)
    expect(await faults(page), path).toEqual([])
    await pictured(page, path.slice(1).replaceAll('/', '-'))
  }
  await browser.close()
})

it('gives a receipt that the published script and the published log confirm', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
  const entry = await site.house.owner
    .selectFrom('evidence.entry')
    .select('id')
    .where('kind', '=', 'statement published')
    .executeTakeFirstOrThrow()
  const receipt = await receiptFor(site.house.owner, entry.id, 'evidence')
  const published = async (path: string) => (await fetch(`${site.url}${path}`)).text()
  const files = {
    'receipt.json': JSON.stringify(receipt),
    'log.json': await published('/personvern/logg.json'),
    'verify.mjs': await published('/personvern/verify-receipt.mjs'),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const said = execFileSync(process.execPath, ['verify.mjs', 'receipt.json', 'log.json'], {
    cwd: resolve(folder),
    encoding: 'utf8',
  })
  expect(said).toContain('✓ it is entry')
  expect(said.match(/✕/)).toBeNull()
})
