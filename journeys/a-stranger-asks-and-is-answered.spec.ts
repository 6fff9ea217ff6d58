import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { firstComesIn } from './signed-in.ts'

let site: Site
let desk: Page
const complaints: string[] = []

beforeAll(async () => {
  site = await openSite()
  desk = await staffAtWork()
})
afterAll(() => site?.close())

async function staffAtWork(): Promise<Page> {
  const page = await (await site.visit()).newPage()
  await firstComesIn(page, site, { name: 'Siv Strand', email: 'siv@ntcprofil.example' })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && !/40[49]|422/.test(message.text()) && complaints.push(message.text()),
  )
  return page
}

const people = (email: string) =>
  site.house.owner.selectFrom('core.person').select(['account_id', 'id']).where('email', '=', email).execute()
const consents = () => site.house.owner.selectFrom('core.consent').select('id').execute()
const problems = (page: Page) => page.locator('.ds-validation-message').allTextContents()

it('gathers products and asks for a quote, with scripts and cookies refused', async () => {
  const before = await consents()
  const browser = await site.visit({ width: 390, without: 'script' })
  const page = await browser.newPage()
  await page.goto('/produkter?sok=kulepenn')
  await page.click('.product-card >> nth=0')
  await page.fill('[name=antall]', '250')
  await page.click('text=Legg i forespørsel')
  for (const elsewhere of ['Personvern', 'English', 'Norsk']) await page.click(`.site-head >> text=${elsewhere}`)
  await page.click('.site-head .name')
  await page.click('.product-card >> nth=0')
  await page.click('text=Forespørsel (1)')

  await page.fill('[name=wish-0]', 'blå skrift')
  await page.fill('[name=body]', 'Jeg er 13097248022 og vil ha penner')
  await page.fill('[name=email]', 'navn.uten.domene')
  await page.click('text=Send forespørsel')
  expect(await problems(page)).toEqual(['Skriv en e-postadresse, for eksempel navn@firma.no.'])
  await page.fill('[name=email]', 'nils@vestkant.example')
  await page.click('text=Send forespørsel')
  expect((await problems(page))[0]).toContain('fødselsnummer')
  expect([
    await page.inputValue('[name=wish-0]'),
    await page.inputValue('[name=email]'),
    await page.inputValue('[name=quantity-0]'),
  ]).toEqual(['blå skrift', 'nils@vestkant.example', '250'])
  expect(await people('nils@vestkant.example')).toEqual([])
  expect(await page.textContent('form.fields')).toMatch(/Personvern, versjon \d+/)

  await page.fill('[name=body]', 'Kan dere levere før jul?')
  await page.click('text=Send forespørsel')
  expect(await page.textContent('h1')).toBe('Takk, vi har fått forespørselen')
  expect(await browser.cookies()).toEqual([])
  expect(await people('nils@vestkant.example')).toHaveLength(1)
  expect(await consents()).toEqual(before)
  await browser.close()
})

it('is seen in the inbox, answered by mail, closed and opened again, and every look is noted', async () => {
  await desk.goto('/desk/foresporsler?sok=nils')
  expect(await faults(desk)).toEqual([])
  await desk.click('table a[href^="/desk/foresporsler/"]')
  await desk.waitForSelector('.thread')
  expect(await desk.textContent('.thread')).toContain('Kan dere levere før jul?')
  expect(await desk.textContent('.page-title')).toContain('venter på oss')
  expect(await desk.textContent('table')).toContain('blå skrift')

  await desk.fill('[name=text]', 'Hei. Ja, om du bestiller før 10. desember.')
  await desk.click('text=Send svaret')
  await desk.waitForSelector('text=Svaret er sendt.')
  await desk.waitForSelector('.page-title:has-text("besvart")')
  expect(await desk.inputValue('[name=text]')).toBe('')
  expect(await faults(desk)).toEqual([])
  await pictured(desk, 'desk-foresporsel')

  await desk.selectOption('[name=outcome]', 'won')
  await desk.click('button:text-is("Lukk")')
  await desk.waitForSelector('text=Forespørselen er lukket.')
  await desk.locator('text=Send svaret').waitFor({ state: 'detached' })
  await desk.click('text=Åpne igjen')
  await desk.waitForSelector('text=Forespørselen er åpnet igjen.')

  const [nils] = await people('nils@vestkant.example')
  const letters = await site.house.owner
    .selectFrom('core.mail')
    .select('kind')
    .where('person_id', '=', nils!.id)
    .orderBy('queued_at')
    .execute()
  expect(letters.map(({ kind }) => kind)).toEqual(['inquiry received', 'inquiry answered'])
  const looks = await site.house.owner
    .selectFrom('core.reading')
    .select(['subject', 'staff_role'])
    .where('person_id', '=', nils!.id)
    .execute()
  expect(new Set(looks.map(({ subject }) => subject.replace(/F-.*/, 'F-…')))).toEqual(
    new Set(['list of inquiries', 'inquiry F-…']),
  )
  expect(complaints).toEqual([])
})

it('registers in English: what is wrong stands beside the field, what was typed stays, and nothing is half-saved', async () => {
  const browser = await site.visit({ without: 'script' })
  const page = await browser.newPage()
  await page.goto('/en/register')
  await page.click('text=Register me')
  expect(await problems(page)).toEqual(Array.from({ length: 4 }, () => 'Please fill in this field.'))
  expect(await page.locator('[aria-invalid=true]').evaluateAll((fields) => fields.map((field) => field.id))).toEqual([
    'first_name',
    'last_name',
    'email',
    'workplace',
  ])

  for (const [name, value] of Object.entries({
    first_name: 'Emma',
    last_name: 'Berg',
    email: 'emma@vestkant.example',
    workplace: 'Vestkant AS',
    organisationNumber: '312 007 178',
  }))
    await page.fill(`[name=${name}]`, value)
  await page.click('text=Register me')
  expect((await problems(page))[0]).toContain('one of the digits is wrong')
  expect(await page.inputValue('[name=first_name]')).toBe('Emma')
  expect(await people('emma@vestkant.example')).toEqual([])

  await page.fill('[name=organisationNumber]', '312 007 177')
  await page.click('text=Register me')
  expect(await page.textContent('h1')).toBe('Look in your inbox')
  expect(await people('emma@vestkant.example')).toHaveLength(1)
  await browser.close()
})

it('is corrected on the customer card; a colleague who was slower keeps what they typed', async () => {
  const [emma] = await people('emma@vestkant.example')
  const open = async (page: Page) => {
    await page.goto(`/desk/kunder/${emma!.account_id}`)
    await page.click('summary:has-text("Stilling")')
  }
  const slower = await desk.context().newPage()
  await open(slower)
  await open(desk)
  await desk.fill(`#job_title-${emma!.id}`, 'Innkjøper')
  await desk.click(`#job_title-${emma!.id} >> xpath=ancestor::form >> button`)
  await desk.waitForSelector('text=Lagret, med hvor opplysningen kom fra.')
  expect(await desk.textContent('.may-do')).toContain('har aldri samtykket')
  expect(await faults(desk)).toEqual([])
  await pictured(desk, 'desk-kunde')

  await slower.fill(`#job_title-${emma!.id}`, 'Kontorleder')
  await slower.click(`#job_title-${emma!.id} >> xpath=ancestor::form >> button`)
  await slower.waitForSelector('text=Noen andre endret personen')
  await slower.waitForSelector('summary:has-text("Innkjøper")')
  expect(await slower.inputValue(`#job_title-${emma!.id}`)).toBe('Kontorleder')
  await slower.click(`#job_title-${emma!.id} >> xpath=ancestor::form >> button`)
  await slower.waitForSelector('summary:has-text("Kontorleder")')
  await slower.close()
  expect(complaints).toEqual([])
})

it('comes in by the API too, under the same rules', async () => {
  const post = (body: unknown) =>
    fetch(`${site.url}/api/v1/inquiries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const asked = { kind: 'question', body: 'Har dere refleksvester?', email: 'api@vestkant.example', language: 'en' }
  const made = await post(asked)
  expect([made.status, await made.json()]).toEqual([
    201,
    { number: expect.stringMatching(/^F-\d{4}-\d{5}$/), answerBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
  ])

  const wrong: readonly (readonly [unknown, number, string])[] = [
    ['{', 400, ''],
    [{ ...asked, email: 'nei' }, 422, 'email'],
    [{ ...asked, birthDate: '1972-09-13' }, 422, 'birthDate'],
    [{ ...asked, body: '13097248022' }, 422, 'body'],
    [{ ...asked, items: [{ sku: 'FINNES-IKKE', quantity: 1 }] }, 422, 'items'],
  ]
  for (const [body, status, field] of wrong) {
    const answer = await post(body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    const { problems: said } = (await answer.json()) as { problems?: Record<string, string> }
    expect(Object.keys(said ?? {})).toEqual(field ? [field] : [])
  }

  const listed = (await (await fetch(`${site.url}/api/v1/products?search=kulepenn&pageSize=1`)).json()) as {
    total: number
    products: { prices: { unitPrice: string }[] }[]
  }
  expect(listed.total).toBeGreaterThan(0)
  expect(listed.products[0]!.prices[0]!.unitPrice).toMatch(/^\d+\.\d{4}$/)
  expect((await fetch(`${site.url}/api/v1/products?page=0`)).status).toBe(422)
})
