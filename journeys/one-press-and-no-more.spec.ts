import { afterAll, beforeAll, expect, it } from 'vitest'
import { objectionKey, objectionToken } from '#rights'
import { cast } from '../samples/cast.ts'
import { faults, openSite, type Site } from './browser.ts'

let site: Site
let link: string
let fatima: { account_id: string; id: string }
beforeAll(async () => {
  site = await openSite()
  fatima = await site.house.owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', cast.fatima.contact.email)
    .executeTakeFirstOrThrow()
  const token = objectionToken(objectionKey(site.dataDir), {
    accountId: fatima.account_id,
    personId: fatima.id,
  })
  link = `/nei-takk/${token}`
}, 120_000)
afterAll(() => site?.close())

const noes = async () =>
  (
    await site.house.owner
      .selectFrom('core.objection')
      .select('channel')
      .where('person_id', '=', fatima.id)
      .where('lifted_at', 'is', null)
      .where('channel', '=', 'link')
      .execute()
  ).length

it('says no from a letter without signing in, and a program that only opens the link says nothing', async () => {
  await site.house.owner.deleteFrom('core.objection').where('person_id', '=', fatima.id).execute()
  for (const method of ['GET', 'HEAD']) expect((await fetch(site.url + link, { method })).status, method).toBe(200)
  expect(await noes()).toBe(0)

  const page = await (await site.visit({ width: 390 })).newPage()
  await page.goto(link)
  expect(await faults(page)).toEqual([])
  await page.click('text=Nei takk, ingen reklame')
  await page.waitForSelector('text=Du får ingen reklame fra oss')
  expect(await faults(page)).toEqual([])
  expect(await noes()).toBe(1)
}, 60_000)

it('takes the mail program’s own button too, which sends no cookie and asks nothing (RFC 8058)', async () => {
  await site.house.owner.deleteFrom('core.objection').where('person_id', '=', fatima.id).execute()
  const answer = await fetch(site.url + link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  expect(answer.status).toBe(200)
  expect(await noes()).toBe(1)
})

it('does not know a link that we did not write', async () => {
  for (const method of ['GET', 'POST']) expect((await fetch(`${site.url}${link.slice(0, -3)}AAA`, { method })).status).toBe(404)
})
