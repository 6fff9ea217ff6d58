import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJobs, runWaitingJobs } from '#jobs'
import { sendMail } from '#mail'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
let cookie: string
beforeAll(async () => {
  site = await openSite()
  cookie = await cookieOf(site, { staff: 'salesperson' })
})
afterAll(() => site?.close())

it('can be read where no mail server is set up, and the reading is noted', async () => {
  const { id, account_id, person_id } = await asked('ida@sorgata.example')
  await carry(undefined)
  const browser = await site.visit()
  const [name, value] = cookie.split('=') as [string, string]
  await browser.addCookies([{ name, value, url: site.url }])
  const page = await browser.newPage()
  await page.goto('/desk/utboks')
  await pictured(page, 'desk-utboks')
  await page.click('table a >> nth=1')
  await page.waitForURL(`**/desk/utboks/${id}`)
  expect(await page.textContent('.letter')).toMatch(/Til ida@sorgata\.example .*ligger her/)
  expect(await page.locator('.letter-text a').first().getAttribute('href')).toMatch(/^http/)
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-utboks-brev')
  await browser.close()
  const readings = await site.house.owner
    .selectFrom('core.reading')
    .select(['purpose', 'subject', 'staff_role'])
    .where('account_id', '=', account_id)
    .where('person_id', '=', person_id)
    .execute()
  expect(readings).toContainEqual({ purpose: 'administer', subject: 'letter: inquiry received', staff_role: 'salesperson' })
})

it('is found by address and by what has become of it', async () => {
  expect(await lines('?sok=sorgata')).toBe(1)
  expect(await lines('?hylle=local')).toBe(1)
  expect(await lines('?hylle=failed')).toBe(0)
  expect(await lines('?sok=%25')).toBe(0)
})

it('never shows a sign-in link once letters are sent', async () => {
  const { account_id } = await site.house.owner
    .selectFrom('core.mail')
    .select('account_id')
    .where('to_address', '=', 'ida@sorgata.example')
    .executeTakeFirstOrThrow()
  const letter = {
    account_id,
    kind: 'sign-in link',
    purpose: 'administer',
    to_address: 'ida@sorgata.example',
    subject: 'Logg inn',
    body: 'https://hemmelig.example',
    queued_at: new Date(),
  }
  const [id, another] = ['019ab000-0000-7000-8000-0000000000aa', '019ab000-0000-7000-8000-0000000000ab']
  await site.house.owner
    .insertInto('core.mail')
    .values([
      { ...letter, id, sent_at: new Date() },
      { ...letter, id: another },
    ])
    .execute()
  for (const each of [id, another]) expect(await page(`/${each}`)).not.toContain('hemmelig')
})

it('is nobody else’s to read, and no letter is a page that does not exist', async () => {
  const customer = await cookieOf(site, { customer: 'ida@sorgata.example' })
  expect((await fetch(`${site.url}/desk/utboks`, { headers: { cookie: customer }, redirect: 'manual' })).status).not.toBe(200)
  for (const id of ['019ab000-0000-7000-8000-00000000dead', 'x']) {
    expect((await fetch(`${site.url}/desk/utboks/${id}`, { headers: { cookie } })).status).toBe(404)
  }
})

async function asked(email: string) {
  const form = new URLSearchParams({ kind: 'question', body: 'Kan dere levere før jul?', email })
  const answer = await fetch(`${site.url}/foresporsel`, { method: 'POST', body: form, redirect: 'manual' })
  expect(answer.status).toBe(302)
  return site.house.owner
    .selectFrom('core.mail')
    .select(['id', 'account_id', 'person_id'])
    .where('to_address', '=', email)
    .executeTakeFirstOrThrow()
}

async function carry(smtpUrl: string | undefined): Promise<void> {
  const db = openJobs(site.house.url)
  const post = { db, smtpUrl, from: async () => ({ name: 'NTC', address: 'post@ntcprofil.example' }) }
  const carrier = {
    name: 'send-mail',
    says: { nb: '', en: '' },
    run: (_: null, { accountId, mailId }: Readonly<Record<string, unknown>>) =>
      sendMail(post, new Date(), String(accountId), String(mailId)),
  }
  await runWaitingJobs(site.house.url, [carrier], null)
  await db.destroy()
}

function page(path: string): Promise<string> {
  return fetch(`${site.url}/desk/utboks${path}`, { headers: { cookie } }).then((answer) => answer.text())
}

async function lines(query: string): Promise<number> {
  return (await page(query)).match(/href="\/desk\/utboks\/[0-9a-f]/g)?.length ?? 0
}
