import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerIn } from '#ledger'
import { asPerson } from '#purposes'
import { openCase, restrict } from '#rights'
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

/** Everything about them, or one value, was restricted before they ever signed in. */
async function restricted(email: string, fields: readonly string[] | null): Promise<string> {
  const { owner } = site.house
  const { account_id, id } = await owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const subject = { accountId: account_id, personId: id }
  await asPerson(site.house.for('rights_handling'), subject, async (tx) => {
    const { id: caseId } = await openCase(tx, new Date(), subject, {
      kind: 'restriction',
      channel: 'phone',
      receivedAt: new Date(),
    })
    const scope = fields === null ? {} : { fields }
    const ground = 'needed_by_subject_for_claim'
    await restrict(tx, new Date(), subject, { ground, scope, caseId, ledger: ledgerIn(site.dataDir) }, [])
  })
  return id
}

async function comesIn(email: string): Promise<Page> {
  const page = await (await site.visit({ without: 'script', width: 390 })).newPage()
  await page.goto('/logg-inn')
  await page.fill('[name=email]', email)
  await page.click('text=Send meg lenken')
  await page.goto((await linkTo(email))!)
  await page.click('main button')
  expect(new URL(page.url()).pathname).toBe('/min-side')
  return page
}

it('comes in for the first time though the address itself is restricted, and takes it into use again', async () => {
  const { email } = cast.ingrid.contact
  await restricted(email, ['email'])
  const page = await comesIn(email)
  await page.goto('/min-side/begrens')
  await page.click('text=Ta det i bruk igjen')
  expect(await page.textContent('main')).toContain('Det er i bruk igjen')
  const [row] = await site.house.owner.selectFrom('core.person').select('email').where('email', '=', email).execute()
  expect(row).toEqual({ email })
  await page.context().close()
})

it('comes in for the first time though everything is restricted; erasing is asked about once more, with where to complain', async () => {
  const { email } = cast.fatima.contact
  const id = await restricted(email, null)
  const there = async () =>
    (await site.house.owner.selectFrom('core.person').select('id').where('id', '=', id).execute()).length === 1
  const page = await comesIn(email)
  expect(await page.textContent('main')).toContain(email)
  await page.goto('/min-side/slett')
  await page.click('main form button')
  const asked = (await page.textContent('main'))!
  expect(asked).toContain('Datatilsynet')
  await pictured(page, 'slett-eller-bevar')
  expect(await page.isChecked('[name=notKept]')).toBe(false)
  expect(await there()).toBe(true)
  await page.check('[name=notKept]')
  await page.click('main form button')
  expect(await page.textContent('h1')).toBe('Du er slettet')
  expect(await there()).toBe(false)
  await page.context().close()
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
