import { createHmac } from 'node:crypto'
import { newId } from '#database'
import { secret } from '#files'
import type { Role } from '#auth'
import { firstInvitation } from '#staff'
import { codeOf } from './authenticator.ts'
import type { BrowserContext, Page } from 'playwright-core'
import type { Site } from './browser.ts'

/** The first member of staff’s. */
export const password = 'en setning som er lett å huske'

export type Somebody = { readonly staff: Role } | { readonly customer: string }

/** A visitor who has signed in already. */
export async function visitAs(site: Site, somebody: Somebody, how?: Parameters<Site['visit']>[0]): Promise<BrowserContext> {
  const context = await site.visit(how)
  const [name, value] = (await cookieOf(site, somebody)).split('=') as [string, string]
  await context.addCookies([{ name, value, url: site.url }])
  return context
}

/** The first member of staff comes in by the link that works once, as a person does: password, authenticator, declaration. */
export async function firstComesIn(
  page: Page,
  site: Site,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await page.goto((await firstInvitation(site.house.for('security'), new Date()))!)
  await page.fill('[name=name]', name)
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.check('[name=declaration]')
  await page.click('text=Signer og fortsett')
  await page.fill('[name=code]', codeOf((await page.textContent('p code'))!.replace(/\s/g, '')))
  await page.click('text=Fullfør')
  await page.waitForURL('**/desk')
}

/** A Cookie header for somebody who has signed in: staff of a role, or the customer with that e-mail address. */
export async function cookieOf(site: Site, somebody: Somebody): Promise<string> {
  const { owner } = site.house
  const now = new Date()
  const userId = newId(now)
  const staff = 'staff' in somebody
  const email = staff ? `${somebody.staff}-${userId.slice(-6)}@ntcprofil.example` : somebody.customer
  await owner
    .insertInto('auth.user')
    .values({
      id: userId,
      name: staff ? 'Ingrid Vik' : email,
      email,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
      twoFactorEnabled: staff,
    })
    .execute()
  if (staff) {
    await owner
      .insertInto('core.staff')
      .values({ user_id: userId, role: somebody.staff, confidentiality_signed_at: now, left_at: null })
      .execute()
  } else {
    const person = await owner
      .selectFrom('core.person')
      .select(['account_id', 'id'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    await owner
      .insertInto('core.portal_login')
      .values({ user_id: userId, account_id: person.account_id, person_id: person.id, linked_at: now })
      .execute()
  }
  const token = newId(now).replaceAll('-', '')
  const expiresAt = new Date(now.getTime() + 3_600_000)
  await owner
    .insertInto('auth.session')
    .values({ id: newId(now), token, userId, expiresAt, createdAt: now, updatedAt: now })
    .execute()
  return `ordholden.session_token=${encodeURIComponent(`${token}.${signatureOf(token, secret(site.dataDir, 'sign-in'))}`)}`
}

function signatureOf(token: string, key: string): string {
  return createHmac('sha256', key).update(token).digest('base64')
}
