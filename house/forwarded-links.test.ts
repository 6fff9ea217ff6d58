/** Every kind of link that is sent in a letter, opened by whom it was not sent to: nobody, a customer elsewhere, staff; after it was used, and after its time. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '#clock'
import { inventory } from '#inventory'
import { instructSuppliers, sendInstruction } from '#processors'
import { asPerson, type Subject } from '#purposes'
import { holdings, objectionKey, objectionToken } from '#rights'
import { openSite, type Site } from '../journeys/browser.ts'
import { cookieOf } from '../journeys/signed-in.ts'
import { cast } from '../samples/cast.ts'
import { sentQuote } from '../src/business/quotes/testing.ts'
import { inviteStaff } from '../src/business/staff/invite-staff.ts'

let site: Site
let kari: Subject
const others: Record<'nobody' | 'james' | 'salesperson', string | undefined> = {
  nobody: undefined,
  james: undefined,
  salesperson: undefined,
}
const hers = [cast.kari.contact.email, cast.kari.contact.phone, cast.kari.contact.last_name, cast.kari.contact.job_title]

beforeAll(async () => {
  site = await openSite()
  const row = await site.house.owner
    .selectFrom('core.person')
    .select(['account_id', 'id'])
    .where('email', '=', cast.kari.contact.email)
    .executeTakeFirstOrThrow()
  kari = { accountId: row.account_id, personId: row.id }
  others.james = await cookieOf(site, { customer: cast.james.contact.email })
  others.salesperson = await cookieOf(site, { staff: 'salesperson' })
}, 120_000)
afterAll(() => site.close())

type Answer = { readonly status: number; readonly text: string; readonly cookies: readonly string[] }

async function ask(path: string, cookie: string | undefined, body?: Record<string, string>): Promise<Answer> {
  const answer = await fetch(new URL(path, site.url), {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(body && { body: new URLSearchParams(body).toString() }),
  })
  return { status: answer.status, text: await answer.text(), cookies: answer.headers.getSetCookie() }
}

/** The link in the newest letter of that kind. */
async function linkIn(kind: string): Promise<string> {
  const { rows } = await sql<{
    body: string
  }>`select body from core.mail where kind = ${kind} order by queued_at desc, id desc limit 1`.execute(site.house.owner)
  return new URL(rows[0]!.body.match(/https?:\/\/\S+\/[\w-]{20,}/)![0]).pathname
}

type Kind = {
  /** Sent to her as it is sent at work. */
  readonly send: () => Promise<string>
  /** What is posted by whoever presses the button; and whom of the others it works for, because the link is all that is asked. */
  readonly press: Record<string, string>
  readonly worksFor: readonly (keyof typeof others)[]
  /** What the page may say of her to whoever has the link: a supplier must know whom it is about. */
  readonly mayShow: readonly string[]
  /** She, or whom it was sent to, has used it. */
  readonly use?: (path: string) => Promise<unknown>
  /** Its time is over. */
  readonly expire?: () => Promise<unknown>
}

const post = (path: string, body: Record<string, string>) => ask(path, undefined, body)

/** By the door it leads to. */
const kinds: Readonly<Record<string, Kind>> = {
  '/tilbud/:token': {
    send: async () => `/tilbud/${(await sentQuote(site.house, kari)).token}`,
    press: { act: 'accept', contentHash: 'another' },
    worksFor: [],
    mayShow: [],
    use: (path) => post(path, { act: 'decline' }),
  },
  '/krav/:token': {
    send: async () => {
      await post('/rettigheter', { kind: 'access', email: cast.kari.contact.email, text: '' })
      return linkIn('claim received')
    },
    press: {},
    // Whoever reads the mailbox need not be signed in; whoever is signed in as somebody else is not her.
    worksFor: ['nobody'],
    mayShow: [],
    expire: () => sql`update core.rights_link set expires_at = now() - interval '1 second'`.execute(site.house.owner),
  },
  '/krav/:token/innsyn.zip': {
    send: async () => {
      await post('/rettigheter', { kind: 'access', email: cast.kari.contact.email, text: '' })
      return `${await linkIn('claim received')}/innsyn.zip`
    },
    press: {},
    worksFor: [],
    mayShow: [],
    expire: () => sql`update core.rights_link set expires_at = now() - interval '1 second'`.execute(site.house.owner),
  },
  '/logg-inn/:token': {
    send: async () => {
      await post('/logg-inn', { email: cast.kari.contact.email })
      return linkIn('sign-in link')
    },
    press: {},
    // Once, within fifteen minutes, for whoever opens it: the letter says so.
    worksFor: ['nobody', 'james', 'salesperson'],
    mayShow: [],
    use: (path) => post(path, {}),
    expire: () => sql`update auth.verification set "expiresAt" = now() - interval '1 second'`.execute(site.house.owner),
  },
  '/nei-takk/:token': {
    send: async () => `/nei-takk/${objectionToken(objectionKey(site.dataDir), kari)}`,
    press: {},
    // RFC 8058: a mail program says no for whoever reads the letter, and shows nothing; less advertising is all that comes of it.
    worksFor: ['nobody', 'james', 'salesperson'],
    mayShow: [],
  },
  '/leverandor/svar/:token': {
    send: async () => {
      const now = new Date()
      await sql`update core.recipient set reached_by = 'email', mailbox = 'post@upn.example', location = 'NO' where id = 'united-profile-networks'`.execute(
        site.house.owner,
      )
      await sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
        values (${kari.accountId}, gen_random_uuid(), ${kari.personId}, 'united-profile-networks', 'web_function', array['person.email'], 'art. 28', ${now})`.execute(
        site.house.owner,
      )
      const told = await asPerson(site.house.for('rights_handling'), kari, (tx) =>
        instructSuppliers(tx, now, kari, { kind: 'relationship_end' }),
      )
      const { id } = told.find(({ recipient }) => recipient === 'united-profile-networks')!
      const sender = async () => ({ name: 'NTC', signature: () => '--' })
      await sendInstruction({ db: site.house.for('legal_obligation'), dataDir: site.dataDir, website: site.url, sender }, now, id)
      return linkIn('supplier instruction')
    },
    press: { says: 'kept' },
    worksFor: [],
    mayShow: [cast.kari.contact.email],
    use: (path) =>
      post(path, {
        says: 'done',
        doneOn: dayOf(new Date()),
        subProcessors: 'none',
        backupsLapseOn: dayOf(new Date()),
      }),
  },
  '/desk/velkommen/:token': {
    send: async () => (await inviteStaff(site.house.for('security'), new Date(), 'salesperson')).path,
    press: {},
    worksFor: [],
    mayShow: [],
    use: () => sql`update core.staff_invitation set used_at = now()`.execute(site.house.owner),
    expire: () => sql`update core.staff_invitation set expires_at = now() - interval '1 second'`.execute(site.house.owner),
  },
}

/** What the database has about her, in a word; that a quote was seen is noted, whoever looked. */
async function state(): Promise<string> {
  const held = await asPerson(site.house.for('rights_handling'), kari, (tx) => holdings(tx, inventory))
  return JSON.stringify(
    held
      .filter(({ table }) => !/transfer|rights_|mail$|verification|session/.test(table))
      // In whatever order the database gives them.
      .map(({ table, rows }) => [table, rows.map(({ values }) => JSON.stringify({ ...values, viewed_at: null })).toSorted()]),
  )
}

const over = [404, 410, 422, 403, 302]

/** Shows nothing of hers, does nothing and lets nobody in, whoever of the others opens it. */
async function isNobodys(path: string, press: Kind['press']): Promise<void> {
  const before = await state()
  for (const [who, cookie] of Object.entries(others)) {
    const opened = await ask(path, cookie)
    expect(
      hers.filter((own) => opened.text.includes(own)),
      `${who} ${path}`,
    ).toEqual([])
    const pressed = await ask(path, cookie, press)
    expect(over, `${who} ${path} ${pressed.status}`).toContain(pressed.status)
    expect(pressed.cookies.filter((each) => each.startsWith('ordholden.session_token=') && !/Max-Age=0/.test(each))).toEqual([])
  }
  expect(await state()).toBe(before)
}

it('knows every door that a link of a letter leads to', () => {
  const doors = site.doors.map(({ path }) => path).filter((path) => path.includes(':token') && !path.startsWith('/en/'))
  expect(doors.toSorted()).toEqual(Object.keys(kinds).toSorted())
})

describe.each(Object.entries(kinds))('a link to %s', (_, { send, press, worksFor, mayShow, use, expire }) => {
  it('shows nobody else anything of hers, and is opened without anything being done', async () => {
    const path = await send()
    const before = await state()
    for (const [who, cookie] of Object.entries(others)) {
      const answer = await ask(path, cookie)
      expect(answer.status, `${who} ${path}`).toBeLessThan(500)
      expect(
        hers.filter((own) => answer.text.includes(own) && !mayShow.includes(own)),
        `${who} ${path}`,
      ).toEqual([])
    }
    expect(await state()).toBe(before)
  }, 60_000)

  it('does nothing of hers when others press the button, but where the link is all that is asked', async () => {
    for (const [who, cookie] of Object.entries(others).filter(([each]) => !worksFor.includes(each as keyof typeof others))) {
      const path = await send()
      const before = await state()
      const answer = await ask(path, cookie, press)
      expect(over, `${who} ${path} ${answer.status}`).toContain(answer.status)
      expect(
        hers.filter((own) => answer.text.includes(own) && !mayShow.includes(own)),
        `${who} ${path}`,
      ).toEqual([])
      expect(await state()).toBe(before)
    }
  }, 60_000)

  it.skipIf(use === undefined)(
    'is nobody’s after it was used',
    async () => {
      const path = await send()
      await use!(path)
      await isNobodys(path, press)
    },
    60_000,
  )

  it.skipIf(expire === undefined)(
    'is nobody’s when its time is over',
    async () => {
      const path = await send()
      await expire!()
      await isNobodys(path, press)
    },
    60_000,
  )
})
