/**
 * Every form of the site, found by walking it as everybody, and in every field of it what no field should get. Nothing breaks, what is
 * refused says so beside the field and keeps the rest, and two presses are one act.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { objectionKey, objectionToken } from '#rights'
import { cast } from '../samples/cast.ts'
import { drawSample } from '../src/business/inquiries/draw-sample.ts'
import { inviteStaff } from '../src/business/staff/invite-staff.ts'
import { openSite, type Site } from './browser.ts'
import { type Field, type Form, type Found, formsOf, linksOf } from './forms-of.ts'
import { filledIn, refusedIn, replaced, type Sent, survivedIn, type Typed } from './hostile.ts'
import { told, typedIn, unkind } from './unkind.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
const cookies = new Map<string, string>()
const staffRoles = ['host', 'privacy_officer', 'salesperson', 'accountant', 'marketer'] as const

/** Where nothing is posted in this journey, and where it is tried instead. */
const elsewhere: Readonly<Record<string, string>> = {
  '/*': 'no page',
  '/desk/*': 'no page',
  '/api/v1/inquiries': 'a-program-asks',
  '/api/v1/suppliers/:id/answers': 'src/web/suppliers',
  '/desk/leverandorer': 'src/web/suppliers',
  '/leverandor/svar/:token': 'src/web/suppliers',
  '/en/supplier/answer/:token': 'src/web/suppliers',
  '/desk/personvern/varsler': 'src/business/customers/tell-of-source',
  '/min-side/samtykker': 'one hidden field: no-is-as-easy-as-yes',
  '/en/my-page/samtykker': 'one hidden field: no-is-as-easy-as-yes',
  '/min-side/bytt': 'two hidden fields: a-customer-looks-in',
  '/en/my-page/bytt': 'two hidden fields: a-customer-looks-in',
  '/en/claim/:token/innsyn.zip': 'no field: as in bokmål',
  '/desk/utboks': 'no field, and only with a mail server: a-letter-in-the-outbox',
  '/desk/utboks/:id': 'no field, and only with a mail server: a-letter-in-the-outbox',
}

beforeAll(async () => {
  site = await openSite()
  doors = site.doors
    .map(({ path }) => ({ path, fits: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
    .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
  cookies.set('kari', await cookieOf(site, { customer: cast.kari.contact.email }))
  for (const staff of staffRoles) cookies.set(staff, await cookieOf(site, { staff }))
}, 120_000)
afterAll(() => site?.close())

const found = new Map<string, Found[]>()
const seen = new Set<string>()
const visits = new Map<string, number>()

let doors: readonly { readonly path: string; readonly fits: RegExp }[]
const known = new Map<string, string>()

/** The door an address is behind: the one that names most of it. */
function doorOf(address: string): string {
  const { pathname } = new URL(address, site.url)
  const door = known.get(pathname) ?? doors.find(({ fits }) => fits.test(pathname))?.path ?? pathname
  known.set(pathname, door)
  return door
}

/** Forms that ask the same are one, whomever they are about. */
function noteForms(as: string, html: string, on: string): void {
  for (const form of formsOf(html, on)) {
    const key = keyOf(form)
    found.set(key, [...(found.get(key) ?? []), { as, form, door: doorOf(form.to) }])
  }
}

function keyOf({ to, fields }: Form): string {
  const names = fields.map(({ name, type, value }) => (name === 'act' && type === 'hidden' ? value : groupOf(name)))
  return `${doorOf(to)} ${[...new Set(names)].toSorted().join(' ')}`
}

const groupOf = (name: string) => name.replace(/[.-].*/, '')

const isFile = /\.(?:zip|pdf|csv|json|css|svg|mjs|js|woff2|txt)\b|\/pdf$/

/** The page and all it leads to; of pages that differ in a name or a question only, two. */
async function walk(as: string, from: readonly string[], most = 2): Promise<void> {
  const queue = [...from]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(`${as} ${at}`) || isFile.test(at)) continue
    const key = `${as} ${doorOf(at)}`
    if ((visits.get(key) ?? 0) >= most) continue
    seen.add(`${as} ${at}`)
    visits.set(key, (visits.get(key) ?? 0) + 1)
    const answer = await ask(as, at)
    const html = await answer.text()
    const next = answer.headers.get('location')
    if (answer.status >= 500) faults.push(`${at} answers ${answer.status} to ${as}`)
    noteForms(as, html, at)
    queue.push(...linksOf(html), ...(next ? [next] : []))
  }
}

function ask(as: string, address: string, init: RequestInit = {}): Promise<Response> {
  const cookie = cookies.get(as)
  const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) }
  return fetch(new URL(address, site.url), { redirect: 'manual', ...init, headers })
}

const addressOf = ({ to, on }: Form) => new URL(to, new URL(on, site.url)).href

async function post({ as, form }: Found, sent: Sent) {
  posts += 1
  const files = sent.some(([, value]) => typeof value !== 'string')
  const body = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of sent) body.append(name, value as string)
  const answer = await ask(as, addressOf(form), { method: 'POST', body })
  const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
  return { status: answer.status, to: answer.headers.get('location'), cookie: answer.headers.has('set-cookie'), html }
}

const faults: string[] = []
let posts = 0
async function attack(one: Found): Promise<void> {
  const { form, door } = one
  const English = door.startsWith('/en/')
  const groups = new Map(form.fields.toReversed().map((field) => [groupOf(field.name), field]))
  const tried = async (field: Field, value: Typed, mustRefuse: boolean, sent: Sent) => {
    const answer = await post(one, sent)
    const what = `${door} ${field.name} = ${typeof value === 'string' ? JSON.stringify(value.slice(0, 30)) : String(value)}`
    if (answer.status >= 500 || told.test(answer.html)) faults.push(`${what} breaks: ${answer.status}`)
    const problem = mustRefuse && unkind(one, { field, value, sent }, answer)
    if (problem) faults.push(`${what} ${problem}`)
  }
  for (const field of groups.values()) {
    const sent = filledIn(form, field.type === 'button' ? field : undefined)
    if (typedIn.test(field.type)) {
      for (const value of refusedIn(field).slice(0, English ? 1 : undefined))
        await tried(field, value, true, replaced(sent, field.name, value))
      if (!English) await tried(field, 'twice', false, [...sent, [field.name, 'twice']])
    }
  }
  if (English) return
  const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  const { status } = await ask(one.as, addressOf(form), json)
  if (status >= 500) faults.push(`${door} breaks on what is no form: ${status}`)
  for (const field of groups.values()) {
    const sent = filledIn(form, field.type === 'button' ? field : undefined)
    for (const value of survivedIn(field)) await tried(field, value, false, replaced(sent, field.name, value))
  }
}

/** As it should be filled in, and pressed twice at once: one act. What it leads to is walked too. */
async function press(one: Found): Promise<void> {
  const sent = filledIn(one.form)
  const [first, second] = await Promise.all([post(one, sent), post(one, sent)])
  if (!first.cookie && first.html !== '' && (first.to !== second.to || first.status !== second.status))
    faults.push(`${one.door} pressed twice answers ${first.status} ${first.to} and ${second.status} ${second.to}`)
  noteForms(one.as, first.html, one.form.on)
  if (!first.to) return
  seen.delete(`${one.as} ${first.to}`)
  await walk(one.as, [first.to], 40)
}

async function lettersAreOpened(): Promise<void> {
  const letters = await site.house.owner.selectFrom('core.mail').select('body').execute()
  const links = letters.flatMap(({ body }) =>
    [...body.matchAll(/https?:\/\/localhost:\d+(\/[^\s"<>)]*)/g)].map(([, path]) => path!),
  )
  await walk('nobody', links, 6)
}

/** What ends something comes after all that needs it, and whoever signs out does so last. */
const leaves = /logg-ut|sign-out/
const ends = /slett|avslutt|si-nei|begrens|protester| (?:end|left|let go|outcome)\b|(?:ordre|tilbud)\/:id act$/
const stays = { test: (key: string) => !ends.test(key) && !leaves.test(key) }

/** One of them that is still there: what was pressed before may have taken its form away. */
async function standing(all: readonly Found[]): Promise<Found | undefined> {
  for (const one of all.slice(0, 6)) {
    const html = await (await ask(one.as, one.form.on)).text()
    const alike = formsOf(html, one.form.on).some((form) => form.to === one.form.to && keyOf(form) === keyOf(one.form))
    if (alike) return one
  }
  return undefined
}

it('finds every form, and none of them breaks, keeps silent or loses a word', async () => {
  const began = performance.now()
  await openDoors()
  const done = new Set<string>()
  for (const last of [stays, ends, leaves])
    for (let next = waiting(done, last); next.length > 0; next = waiting(done, last)) {
      for (const [key, all] of next) {
        done.add(key)
        const one = await standing(all)
        if (!one) continue
        await attack(one)
        if (!one.door.startsWith('/en/')) await press(one)
      }
      await lettersAreOpened()
    }
  console.log(
    `${posts} posts in ${Math.round((performance.now() - began) / 1000)} s to ${done.size} forms:\n${[...done].toSorted().join('\n')}`,
  )
  const reached = new Set([...found.values()].flat().map(({ door }) => door))
  const missed = site.doors.filter(({ acts, path }) => acts && !reached.has(path)).map(({ path }) => path)
  expect.soft(missed.toSorted()).toEqual(Object.keys(elsewhere).toSorted())
  expect(faults).toEqual([])
}, 180_000)

function waiting(done: ReadonlySet<string>, when: Pick<RegExp, 'test'>): readonly (readonly [string, readonly Found[]])[] {
  return [...found].filter(([key]) => !done.has(key) && when.test(key))
}

/** Everything of the sample merchant that has an address, as everybody who may come there. */
async function openDoors(): Promise<void> {
  const { owner } = site.house
  const now = new Date()
  await drawSample(site.house.for('case_documentation'), new Date(now.getTime() + 28 * 86_400_000))
  await owner
    .insertInto('core.operator_visit')
    .values({ id: newId(now), how: 'command', what: 'npm run backup', who: 'root', began_at: now })
    .execute()
  const { path: welcome } = await inviteStaff(site.house.for('security'), now, 'salesperson')
  const fatima = await owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', cast.fatima.contact.email)
    .executeTakeFirstOrThrow()
  const noThanks = objectionToken(objectionKey(site.dataDir), { accountId: fatima.account_id, personId: fatima.id })
  const things: string[] = []
  for (const [room, table] of [
    ['foresporsler', 'core.inquiry'],
    ['tilbud', 'core.quote'],
    ['ordre', 'core.sales_order'],
    ['faktura', 'core.invoice'],
  ] as const) {
    const people = owner.selectFrom('core.person').select('account_id')
    const rows = await owner.selectFrom(table).select('id').where('account_id', 'in', people).limit(12).execute()
    things.push(...rows.map(({ id }) => `/desk/${room}/${id}`))
  }
  const pages = site.doors.map(({ path }) => path).filter((path) => !/[:*]/.test(path))
  await walk('nobody', [
    ...pages.filter((path) => !/^\/(?:desk|min-side|en\/my-page)(?!\/logg-inn)/.test(path)),
    welcome,
    `/nei-takk/${noThanks}`,
    `/en/no-thanks/${noThanks}`,
  ])
  await lettersAreOpened()
  await walk('kari', ['/min-side', '/en/my-page'], 4)
  await walk('host', things, 12)
  for (const staff of staffRoles) await walk(staff, ['/desk', ...pages.filter((path) => path.startsWith('/desk'))])
}
