/** Every address × everybody: who gets in where. The table is printed, so that people review it too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from '../journeys/browser.ts'
import { cookieOf } from '../journeys/signed-in.ts'
import { cast } from '../samples/cast.ts'
import type { Door } from '../src/web/doors-of.ts'
import { aligned } from './aligned.ts'

const staffRoles = ['salesperson', 'marketer', 'privacy_officer', 'accountant', 'host'] as const
const people = ['nobody', 'kari', 'james', ...staffRoles] as const
type Person = (typeof people)[number]

/** Desk pages that not every member of staff may open. */
const onlyFor: Record<string, readonly Person[]> = {
  '/desk/ansatte': ['host', 'privacy_officer'],
  '/desk/arkiv': ['host', 'privacy_officer'],
  '/desk/beholdt': ['host', 'privacy_officer'],
  '/desk/utlevering': ['host', 'privacy_officer', 'salesperson'],
  '/desk/utlevering/ny': ['host', 'privacy_officer', 'salesperson'],
  '/desk/utlevering/:account/:id': ['host', 'privacy_officer'],
  '/desk/leverandorer': ['host', 'privacy_officer', 'accountant'],
  '/desk/leverandorer/ny': ['host', 'privacy_officer'],
  '/desk/leverandorer/:id': ['host', 'privacy_officer', 'accountant'],
  '/desk/statistikk': ['host', 'privacy_officer', 'salesperson', 'marketer'],
  '/desk/statistikk/oppsett': ['host', 'privacy_officer'],
  '/desk/statistikk.csv': ['host', 'privacy_officer', 'salesperson', 'marketer'],
  '/desk/personvern/ord': ['host', 'privacy_officer'],
  '/desk/personvern/versjoner': ['host', 'privacy_officer'],
  '/desk/personvern/utkast': ['host', 'privacy_officer'],
  '/desk/avvik/oppslag': ['host', 'privacy_officer'],
  '/desk/avvik/:id': ['host', 'privacy_officer'],
  '/desk/avvik/:id/melding.txt': ['host', 'privacy_officer'],
  '/desk/avvik/:id/melding.json': ['host', 'privacy_officer'],
  '/desk/personvern/protokoll': ['host', 'privacy_officer'],
  '/desk/personvern/regler': ['host', 'privacy_officer'],
  '/desk/personvern/vurderinger': ['host', 'privacy_officer'],
  '/desk/personvern/varsler': ['host', 'privacy_officer'],
  '/desk/personvern/drift': ['host', 'privacy_officer'],
  '/desk/personvern/tiltak': ['host', 'privacy_officer'],
  '/desk/personvern/tiltak.json': ['host', 'privacy_officer'],
  '/desk/personvern/tiltak.csv': ['host', 'privacy_officer'],
  '/desk/personvern/protokoll.json': ['host', 'privacy_officer'],
  '/desk/personvern/protokoll.csv': ['host', 'privacy_officer'],
  '/desk/rettigheter/:account/:id': ['host', 'privacy_officer'],
  '/desk/rettigheter/:account/:id/sak.zip': ['host', 'privacy_officer'],
}

let site: Site
let doors: readonly Door[]
const cookies = new Map<Person, string>()
const own = new Map<string, string>()

beforeAll(async () => {
  site = await openSite()
  // Signing out comes last: after it everybody is nobody.
  doors = site.doors.toSorted((a, b) => Number(signsOut.test(a.path)) - Number(signsOut.test(b.path)))
  cookies.set('kari', await cookieOf(site, { customer: cast.kari.contact.email }))
  cookies.set('james', await cookieOf(site, { customer: cast.james.contact.email }))
  for (const role of staffRoles) cookies.set(role, await cookieOf(site, { staff: role }))
  await findKarisThings()
}, 120_000)
afterAll(() => site.close())

/** What stands in an address: things that exist and are Kari's, so that a door left open would show them to James. */
async function findKarisThings() {
  const { owner } = site.house
  const { account_id } = await owner
    .selectFrom('core.person')
    .select('account_id')
    .where('email', '=', cast.kari.contact.email)
    .executeTakeFirstOrThrow()
  own.set('kunder', account_id)
  for (const [part, table] of [
    ['foresporsler', 'core.inquiry'],
    ['tilbud', 'core.quote'],
    ['ordre', 'core.sales_order'],
    ['faktura', 'core.invoice'],
  ] as const) {
    const thing = await owner.selectFrom(table).select('id').where('account_id', '=', account_id).executeTakeFirst()
    if (thing) own.set(part, thing.id)
  }
  const product = await owner
    .selectFrom('core.product')
    .select(['id', 'sku'])
    .where('listed', '=', true)
    .executeTakeFirstOrThrow()
  own.set('produkter', product.sku).set('products', product.sku).set('katalog', product.id)
}

function filled(path: string): string {
  const parts = path.split('/')
  return parts
    .map((part, place) => (part.startsWith(':') || part === '*' ? (own.get(parts[place - 1]!) ?? 'nothing') : part))
    .join('/')
}

async function tried(path: string, person: Person, method: 'GET' | 'POST'): Promise<string> {
  const cookie = cookies.get(person)
  const answer = await fetch(new URL(filled(path), site.url), {
    method,
    redirect: 'manual',
    headers: { ...(cookie && { cookie }), ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(method === 'POST' && { body: '' }),
  })
  await answer.arrayBuffer()
  const to = answer.headers.get('location')
  return to ? `→ ${to.replace(/\/[0-9a-f-]{36}/g, '/…')}` : String(answer.status)
}

/** Where one is sent who has no business there; a file of my page has no layout, and sends to the bokmål sign-in. */
const refused: Record<string, readonly string[]> = {
  desk: ['→ /desk/logg-inn'],
  'min-side': ['→ /logg-inn'],
  'my-page': ['→ /en/sign-in', '→ /logg-inn'],
}
const signsOut = /logg-ut$|sign-out$/
const publicDesk = /^\/desk\/(?:logg-inn|logg-ut|velkommen|totrinn)/

function roomOf(path: string): string {
  if (publicDesk.test(path)) return 'public'
  if (path === '/desk' || path.startsWith('/desk/')) return 'desk'
  if (path.startsWith('/min-side')) return 'min-side'
  return path.startsWith('/en/my-page') ? 'my-page' : 'public'
}

function mayEnter(path: string, person: Person): boolean {
  const room = roomOf(path)
  if (room === 'public') return true
  const staff = (staffRoles as readonly Person[]).includes(person)
  if (room === 'desk') return staff
  return person === 'kari' || person === 'james'
}

describe('every door', () => {
  it('is shut to whoever has no business there, for reading and for acting', async () => {
    const rows: string[][] = [['address', 'method', ...people]]
    const wrong: string[] = []
    for (const door of doors) {
      for (const method of door.acts ? (['GET', 'POST'] as const) : (['GET'] as const)) {
        const answers = []
        for (const person of people) {
          const answer = await tried(door.path, person, method)
          answers.push(answer)
          if (!asItShould(door.path, person, answer)) wrong.push(`${method} ${door.path} for ${person}: ${answer}`)
        }
        rows.push([door.path, method, ...answers])
      }
    }
    console.log(aligned(rows))
    await expect(aligned(rows)).toMatchFileSnapshot('doors.txt')
    expect(doors.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  }, 120_000)

  it('that a member of staff is shown at the start of the day opens for them', async () => {
    const shut: string[] = []
    for (const role of staffRoles) {
      const cookie = await cookieOf(site, { staff: role })
      const ask = (path: string) => fetch(new URL(path, site.url), { headers: { cookie }, redirect: 'manual' })
      const desk = await (await ask('/desk')).text()
      const shown = [...desk.matchAll(/<a[^>]*href="(\/desk\/[a-z]+)["?]/g)].map(([, path]) => path!)
      expect(shown.length).toBeGreaterThan(2)
      for (const path of new Set(shown)) if ((await ask(path)).status !== 200) shut.push(`${path} for ${role}`)
    }
    expect(shut).toEqual([])
  })

  it('is in the table: a planted open desk page would be found', () => {
    expect(asItShould('/desk/planted', 'nobody', '200')).toBe(false)
    expect(asItShould('/desk/ansatte', 'accountant', '200')).toBe(false)
    expect(doors.map(({ path }) => path)).toContain('/desk/ansatte')
  })
})

function asItShould(path: string, person: Person, answer: string): boolean {
  if (answer.startsWith('5')) return false
  const sentAway = refused[roomOf(path)]?.includes(answer) ?? false
  if (!mayEnter(path, person)) return sentAway || answer === '405'
  if (onlyFor[path] && !onlyFor[path].includes(person)) return answer === '403'
  return !sentAway
}
