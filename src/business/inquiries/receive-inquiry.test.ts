import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#database'
import { registerCustomer } from '#customers'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import type { Filed } from './file-inquiry.ts'
import { receiveInquiry, type Asked } from './receive-inquiry.ts'

const now = new Date('2026-11-23T09:00:00Z')
const cup = newId(now)
let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
  await house.owner
    .insertInto('core.statement_revision')
    .values({
      revision: 3,
      effective_on: '2026-01-01',
      content_hash: 'x',
      texts: '{}',
      terms: '{}',
      kind: 'material',
      published_at: now,
    })
    .execute()
  const product = { name: 'STEEL MUG', name_nb: 'Termokopp 35 cl', category: 'drink', vat_rate: 2500, created_at: now }
  await house.owner
    .insertInto('core.product')
    .values([
      { ...product, id: cup, sku: '22326' },
      { ...product, id: newId(now), sku: 'GONE', listed: false },
    ])
    .execute()
})
afterAll(() => house?.close())

const asked: Asked = {
  kind: 'quote_request',
  channel: 'web',
  body: '250 termokopper med logo til sommerfesten\nHelst grønne.',
  items: [{ sku: '22326', quantity: 250, wish: 'gravert logo' }],
  email: 'ola@vestkant.example',
  language: 'nb',
  website: 'https://ntcprofil.example',
}
const receive = (more: Partial<Asked> = {}) => receiveInquiry(house.for('deliver'), now, { ...asked, ...more })

async function received(more: Partial<Asked> = {}): Promise<Filed> {
  const answer = await receive(more)
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}

describe('a stranger asks for a quote', () => {
  it('and needs an e-mail address only: a relationship, a person, where the address came from, and the text that was shown', async () => {
    const { accountId, personId } = await received()
    const person = await house.owner.selectFrom('core.person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
    expect(person).toMatchObject({
      account_id: accountId,
      email: 'ola@vestkant.example',
      phone: null,
      first_name: null,
      registered_at: null,
    })
    const account = await house.owner
      .selectFrom('core.account')
      .selectAll()
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({ kind: 'inquirer', customer_number: null, name: null })
    const provenance = await house.owner.selectFrom('core.provenance').selectAll().where('person_id', '=', personId).execute()
    expect(provenance).toMatchObject([{ field: 'email', source: 'enquiry', channel: 'web', actor: 'person' }])
    const shown = await house.owner.selectFrom('core.statement_shown').selectAll().where('person_id', '=', personId).execute()
    expect(shown).toMatchObject([{ revision: 3, form: 'inquiry' }])
    expect(await house.owner.selectFrom('core.consent').selectAll().execute()).toEqual([])
  })

  it('and the inquiry is filed with its lines, under a number of its own', async () => {
    const [first, second] = [await received(), await received()]
    expect(Number(second.number.slice(7)) - Number(first.number.slice(7))).toBe(1)
    expect(first.number).toMatch(/^F-2026-\d{5}$/)
    const inquiry = await house.owner.selectFrom('core.inquiry').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow()
    expect(inquiry).toMatchObject({
      kind: 'quote_request',
      channel: 'web',
      subject: '250 termokopper med logo til sommerfesten',
      answered_at: null,
    })
    const items = await house.owner.selectFrom('core.inquiry_item').selectAll().where('inquiry_id', '=', first.id).execute()
    expect(items).toMatchObject([{ line: 1, product_id: cup, quantity: 250, wish: 'gravert logo' }])
  })

  it('and is told at once: the number and the day of the answer, and nothing of what was written (9-b)', async () => {
    const { id, number, personId } = await received({ email: 'ny@vestkant.example' })
    expect(id).toBeTruthy()
    const [letter, ...more] = await house.owner.selectFrom('core.mail').selectAll().where('person_id', '=', personId).execute()
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      to_address: 'ny@vestkant.example',
      subject: `Vi har fått forespørselen din, ${number}`,
      sent_at: null,
    })
    expect(letter!.body).toContain('senest 25.11.2026')
    expect(letter!.body).not.toMatch(/termokopper|ola|vestkant/i)
  })

  it('in English, and is answered in English', async () => {
    const { personId } = await received({ language: 'en', body: 'Two hundred mugs, please' })
    const letter = await house.owner
      .selectFrom('core.mail')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(letter.body).toContain('by 25 November 2026')
    expect(letter.body).toContain('https://ntcprofil.example/en/privacy')
  })
})

describe('a customer who is signed in', () => {
  it('asks as themselves: no new person, no new relationship', async () => {
    const first = await received({ email: 'kari@fjordbris.example' })
    const again = await received({ email: 'kari@fjordbris.example', from: first })
    expect([again.accountId, again.personId]).toEqual([first.accountId, first.personId])
    const people = await house.owner
      .selectFrom('core.person')
      .select('id')
      .where('email', '=', 'kari@fjordbris.example')
      .execute()
    expect(people).toEqual([{ id: first.personId }])
  })
})

describe('what is refused', () => {
  it.each<[string, Partial<Asked>, object]>([
    ['an empty question', { body: ' \n', items: [] }, { refused: 'question is empty', field: 'body' }],
    ['a product we do not have', { items: [{ sku: 'NOPE', quantity: 1 }] }, { refused: 'no such product', field: 'items' }],
    [
      'a product that is no longer listed',
      { items: [{ sku: 'GONE', quantity: 1 }] },
      { refused: 'no such product', field: 'items' },
    ],
    ['none of a product', { items: [{ sku: '22326', quantity: 0 }] }, { refused: 'not a quantity', field: 'items' }],
    [
      'a national identity number in the question',
      { body: 'Mitt nummer er 130972 48022' },
      { refused: 'national identity number', field: 'body' },
    ],
    [
      'a card number in a wish',
      { items: [{ sku: '22326', quantity: 1, wish: '4111 1111 1111 1111' }] },
      { refused: 'payment card number', field: 'items' },
    ],
  ])('%s, and nothing is kept of it', async (_what, more, no) => {
    expect(await receive({ ...more, email: 'nei@vestkant.example' })).toEqual(no)
    expect(
      await house.owner.selectFrom('core.person').select('id').where('email', '=', 'nei@vestkant.example').execute(),
    ).toEqual([])
    expect(
      await house.owner.selectFrom('core.mail').select('id').where('to_address', '=', 'nei@vestkant.example').execute(),
    ).toEqual([])
  })

  it('is noted where it held what must not be kept: the field and why, never what', async () => {
    const noted = await house.owner
      .selectFrom('core.refused_entry')
      .select(['form', 'field', 'reason'])
      .orderBy('at')
      .orderBy('field')
      .execute()
    expect(noted).toEqual([
      { form: 'inquiry', field: 'body', reason: 'national identity number' },
      { form: 'inquiry', field: 'items', reason: 'payment card number' },
    ])
  })

  it('comes for the twenty-first time in an hour from one address, and is welcome again when the hour is over', async () => {
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    const ask = (minutes: number) =>
      receiveInquiry(house.for('deliver'), at(minutes), { ...asked, email: 'Ofte@vestkant.example' })
    for (let n = 0; n < 20; n++) expect(await ask(n)).toHaveProperty('number')
    expect(await ask(59)).toEqual({ refused: 'asked too often', field: 'email' })
    expect(await ask(61)).toHaveProperty('number')
    const letters = await house.owner
      .selectFrom('core.mail')
      .select('id')
      .where('to_address', '=', 'Ofte@vestkant.example')
      .execute()
    expect(letters).toHaveLength(21)
  })
})

describe('whoever registered asks again without signing in', () => {
  const email = 'marte@fjellheim.example'
  const registers = () =>
    registerCustomer(house.for('deliver'), now, {
      contact: { first_name: 'Marte', last_name: 'Solheim', email, workplace: 'Fjellheim AS' },
      organisationNumber: '',
      language: 'nb',
      website: 'https://ntcprofil.example',
    })
  const marte = () =>
    house.owner.selectFrom('core.person').selectAll().where('email', '=', email).where('registered_at', 'is not', null).execute()

  it('and it is theirs, in whatever case the address is typed; a number that was typed stands in the inquiry, not on their card', async () => {
    await registers()
    const filed = await received({ email: 'Marte@Fjellheim.example', phone: '+47 912 34 567' })
    const [registered] = await marte()
    expect(filed).toMatchObject({ accountId: registered!.account_id, personId: registered!.id })
    expect(registered).toMatchObject({ phone: null, first_name: 'Marte' })
    const inquiry = await house.owner.selectFrom('core.inquiry').selectAll().where('id', '=', filed.id).executeTakeFirstOrThrow()
    expect(inquiry.body).toBe(`${asked.body}\n\nTelefon: +47 912 34 567`)
    const letters = await house.owner
      .selectFrom('core.mail')
      .select('to_address')
      .where('person_id', '=', registered!.id)
      .execute()
    expect(new Set(letters.map(({ to_address: to }) => to.toLowerCase()))).toEqual(new Set([email]))
  })

  it.each([null, 'dialogue'])(
    'and is given away to nobody while their data are left alone (%s): then a stranger asks',
    async (category) => {
      const [registered] = await marte()
      const whose = { account_id: registered!.account_id, person_id: registered!.id }
      await house.owner
        .insertInto('core.restriction')
        .values({ ...whose, id: newId(now), ground: 'unlawful_keep', category, restricted_at: now })
        .execute()
      const filed = await received({ email })
      expect(filed.personId).not.toBe(registered!.id)
      await house.owner.updateTable('core.restriction').set({ lifted_at: now }).where('person_id', '=', registered!.id).execute()
      expect((await received({ email })).personId).toBe(registered!.id)
    },
  )

  it('but not where two registered with one address, nor after they left: then a stranger asks', async () => {
    const [registered] = await marte()
    await house.owner.updateTable('core.person').set({ left_on: '2026-11-20' }).where('id', '=', registered!.id).execute()
    const left = await received({ email })
    expect(left.personId).not.toBe(registered!.id)
    await house.owner.updateTable('core.person').set({ left_on: null }).where('id', '=', registered!.id).execute()
    await house.owner.updateTable('core.person').set({ registered_at: now }).where('id', '=', left.personId).execute()
    const shared = await received({ email })
    expect([registered!.id, left.personId]).not.toContain(shared.personId)
  })
})
