import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { openMailServer, type MailServer } from '../samples/mail-server.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { readMail } from './read-mail.ts'
import { visitAs } from './signed-in.ts'

let site: Site
let mail: MailServer
beforeAll(async () => {
  site = await openSite()
  mail = await openMailServer()
}, 120_000)
afterAll(async () => {
  await mail.close()
  await site.close()
})

async function writes(from: string, subject: string, text: string): Promise<void> {
  const head = [
    `From: ${from}`,
    'To: personvern@ntcprofil.example',
    `Subject: ${subject}`,
    `Message-ID: <${Date.now()}.${text.length}@firma.example>`,
  ]
  mail.put([...head, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n'), new Date())
  await readMail(site, mail)
}

it('by mail is a case in the desk, answers itself by the link, and is deleted from nowhere it should not be', async () => {
  await writes(
    cast.maja.contact.email,
    'Innsyn',
    'Hei, jeg vil ha innsyn.\r\n\r\nMed vennlig hilsen\r\nMaja Lien\r\n+47 916 78 901',
  )
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('to_address', '=', cast.maja.contact.email)
    .where('kind', '=', 'claim received')
    .executeTakeFirstOrThrow()
  const maja = await (await site.visit({ without: 'script', width: 390 })).newPage()
  await maja.goto(/https?:\S+\/krav\/\S+/.exec(body)![0])
  await maja.click('text=Ja, vis meg alt')
  const [file] = await Promise.all([maja.waitForEvent('download'), maja.click('text=Last ned')])
  expect(file.suggestedFilename()).toMatch(/^innsyn-/)
  const { text } = (await site.house.owner.selectFrom('core.rights_message').select('body as text').executeTakeFirst())!
  expect(text).toBe('Hei, jeg vil ha innsyn.')
})

it('that nobody understands is read by a person, and one with an identity number is gone through first', async () => {
  await writes('ukjent@firma.example', 'Hei', 'Dere vet hvem jeg er: 13097248022.')
  const browser = await visitAs(site, { staff: 'privacy_officer' })
  const page = await browser.newPage()
  await page.goto('/desk/rettigheter')
  await page.click('tr:has-text("må leses") a >> nth=0')
  await page.waitForSelector('text=Må gås gjennom')
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-krav-holdt-tilbake')
  await page.fill('[name=redacted]', 'Dere vet hvem jeg er.')
  await page.click('text=Lagre den strøkne teksten')
  await page.waitForSelector('text=Det som ble holdt tilbake, er slettet.')
  await page.selectOption('[name=kind]', 'question')
  await page.click('button:text-is("Lagre")')
  await page.waitForSelector('text=Vurdert.')
  await page.fill('[name=text]', 'Vi bruker opplysningene til å svare deg.')
  await page.check('[name=relevant]')
  await page.click('text=Send svaret')
  await page.waitForSelector('text=Svaret er sendt.')
})
