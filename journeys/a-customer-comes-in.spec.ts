import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptInvitation, inviteStaff } from '#staff'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const kari = cast.kari.contact.email

/** The newest sign-in letter to that address, as it left the house. */
async function linkTo(address: string): Promise<string | undefined> {
  const letter = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'sign-in link')
    .where('to_address', '=', address)
    .orderBy('queued_at', 'desc')
    .executeTakeFirst()
  return letter?.body.match(/http\S+/)?.[0]
}

it('comes in by a link in a letter, which a mail filter may open but only a press of the button spends', async () => {
  const browser = await site.visit()
  const page = await browser.newPage()
  await page.goto('/logg-inn')
  await page.fill('[name=email]', kari.toUpperCase())
  await page.click('text=Send meg lenken')
  expect(await page.textContent('main')).toContain('Se i innboksen din')
  await pictured(page, 'lenke-sendt')

  const link = (await linkTo(kari))!
  for (const filter of [1, 2]) expect((await fetch(link)).headers.get('set-cookie'), `mail filter ${filter}`).toBeNull()
  await page.goto(link)
  expect(await faults(page)).toEqual([])
  await pictured(page, 'lenke')
  await page.click('main button')
  expect(new URL(page.url()).pathname).toBe('/min-side')
  const cookies = await browser.cookies()
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: 'ordholden.session_token', httpOnly: true, sameSite: 'Lax' },
  ])
  await page.goto('/')
  expect(await page.textContent('.site-head')).toContain('Min side')

  const other = await site.visit({ without: 'script' })
  const second = await other.newPage()
  await second.goto(link)
  await second.click('main button')
  expect(await second.textContent('h1')).toBe('Denne lenken virker ikke lenger')
  expect(await other.cookies()).toEqual([])
  await Promise.all([browser.close(), other.close()])
})

it('gets the same answer as a stranger, so that nobody learns who is a customer here', async () => {
  const browser = await site.visit({ without: 'script' })
  const page = await browser.newPage()
  const answers: (string | null)[] = []
  for (const address of [kari, 'nobody@elsewhere.example']) {
    await page.goto('/logg-inn')
    await page.fill('[name=email]', address)
    await page.click('text=Send meg lenken')
    answers.push(await page.textContent('main'))
  }
  expect(answers[1]).toBe(answers[0])
  expect(await linkTo('nobody@elsewhere.example')).toBeUndefined()
  await browser.close()
})

it('cannot come in as a member of staff, whose letters open nothing', async () => {
  const { token } = await inviteStaff(site.house.for('security'), new Date(), 'host')
  await acceptInvitation(site.house.for('security'), new Date(), token, {
    name: 'Maja',
    email: cast.maja.contact.email,
    password: 'en setning som er lett å huske',
  })
  const browser = await site.visit({ without: 'script' })
  const page = await browser.newPage()
  await page.goto('/logg-inn')
  await page.fill('[name=email]', cast.maja.contact.email)
  await page.click('text=Send meg lenken')
  const link = await linkTo(cast.maja.contact.email)
  if (link) {
    await page.goto(link)
    await page.click('main button')
  }
  expect(await browser.cookies()).toEqual([])
  await browser.close()
})
