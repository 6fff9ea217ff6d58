import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstInvitation } from '#staff'
import { codeOf } from './authenticator.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const host = { name: 'Ingrid Vik', email: 'ingrid@ntcprofil.example', password: 'en setning som er lett å huske' }

it('lets the first member of staff in by a link that works once, with a second factor and a signed declaration', async () => {
  const path = (await firstInvitation(site.house.for('security'), new Date()))!
  const browser = await site.visit()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto('/desk')
  expect(new URL(page.url()).pathname).toBe('/desk/logg-inn')

  await page.goto(path)
  await page.fill('[name=name]', host.name)
  await page.fill('[name=email]', host.email)
  await page.fill('[name=password]', host.password)
  await pictured(page, 'velkommen')
  await page.click('text=Signer og fortsett')
  expect(await page.textContent('.ds-validation-message')).toContain('signere')

  await page.fill('[name=password]', host.password)
  await page.check('[name=declaration]')
  const [shown] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    page.click('text=Signer og fortsett'),
  ])
  expect(shown.status()).toBe(200)
  await page.waitForSelector('.qr')
  expect(await faults(page)).toEqual([])
  await pictured(page, 'totrinn')
  const key = (await page.textContent('p code'))!.replace(/\s/g, '')

  await page.goto('/desk') // a password alone opens nothing
  expect(new URL(page.url()).pathname).toBe('/desk/logg-inn')
  await page.goto('/desk/totrinn')
  await page.fill('[name=password]', host.password)
  await page.click('text=Vis en ny nøkkel')
  const fresh = (await page.textContent('p code'))!.replace(/\s/g, '')
  expect(fresh).not.toBe(key)
  await page.fill('[name=code]', codeOf(fresh))
  await page.click('text=Fullfør')
  await page.waitForURL('**/desk')
  expect(await page.textContent('.desk-side')).toContain('Ingrid Vik, driftsansvarlig')

  const again = await page.goto(path)
  expect(again?.status()).toBe(410)
  const used = complaints.filter((each) => !each.includes('410') && !each.includes('422'))
  expect(used).toEqual([])
  await browser.close()
})

it('asks for password and code every time, and lets a member of staff out again', async () => {
  const browser = await site.visit({ width: 390 })
  const page = await browser.newPage()
  await page.goto('/desk/logg-inn')
  await page.fill('[name=email]', host.email)
  await page.fill('[name=password]', 'feil passord, men langt nok')
  await page.click('text=Neste')
  expect(await page.textContent('[role=alert]')).toContain('stemmer ikke')
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-logg-inn')

  await page.fill('[name=password]', host.password)
  await page.click('text=Neste')
  await page.waitForURL('**/kode')
  await page.goto('/desk')
  expect(new URL(page.url()).pathname).toBe('/desk/logg-inn')
  await page.goto('/desk/logg-inn/kode')
  await page.fill('[name=code]', '000000')
  await page.click('text=Logg inn')
  expect(await page.textContent('.ds-validation-message')).toContain('stemte ikke')
  await browser.close()
})

it('is not let in by trying passwords: the sixth in a minute is not even read', async () => {
  const answers: number[] = []
  for (let attempt = 1; attempt <= 7; attempt++) {
    const body = new URLSearchParams({ email: 'somebody@ntcprofil.example', password: `gjetning nummer ${attempt}` })
    answers.push((await fetch(new URL('/desk/logg-inn', site.url), { method: 'POST', body, redirect: 'manual' })).status)
  }
  expect(answers.slice(0, 2)).toEqual([422, 422])
  expect(answers.slice(-2)).toEqual([429, 429])
  const kept = await site.house.owner
    .selectFrom('auth.rateLimit')
    .select(['key', 'count'])
    .where('key', 'like', '%/sign-in/email')
    .execute()
  expect(kept.some(({ count }) => count >= 5)).toBe(true)
})
