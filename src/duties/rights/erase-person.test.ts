import { sql } from 'kysely'
import { newId } from '#database'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { asPerson } from '#purposes'
import { erasePerson } from './erase-person.ts'
import { erasurePlan, type Step } from './erasure-plan.ts'

const now = new Date('2026-11-23T10:00:00Z')
const order = { inventory, channel: 'my_page' } as const
let house: TestHouse
let kari: Planted
let colleague: Planted

beforeEach(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
  await house.owner
    .updateTable('core.person')
    .set({ first_name: 'Kari', last_name: 'Nordmann', phone: '+47 912 34 567' })
    .where('id', '=', kari.personId)
    .execute()
})
afterEach(() => house.close())

describe('erasing a person', () => {
  it('leaves none of the planted needles anywhere but where a law keeps them', async () => {
    const erased = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(erased.residue.left).toEqual([])
    const left = await tablesWith(kari.needles.map(({ needle }) => needle))
    expect(left).toEqual(survivors)
  })

  it('does not touch a colleague in the same company', async () => {
    await erasePerson(house.for('rights_handling'), now, kari, order)
    const gone = await Promise.all(
      colleague.needles.map(async ({ needle, column, table }) =>
        (await tablesWith([needle])).length === 0 ? [`${table}.${column}`] : [],
      ),
    )
    expect(gone.flat()).toEqual([])
  })

  it('tells what went, what stayed, under which rule and until when', async () => {
    const { steps } = await erasePerson(house.for('rights_handling'), now, kari, order)
    const of = (table: string) => steps.find((step) => step.table === table)
    expect(of('core.person')).toMatchObject({ erased: 1, kept: 0 })
    expect(of('core.invoice')).toMatchObject({ erased: 0, kept: 1, rule: 'R-07', until: '2032-01-01' })
    expect(of('core.sales_order')).toMatchObject({ detached: 1 })
  })

  it('tells of what stays the same law and the same date as it said before, each date with the rule that sets it', async () => {
    const theirs = sql`where account_id = ${kari.accountId} and person_id = ${kari.personId}`
    await sql`update core.sales_order set quote_id = (select id from core.quote ${theirs}), delivered_at = ${now} ${theirs}`.execute(
      house.owner,
    )
    const kept = (steps: readonly Step[]) =>
      steps.flatMap(({ table, rule, until }) => (/core\.(quote|sales_order|invoice)$/.test(table) ? [[table, rule, until]] : []))
    const before = await asPerson(house.for('rights_handling'), kari, (tx) => erasurePlan(tx, inventory))
    const { steps } = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(kept(before)).toEqual([
      ['core.quote', 'R-09', '2030-07-01'],
      ['core.sales_order', 'R-07', '2032-01-01'],
      ['core.invoice', 'R-07', '2032-01-01'],
    ])
    expect(kept(steps)).toEqual(kept(before))
  })

  it('hands out a certificate without a name, and the case waits for the night’s search', async () => {
    const { certificateId, caseId } = await erasePerson(house.for('rights_handling'), now, kari, order)
    const certificate = await house.owner
      .selectFrom('evidence.erasure_certificate')
      .selectAll()
      .where('id', '=', certificateId)
      .executeTakeFirstOrThrow()
    expect(certificate.residual_found).toBe(0)
    expect(JSON.stringify(certificate)).not.toMatch(/kari|nordmann/i)
    const claim = await house.owner.selectFrom('core.rights_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
    expect(claim).toMatchObject({ person_id: null, closed_at: null, due_on: '2026-12-23' })
  })

  it('strikes the name out of an order that stays', async () => {
    await house.owner
      .updateTable('core.sales_order')
      .set({ delivery_address: 'Kari Nordmann, Bakken 2, 5003 Bergen' })
      .where('person_id', '=', kari.personId)
      .execute()
    const { residue } = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(residue.left).toEqual([])
    const orders = await house.owner
      .selectFrom('core.sales_order')
      .select(['person_id', 'delivery_address'])
      .where('person_id', 'is', null)
      .execute()
    expect(orders).toEqual([{ person_id: null, delivery_address: '[slettet], Bakken 2, 5003 Bergen' }])
  })

  it('lets a quote that became an order stand as the order’s ground, and takes every other quote', async () => {
    const quote = await house.owner
      .selectFrom('core.quote')
      .select('id')
      .where('person_id', '=', kari.personId)
      .executeTakeFirstOrThrow()
    await house.owner.updateTable('core.sales_order').set({ quote_id: quote.id }).where('person_id', '=', kari.personId).execute()
    const { steps, residue } = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(residue.left).toEqual([])
    expect(steps.find(({ table }) => table === 'core.quote')).toMatchObject({ erased: 0, kept: 1 })
    const quotes = await house.owner.selectFrom('core.quote').select(['id', 'person_id']).execute()
    expect(quotes).toContainEqual({ id: quote.id, person_id: null })
  })

  it('keeps the one inquiry that is held, in the locked archive and with a name to it, and erases its neighbour', async () => {
    const [one] = await house.owner.selectFrom('core.inquiry').selectAll().where('person_id', '=', kari.personId).execute()
    const neighbour = { ...one!, id: newId(now), number: 'F-2026-00002', subject: 'Penner' }
    await house.owner.insertInto('core.inquiry').values(neighbour).execute()
    await house.owner
      .insertInto('core.hold')
      .values({
        account_id: kari.accountId,
        id: newId(now),
        kind: 'claim',
        reference: 'K-2026-1',
        reason: 'Reklamasjon på trykket',
        person_id: kari.personId,
        item_table: 'core.inquiry',
        item_id: one!.id,
        approved_by: 'siv',
        placed_at: now,
        reviewed_at: now,
        lapses_on: '2027-11-01',
      })
      .execute()
    const { residue } = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(residue.left).toEqual([])
    const survivors = await house.owner
      .selectFrom('archive.inquiry')
      .select(['id', 'subject'])
      .where('person_id', '=', kari.personId)
      .execute()
    expect(survivors).toEqual([{ id: one!.id, subject: one!.subject }])
    expect(await house.owner.selectFrom('archive.person').select('id').execute()).toContainEqual({ id: kari.personId })
    for (const table of ['core.inquiry', 'core.person'] as const)
      expect(
        await house.owner
          .selectFrom(table)
          .select('id')
          .where('account_id', '=', kari.accountId)
          .where('id', 'in', [kari.personId, one!.id, neighbour.id])
          .execute(),
      ).toEqual([])
  })

  it('empties a sole proprietor’s firm with its last person, and leaves the invoice', async () => {
    const ola = await plantPerson(house.owner, now, inventory)
    await house.owner
      .updateTable('core.account')
      .set({ organisation_form: 'ENK', name: 'Ola Hansen Foto' })
      .where('account_id', '=', ola.accountId)
      .execute()
    await erasePerson(house.for('rights_handling'), now, ola, order)
    const account = await house.owner
      .selectFrom('core.account')
      .selectAll()
      .where('account_id', '=', ola.accountId)
      .executeTakeFirstOrThrow()
    expect([
      account.name,
      account.organisation_number,
      account.company_address,
      account.invoice_address,
      account.invoice_email,
    ]).toEqual([null, null, null, null, null])
    expect(account.ended_at).toEqual(now)
    expect(
      await house.owner.selectFrom('core.invoice').select('id').where('account_id', '=', ola.accountId).execute(),
    ).toHaveLength(1)
  })

  it('empties a sole proprietor’s firm with its owner though somebody works there, and not with whoever only works there', async () => {
    const firm = async (erased: 'Solberg' | 'Hansen') => {
      const ingrid = await plantPerson(house.owner, now, inventory)
      const ola = await plantPerson(house.owner, now, inventory, ingrid.accountId)
      for (const [{ personId }, last_name] of [
        [ingrid, 'Solberg'],
        [ola, 'Hansen'],
      ] as const)
        await house.owner.updateTable('core.person').set({ last_name }).where('id', '=', personId).execute()
      const company = { organisation_form: 'ENK', name: 'Solberg Keramikk', organisation_number: '310493813' }
      await house.owner.updateTable('core.account').set(company).where('account_id', '=', ingrid.accountId).execute()
      await erasePerson(house.for('rights_handling'), now, erased === 'Solberg' ? ingrid : ola, order)
      return house.owner
        .selectFrom('core.account')
        .select(['name', 'organisation_number'])
        .where('account_id', '=', ingrid.accountId)
        .executeTakeFirst()
    }
    expect(await firm('Solberg')).toEqual({ name: null, organisation_number: null })
    expect(await firm('Hansen')).toEqual({ name: 'Solberg Keramikk', organisation_number: '310493813' })
  })

  it('erases the same person’s other record in the same transaction', async () => {
    const again = await plantPerson(house.owner, now, inventory)
    await erasePerson(house.for('rights_handling'), now, kari, { ...order, alsoRecordedAs: [again] })
    const people = await house.owner.selectFrom('core.person').select('id').execute()
    expect(people.map(({ id }) => id)).toEqual([colleague.personId])
  })

  it('is whole or not begun: a connection killed in the middle leaves everything as it was', async () => {
    const before = await tablesWith(kari.needles.map(({ needle }) => needle))
    const held = await holdPerson()
    const erasing = erasePerson(house.for('rights_handling'), now, kari, order).catch((error: Error) => error.message)
    await killWhoeverWaits()
    expect(await erasing).toMatch(/terminat|connection/i)
    await held.letGo()
    expect(await tablesWith(kari.needles.map(({ needle }) => needle))).toEqual(before)
    expect(await house.owner.selectFrom('core.rights_case').select('id').where('channel', '=', 'my_page').execute()).toEqual([])
    expect((await erasePerson(house.for('rights_handling'), now, kari, order)).residue.left).toEqual([])
  })
})

/** By name: the company's order and its ground, the bookkeeping, the company itself, consents once given, and who was sent what (5.4). */
const survivors: string[] = [
  'core.account',
  'core.consent',
  'core.disclosure',
  'core.disclosure_case',
  'core.hold',
  'core.instruction',
  'core.instruction_subject',
  'core.invoice',
  'core.invoice_line',
  'core.order_line',
  'core.payment',
  'core.restriction_use',
  'core.rights_case',
  'core.rights_decision',
  'core.rights_event',
  'core.rights_pending',
  'core.sales_order',
  'core.transfer',
]

async function tablesWith(needles: readonly string[]): Promise<string[]> {
  const pattern = needles.map((needle) => needle.replace(/[.+]/g, '\\$&')).join('|')
  const { rows } = await sql<{
    table: string
  }>`select distinct "table" from house.residue(${pattern}, '{}', '{""}', '{}') where "rows" > 0 order by 1`.execute(house.owner)
  return rows.map(({ table }) => table)
}

// Somebody else holds the person's row, so the erasure stops halfway and can be killed there.
async function holdPerson(): Promise<{ letGo: () => Promise<void> }> {
  const { promise: end, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>()
  const holding = house.owner.transaction().execute(async (tx) => {
    await sql`select 1 from core.person where id = ${kari.personId} for update`.execute(tx)
    isLocked()
    await end
  })
  await locked
  return {
    letGo: async () => {
      letGo()
      await holding
    },
  }
}

async function killWhoeverWaits(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql<{ killed: boolean }>`select pg_terminate_backend(pid) as killed from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(house.owner)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('nobody waited')
}
