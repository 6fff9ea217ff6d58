/** Section 4, rule by rule as rows: what starts the clock, what makes it wait, and the night it goes and not the night before. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import type { RuleId } from './rules.ts'
import { sweep } from './sweep.ts'

const account = '01890000-0000-7000-8000-00000000000a'
const kari = '01890000-0000-7000-8000-000000000001'
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await run('delete from core.recipient_review; delete from core.recipient_confirmation')
  await run(`insert into core.account (account_id, kind, name, organisation_form, created_at, last_active_at) values ('${account}', 'customer', 'Fjord AS', 'AS', now(), now());
    insert into core.person (account_id, id, language, created_at, last_active_at) values ('${account}', '${kari}', 'nb', now(), now())`)
})
afterEach(() => house.close())

async function run(statements: string): Promise<void> {
  for (const statement of statements.split(';')) await sql.raw(statement).execute(house.owner)
}

const id = (n: number) => `01890000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
const order = (what: { delivered?: string; cancelled?: string; quote?: string } = {}) => {
  const day = (at: string | undefined) => (at === undefined ? 'null' : `'${at} 10:00+01'`)
  return `insert into core.sales_order (account_id, id, number, person_id, quote_id, source, net, vat, gross, confirmed_at, delivered_at, cancelled_at)
    values ('${account}', '${id(1)}', 'O-1', '${kari}', ${what.quote ? `'${what.quote}'` : 'null'}, 'quote', 0, 0, 0, '2022-01-01', ${day(what.delivered)}, ${day(what.cancelled)})`
}
const quote = `insert into core.quote (account_id, id, number, person_id, created_at) values ('${account}', '${id(2)}', 'T-1', '${kari}', '2022-01-01');
  insert into core.quote_version (account_id, quote_id, version, intro, valid_until, net, vat, gross, content_hash, link_hash, sent_at)
    values ('${account}', '${id(2)}', 1, '', '2022-02-01', 0, 0, 0, '', '', '2022-01-01');
  insert into core.quote_acceptance (account_id, quote_id, version, content_hash, via, accepted_at) values ('${account}', '${id(2)}', 1, '', 'link', '2022-01-02')`
const invoice = (
  issued: string,
) => `insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller,
    buyer, currency, net, vat, gross, language, document_hash, previous_hash, issued_at)
  values ('${account}', '${id(3)}', 'invoice', 'invoice', 1, '${id(1)}', '${issued}', '${issued}', '${issued}', 'Bergen', '{}', '{}', 'NOK', 0, 0, 0, 'nb', 'a', 'b', '${issued}')`
const payment = (on: string) => `insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at)
  values ('${account}', '${id(4)}', '${id(3)}', 1, '${on}', '${on}')`
const companyEnded = (on: string) => `update core.account set ended_at = '${on} 10:00+01'`
const transfer = (
  at: string,
  whose = `'${kari}'`,
) => `insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
  values ('${account}', '${id(5)}', ${whose}, 'mail-server', 'deliver', '{}', 'GDPR art. 28', '${at} 10:00+01')`
const disclosure = (
  at: string,
  whose = `'${kari}'`,
) => `insert into core.disclosure_case (account_id, id, person_id, ground, recipient_name, recipient_country, asked_for, requested_at, requested_by)
    values ('${account}', '${id(6)}', ${whose}, 'order', 'Tingretten', 'NO', 'Navn', '${at} 09:00+01', 'siv');
  insert into core.disclosure (account_id, id, case_id, person_id, outcome, at, ground, legal_reference, recipient_name, recipient_country, fields, purpose, necessity, method,
      requested_by, approved_by, executed_by, content_hash)
    values ('${account}', '${id(7)}', '${id(6)}', ${whose}, 'executed', '${at} 10:00+01', 'order', 'lov', 'Tingretten', 'NO', '{}', 'x', 'x', 'x', 'siv', '{siv}', 'siv', 'x')`
const supplier = (
  ended: string | null,
) => `insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, holds, reached_by, announced_at, ended_at)
  values ('frakt', 'Frakt AS', 'processor', 'x', 'x', '{}', 'x', 'NO', 'transferred', 'nothing', '2020-01-01', ${ended ? `'${ended} 10:00+01'` : 'null'})`
const evidenceOf = `insert into core.recipient_review (recipient, id, reviewed_on, next_on, found, staff_user_id) values ('frakt', '${id(8)}', '2020-01-01', '2021-01-01', 'I orden', 'siv');
  insert into core.recipient_confirmation (recipient, id, confirms, document_name, confirmed_on, staff_user_id) values ('frakt', '${id(9)}', 'x', 'Brev', '2020-01-01', 'siv')`
const instruction = (
  queued: string,
  keepsUntil: string | null,
) => `insert into core.instruction (account_id, id, recipient, kind, queued_at, answered_at, answer, keeps_until)
  values ('${account}', '${id(10)}', 'frakt', 'erasure', '${queued} 10:00+01', '${queued} 11:00+01', 'kept_by_law', ${keepsUntil ? `'${keepsUntil}'` : 'null'})`
const letter = (
  queued: string,
  sent: string,
) => `insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at, sent_at)
  values ('${account}', '${id(11)}', '${kari}', 'x', 'deliver', 'kari@fjord.example', '', '', '${queued} 10:00+01', '${sent} 10:00+01')`
const opening = (at: string) =>
  `insert into core.archive_opening values ('${account}', '${id(12)}', '${kari}', 'K-1', 'Krav om erstatning', 'siv', 'host', '${at} 10:00+01')`
const archived = `insert into archive.person (account_id, id, language, created_at, last_active_at) values ('${account}', '${kari}', 'nb', now(), now());
  insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at) values ('${account}', '${id(13)}', '${kari}', 'asked', 'desk', '2026-11-01');
  delete from core.person`
const someoneGone = 'gen_random_uuid()'

/** Rule, what, how it comes about, the rows, and the last day it is there; null: it stays. */
const cases: readonly (readonly [RuleId, string, string, readonly string[], string | null])[] = [
  ['R-06', 'an order called off', order({ cancelled: '2023-11-23' }), ['core.sales_order'], '2026-11-23'],
  ['R-06', 'one called off on a leap day', order({ cancelled: '2020-02-29' }), ['core.sales_order'], '2023-02-28'],
  [
    'R-06',
    'one called off, of a company that was no customer any longer',
    `${order({ cancelled: '2023-11-23' })}; ${companyEnded('2023-11-13')}`,
    ['core.sales_order'],
    '2026-11-13',
  ],
  ['R-06', 'an order neither delivered nor called off', `${order()}; ${companyEnded('2020-11-13')}`, ['core.sales_order'], null],
  [
    'R-06',
    'a quote accepted, delivered and not invoiced',
    `${quote}; ${order({ quote: id(2), delivered: '2023-11-23' })}`,
    ['core.quote', 'core.quote_version', 'core.quote_acceptance'],
    '2026-11-23',
  ],
  [
    'R-08',
    'what was delivered on the first day of a year',
    order({ delivered: '2023-01-01' }),
    ['core.sales_order'],
    '2027-06-30',
  ],
  ['R-08', 'on the last day of a year', order({ delivered: '2022-12-31' }), ['core.sales_order'], '2026-06-30'],
  [
    'R-07',
    'and invoiced',
    `${order({ delivered: '2018-12-31' })}; ${invoice('2019-01-01')}`,
    ['core.invoice', 'core.sales_order'],
    '2024-12-31',
  ],
  [
    'R-09',
    'the quote behind an invoice',
    `${quote}; ${order({ quote: id(2), delivered: '2022-03-15' })}; ${invoice('2022-03-15')}`,
    ['core.quote', 'core.quote_version', 'core.quote_acceptance'],
    '2026-06-30',
  ],
  [
    'R-09',
    'as long after the year of what was paid last',
    `${quote}; ${order({ quote: id(2), delivered: '2021-12-30' })}; ${invoice('2021-12-31')}; ${payment('2022-01-02')}`,
    ['core.quote'],
    '2026-06-30',
  ],
  [
    'R-09',
    'however long the company has been no customer',
    `${quote}; ${order({ quote: id(2), delivered: '2022-03-15' })}; ${invoice('2022-03-15')}; ${companyEnded('2022-06-01')}`,
    ['core.quote'],
    '2026-06-30',
  ],
  ['R-16', 'a letter, from when it was sent', letter('2023-11-20', '2023-11-23'), ['core.mail'], '2026-11-23'],
  ['R-23', 'an opening of the archive', opening('2025-11-23'), ['core.archive_opening'], '2026-11-23'],
  ['R-26', 'a transfer about somebody who is gone', transfer('2023-11-23', someoneGone), ['core.transfer'], '2026-11-23'],
  ['R-26', 'one about nobody any longer', transfer('2024-02-29', 'null'), ['core.transfer'], '2027-02-28'],
  ['R-26', 'one about somebody who is here', transfer('2013-11-23'), ['core.transfer'], null],
  ['R-26', 'one about somebody in the locked archive', `${transfer('2013-11-23')}; ${archived}`, ['core.transfer'], null],
  [
    'R-26d',
    'a disclosure about somebody who is gone',
    disclosure('2021-11-23', someoneGone),
    ['core.disclosure', 'core.disclosure_case'],
    '2026-11-23',
  ],
  [
    'R-26d',
    'one made on a leap day',
    disclosure('2020-02-29', someoneGone),
    ['core.disclosure', 'core.disclosure_case'],
    '2025-02-28',
  ],
  ['R-26d', 'one about somebody who is here', disclosure('2011-11-23'), ['core.disclosure', 'core.disclosure_case'], null],
  [
    'R-26d',
    'one about somebody in the locked archive',
    `${disclosure('2011-11-23')}; ${archived}`,
    ['core.disclosure', 'core.disclosure_case'],
    null,
  ],
  [
    'R-26',
    'what a supplier was asked and did',
    `${supplier(null)}; ${instruction('2023-11-23', null)}`,
    ['core.instruction'],
    '2026-11-23',
  ],
  [
    'R-26',
    'what it keeps by law, until three years after that day',
    `${supplier(null)}; ${instruction('2018-01-15', '2023-11-23')}`,
    ['core.instruction'],
    '2026-11-23',
  ],
  [
    'R-34',
    'what shows that a supplier was to be trusted',
    `${supplier('2023-11-23')}; ${evidenceOf}`,
    ['core.recipient_review', 'core.recipient_confirmation'],
    '2026-11-23',
  ],
  [
    'R-34',
    'of one we still use',
    `${supplier(null)}; ${evidenceOf}`,
    ['core.recipient_review', 'core.recipient_confirmation'],
    null,
  ],
]

const night = (at: Date) => sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, at)

async function counts(tables: readonly string[]): Promise<number[]> {
  const found: number[] = []
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.owner)
    found.push(rows[0]!.n)
  }
  return found
}

/** Midnight in Oslo, as it begins: that many days after the day. */
async function midnight(day: string, days: number): Promise<Date> {
  const { rows } = await sql<{
    at: Date
  }>`select (${day}::date + ${days}::int)::timestamp at time zone 'Europe/Oslo' as at`.execute(house.owner)
  return rows[0]!.at
}

describe('it is there the day before and all of its last day, and gone when that has ended', () => {
  it.each(cases.filter(([, , , , last]) => last !== null))('%s: %s', async (_rule, _what, planted, tables, last) => {
    await run(planted)
    const there = tables.map(() => 1)
    await night(await midnight(last!, 0))
    expect(await counts(tables)).toEqual(there)
    await night(new Date((await midnight(last!, 1)).getTime() - 1))
    expect(await counts(tables)).toEqual(there)
    await night(await midnight(last!, 1))
    expect(await counts(tables)).toEqual(tables.map(() => 0))
  })
})

describe('it stays', () => {
  it.each(cases.filter(([, , , , last]) => last === null))('%s: %s', async (_rule, _what, planted, tables) => {
    await run(planted)
    await night(new Date('2026-11-24T00:42:00Z'))
    expect(await counts(tables)).toEqual(tables.map(() => 1))
  })
})
