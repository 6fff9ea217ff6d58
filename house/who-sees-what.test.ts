/** Every column about a person × everybody, walked on the running pages: the wall between colleagues (promise 6-b), and what each role may see. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#auth'
import { inventory } from '#inventory'
import { asPerson, type Subject } from '#purposes'
import { holdings } from '#rights'
import { plantPerson, type Planted } from '#testing'
import { openSite, type Site } from '../journeys/browser.ts'
import { cookieOf } from '../journeys/signed-in.ts'
import { unzipped } from '../journeys/unzipped.ts'
import { cast } from '../samples/cast.ts'
import { whoMaySee, work, type Viewer } from '../src/web/who-may-see.ts'
import { aligned } from './aligned.ts'

const roles = Object.keys(work) as Role[]
const matrix = whoMaySee(inventory)
/** Something of somebody's that can be recognised wherever it is shown. */
type Mark = { readonly table: string; readonly column: string; readonly text: string }

let site: Site
let kari: Subject
let lise: Planted
let hers: readonly Mark[]
let lises: readonly Mark[]
let karis: string
let ids: Record<'kari' | 'lise', readonly string[]>

beforeAll(async () => {
  site = await openSite()
  kari = await subjectOf(cast.kari.contact.email)
  hers = await marksOf(kari)
  // A colleague with something in every column of every table, in Kari's company.
  lise = await plantPerson(site.house.owner, new Date(), inventory, kari.accountId)
  lises = lise.needles.map(({ table, column, needle }) => ({ table, column, text: needle }))
  karis = await cookieOf(site, { customer: cast.kari.contact.email })
  ids = { kari: await idsOf(kari), lise: await idsOf(lise) }
}, 120_000)
afterAll(() => site.close())

async function subjectOf(email: string): Promise<Subject> {
  const { account_id, id } = await site.house.owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return { accountId: account_id, personId: id }
}

/** What the person's own rows say that nobody else's do, nor the company's own row, nor the catalogue. */
async function marksOf(person: Subject): Promise<Mark[]> {
  const others = await Promise.all(
    [cast.james, cast.fatima, cast.maja].map(async ({ contact }) => textsOf(await subjectOf(contact.email))),
  )
  const products = await site.house.owner.selectFrom('core.product').select(['sku', 'name', 'name_nb', 'description']).execute()
  const texts = await textsOf(person)
  const company = texts.filter(({ table }) => table === 'core.account')
  const anybodys = new Set([
    ...[...others.flat(), ...company].map(({ text }) => text),
    ...products.flatMap((each) => Object.values(each)),
  ])
  const mine = texts.filter(({ text }) => !anybodys.has(text))
  return [...new Map(mine.map((mark) => [`${mark.table}.${mark.column} ${mark.text}`, mark])).values()]
}

/** Words and numbers long enough to be recognised; moments, days and ids say nothing on a page. */
async function textsOf(person: Subject): Promise<Mark[]> {
  const held = await asPerson(site.house.for('rights_handling'), person, (tx) => holdings(tx, inventory))
  return held.flatMap(({ table, columns, rows }) =>
    rows.flatMap(({ values }) =>
      Object.keys(columns).flatMap((column) => {
        const text = values[column]
        return typeof text === 'string' && text.length >= 6 && !/^\d{4}-\d\d-\d\d|^[0-9a-f-]{36}$/.test(text)
          ? [{ table, column, text }]
          : []
      }),
    ),
  )
}

/** The ids of all that is theirs: what somebody could guess, or had seen once. */
async function idsOf({ accountId, personId }: Subject): Promise<string[]> {
  const found = await Promise.all(
    inventory
      .filter((table) => table.person !== undefined && 'account_id' in table.columns && 'id' in table.columns)
      .map(async ({ table, person }) => {
        const { rows } = await sql<{ id: string }>`select id::text from ${sql.table(table)}
          where account_id = ${accountId} and ${sql.ref(person!)} = ${personId} limit 2`.execute(site.house.owner)
        return rows.map(({ id }) => id)
      }),
  )
  return [...new Set([accountId, personId, ...found.flat()])]
}

type Answer = { readonly address: string; readonly status: number; readonly text: string }

async function ask(address: string, cookie: string | undefined, body?: string): Promise<Answer> {
  const answer = await fetch(new URL(address, site.url), {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body !== undefined && { body }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const text = answer.headers.get('content-type') === 'application/zip' ? unzipped(bytes) : bytes.toString('utf8')
  return { address, status: answer.status, text: text + (answer.headers.get('location') ?? '') }
}

/** Every address outside the desk that may be read, with each id in each place where one stands. */
function publicAddresses(given: readonly string[], without = /^$/): string[] {
  const wanted = site.doors.filter(({ path }) => !/^\/desk|logg-ut|sign-out/.test(path) && !without.test(path))
  const all = wanted.flatMap(({ path }) => {
    if (!/:\w+|\*/.test(path)) return [path]
    const tried = /faktura|kvittering/.test(path) ? given : given.slice(0, 2)
    return tried.map((id) => path.replace(/:\w+|\*/, id))
  })
  return [...new Set(all)]
}

/** Every address of the desk, with Kari's own things where one stands. */
async function deskAddresses(): Promise<string[]> {
  const thing = async (table: 'core.inquiry' | 'core.quote' | 'core.sales_order' | 'core.invoice') => {
    const query = site.house.owner.selectFrom(table).select('id').where('account_id', '=', kari.accountId)
    return (await query.orderBy('id').executeTakeFirstOrThrow()).id
  }
  const own: Record<string, string> = {
    kunder: kari.accountId,
    foresporsler: await thing('core.inquiry'),
    tilbud: await thing('core.quote'),
    ordre: await thing('core.sales_order'),
    faktura: await thing('core.invoice'),
  }
  return site.doors
    .filter(({ path }) => path.startsWith('/desk') && !/logg-ut/.test(path))
    .map(({ path }) => path.replace(/:\w+|\*/g, own[path.split('/')[2]!] ?? kari.accountId))
}

/** The desk's doors with Lise's own things in them, where an address names one of a person's. */
async function aboutLise(): Promise<string[]> {
  const named: Record<string, string> = {
    rettigheter: 'core.rights_case',
    utlevering: 'core.disclosure_case',
    utboks: 'core.mail',
    foresporsler: 'core.inquiry',
    ordre: 'core.sales_order',
  }
  const paths = site.doors.filter(({ path }) => path.startsWith('/desk') && path.includes(':id'))
  const found = await Promise.all(
    paths.map(async ({ path }) => {
      const table = named[path.split('/')[2]!]
      if (table === undefined) return []
      const { rows } = await sql<{ id: string }>`select id::text from ${sql.table(table)}
        where account_id = ${lise.accountId} and person_id = ${lise.personId} limit 1`.execute(site.house.owner)
      return rows.map(({ id }) => path.replace(':account', lise.accountId).replace(':id', id))
    }),
  )
  return found.flat()
}

/** React writes & and quotes otherwise than they were typed. */
const shows = (text: string, mark: string) => text.includes(mark) || text.includes(written(mark))
const written = (mark: string) =>
  mark
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')

/** Which marks stand in which answers, unless that viewer may see them, there or in a longer text where it stands too. */
function leaks(answers: readonly Answer[], marks: readonly Mark[], viewer: Viewer): string[] {
  const open = marks.filter((mark) => !isShut(mark, viewer))
  const shut = marks.filter(({ text }) => !open.some((mark) => mark.text.includes(text)))
  return answers.flatMap(({ address, text }) =>
    shut.filter((mark) => shows(text, mark.text)).map(({ table, column }) => `${address}: ${table}.${column}`),
  )
}

function isShut({ table, column }: Mark, viewer: Viewer): boolean {
  return ['no', 'that it is held', 'unless a colleague’s'].includes(seenBy(table, column, viewer))
}

function seenBy(table: string, column: string, viewer: Viewer) {
  const row = matrix.find((each) => each.table === table && each.column === column)
  if (!row) throw new Error(`${table}.${column} is shown and not in the table`)
  return row.seenBy[viewer]
}

const broken = (answers: readonly Answer[]) => answers.filter(({ status }) => status >= 500).map(({ address }) => address)
const found = (answers: readonly Answer[], marks: readonly Mark[]) =>
  new Set(
    marks
      .filter(({ text }) => answers.some((answer) => shows(answer.text, text)))
      .map(({ table, column }) => `${table}.${column}`),
  )
const eachOf = async (addresses: readonly string[], cookie: string | undefined) => {
  const answers: Answer[] = []
  for (const address of addresses) answers.push(await ask(address, cookie))
  return answers
}

describe('who sees what', () => {
  it('is a table that people review, with a row for every column about somebody', async () => {
    const viewers = Object.keys(matrix[0]!.seenBy) as Viewer[]
    const order: Viewer[] = ['the person', 'a colleague', 'a stranger', ...roles]
    expect(viewers.toSorted()).toEqual(order.toSorted())
    const rows = matrix.map(({ table, column, seenBy }) => [`${table}.${column}`, ...order.map((viewer) => seenBy[viewer])])
    await expect(aligned([['column', ...order], ...rows])).toMatchFileSnapshot('who-sees-what.txt')
    expect(rows.length).toBeGreaterThan(150)
  })

  it('shows a colleague in the same company nothing of the other on any page, by any id, in any file', async () => {
    const answers = await eachOf(publicAddresses(ids.lise), karis)
    for (const file of ['/min-side/innsyn.zip', '/min-side/ta-med.zip']) answers.push(await ask(file, karis, ''))
    expect(lises.length).toBeGreaterThan(100)
    expect(broken(answers)).toEqual([])
    expect(leaks(answers, lises, 'a colleague')).toEqual([])
    // The walk looked: Kari found herself, in the page and in the files.
    expect([...found(answers, hers)]).toEqual(
      expect.arrayContaining(['core.person.email', 'core.person.phone', 'core.inquiry.body']),
    )
    expect(answers.filter(({ text }) => shows(text, cast.kari.contact.phone)).map(({ address }) => address)).toEqual(
      expect.arrayContaining(['/min-side', '/en/my-page', '/min-side/innsyn.zip', '/min-side/ta-med.zip']),
    )
  }, 120_000)

  it('shows nothing the other way round either, nor to a stranger or a customer elsewhere', async () => {
    const lise_ = await cookieOf(site, { customer: lise.email })
    const james = await cookieOf(site, { customer: cast.james.contact.email })
    for (const [viewer, cookie] of [
      ['a colleague', lise_],
      ['a stranger', undefined],
      ['a stranger', james],
    ] as const) {
      const answers = await eachOf(publicAddresses(ids.kari, /^\/en\//), cookie)
      expect(leaks(answers, hers, viewer)).toEqual([])
    }
  }, 120_000)

  it('changes nothing of a colleague’s whatever id is posted', async () => {
    const before = await stateOf(lise)
    const forms = site.doors.filter(({ path, acts }) => acts && path.startsWith('/min-side') && !/:|slett|avslutt|zip/.test(path))
    for (const { path } of forms) {
      // Restrictions are the ones that are named by an id.
      for (const id of path.endsWith('begrens') ? ids.lise : ids.lise.slice(0, 2)) {
        for (const act of ['lift', 'restrict']) {
          const named = { id, restriction: id, scope: `document:${id}`, purpose: id, person: id }
          const body = new URLSearchParams({ act, ground: 'unlawful_keep', ...named })
          await ask(path, karis, body.toString())
        }
      }
    }
    expect(forms.map(({ path }) => path)).toContain('/min-side/begrens')
    expect(await stateOf(lise)).toEqual(before)
  }, 120_000)

  it('shows each member of staff what the work needs and no more', async () => {
    const doors = await deskAddresses()
    const seen: Partial<Record<Role, number>> = {}
    for (const role of roles) {
      const answers = await eachOf(doors, await cookieOf(site, { staff: role }))
      expect(broken(answers), role).toEqual([])
      expect(leaks(answers, hers, role), role).toEqual([])
      // Lise has something in every column of every table, and is of the same company: what lies beside Kari is walked too.
      expect(leaks(answers, lises, role), role).toEqual([])
      seen[role] = found(answers, hers).size
    }
    expect(seen.salesperson).toBeGreaterThan(10)
    expect(seen.accountant).toBeGreaterThan(5)
    expect(seen.marketer).toBe(0)
    expect(seen.privacy_officer).toBeGreaterThan(10)
    expect(seen.host).toBeGreaterThan(10)
  }, 400_000)

  it('shows no member of staff what lets somebody sign in, or lies locked without an opening', async () => {
    const secrets = lise.needles
      .filter(({ secret }) => secret)
      .map(({ table, column, needle }) => ({ table, column, text: needle }))
    const locked = lises.filter(({ table }) => table.startsWith('archive.'))
    expect(secrets.length).toBeGreaterThan(5)
    expect(locked.length).toBeGreaterThan(3)
    const doors = await deskAddresses()
    for (const role of ['privacy_officer', 'host'] as const) {
      const answers = await eachOf([...doors, ...(await aboutLise())], await cookieOf(site, { staff: role }))
      expect([...found(answers, [...secrets, ...locked])], role).toEqual([])
    }
  }, 240_000)

  it('would find a page that shows too much', () => {
    const planted = { address: '/planted', status: 200, text: `<td>${written(lises[0]!.text)}</td>` }
    expect(leaks([planted], lises, 'a colleague')).toHaveLength(1)
    const phone = { ...planted, text: cast.kari.contact.phone }
    expect(leaks([phone], hers, 'marketer')).toContain('/planted: core.person.phone')
    expect(leaks([phone], hers, 'salesperson')).toEqual([])
  })
})

async function stateOf(person: Subject): Promise<unknown> {
  const held = await asPerson(site.house.for('rights_handling'), person, (tx) => holdings(tx, inventory))
  return held.map(({ table, rows }) => [table, rows.map(({ values }) => values)])
}
