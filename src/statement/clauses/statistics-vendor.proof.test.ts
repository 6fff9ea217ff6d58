import { sql, type Transaction } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { choiceText } from '#cookies'
import type { DB } from '#database'
import { sampleController } from '#merchant'
import { check, controlOf, type World } from '#sentence'
import { printed } from '../printed.ts'
import { sentenceOf } from './clauses.ts'
import { noIsAsEasyAsYes } from './cookies.ts'
import { everyTransferIsLogged, insideTheEea } from './processors.ts'
import { now, proving, transfer } from './proving.ts'
import { firstRecipients, registerTerms, toldNobody } from './recipients.ts'
import { countersOnly } from './statistics.ts'
import { noStatisticsVendor } from './statistics-vendor.ts'

let bar = ''
beforeEach(() => void (bar = choiceText.nb.ask('NTC', 'own')))
const { mutation, house } = proving(async () => new Response(`<form class="choice-bar">${bar}</form>`))

const google = { id: 'google-analytics', name: 'Google Ireland Ltd', location: 'IE', transferGround: 'GDPR art. 45' }

/** Google, as the register has it. */
const recipient = {
  ...google,
  role: 'processor',
  does: { nb: 'fører statistikk', en: 'keeps statistics' },
  purposes: ['web_statistics'],
  fields: [{ field: 'counter.value', reason: 'x' }],
  endedAt: null,
} as never

/** The text names Google from the day given. */
const named = (
  from: string,
) => `insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at)
  values (9, '${from}', 'x', '[]', '{"statistics.no-vendor": {"vendor": {"id": "google-analytics"}}}', 'material', '2026-11-01')`
/** From the day given, the text names nobody again. */
const letGo = (
  from: string,
) => `insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at)
  values (10, '${from}', 'y', '[]', '{}', 'material', '2026-11-01')`
const registered = `insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, transfer_ground, holds, reached_by, announced_at, active_at)
  values ('google-analytics', 'Google Ireland Ltd', 'processor', 'x', 'x', array['web_statistics'], 'art. 28', 'IE', 'art. 45', 'nobody', 'nothing', '2026-10-01', '2026-11-01')`
const agreed = `insert into core.recipient_agreement (recipient, id, document_name, document_hash, covers, breach_notice_hours, signed_on)
  values ('google-analytics', gen_random_uuid(), 'Avtale', repeat('a', 64), array['a','b','c','d','e','f','g','h'], 24, '2026-11-20')`
const confirmed = `insert into core.recipient_confirmation values ('google-analytics', gen_random_uuid(), 'Deling er av', 'Skjermbilde', '2026-11-20', 'siv')`
const sent = (day: string, fields = `array['counter.measure', 'counter.value']`) =>
  `insert into core.counted_transfer values ('${day}', 'google-analytics', 'web_statistics', 'sent', 'art. 28', ${fields}, 12)`

describe('section 2.3, who is told of visits', () => {
  const nothing = 'nothing was transferred for statistics'
  mutation(noStatisticsVendor, nothing, 'a vendor gets a line for a visit', transfer({ purpose: `'web_statistics'` }))
  mutation(noStatisticsVendor, nothing, 'Google is told without being named', sent('2026-11-22'))
  mutation(
    noStatisticsVendor,
    nothing,
    'Google is told the day before it is named',
    both(named('2026-11-22'), sent('2026-11-21')),
  )
  mutation(
    noStatisticsVendor,
    nothing,
    'Google is told the day after the text let go of it',
    both(named('2026-11-19'), letGo('2026-11-20'), sent('2026-11-21')),
  )
  const off = 'it is off until the text says so'
  mutation(noStatisticsVendor, off, 'it is on, and the text comes tomorrow', both(named('2026-11-24'), switchedOn))
  const papers = 'nobody was told without agreement and ground'
  mutation(noStatisticsVendor, papers, 'there is no agreement', both(registered, confirmed, sent('2026-11-21')))
  mutation(noStatisticsVendor, papers, 'it was signed the day after', both(registered, confirmed, agreed, sent('2026-11-19')))
  mutation(
    noStatisticsVendor,
    papers,
    'the ground is gone',
    both(
      registered,
      agreed,
      confirmed,
      sent('2026-11-21'),
      `update core.recipient set transfer_ground = null where id = 'google-analytics'`,
    ),
  )
  mutation(noStatisticsVendor, papers, 'nobody looked after the settings', both(registered, agreed, sent('2026-11-21')))
  mutation(
    noStatisticsVendor,
    'only page, site and language are told',
    'an address goes along',
    sent('2026-11-22', `array['counter.value', 'session.ipAddress']`),
  )
  mutation(noStatisticsVendor, 'the question names whoever is told', 'visitors are asked for Google', async () => {
    bar = choiceText.nb.ask('NTC', 'google')
  })
})

it('finds nothing wrong where the text, the agreement and the settings came before the first visit that was told', async () => {
  const db = house().owner
  for (const statement of [
    named('2026-11-21'),
    registered,
    agreed,
    confirmed,
    switchedOn,
    sent('2026-11-21'),
    sent('2026-11-22'),
  ])
    await sql.raw(statement).execute(db)
  const queries = noStatisticsVendor.controls.filter((control) => control.kind === 'query')
  const found = await Promise.all(queries.map((control) => check(control, { vendor: google }, { db, now } as World)))
  expect(found.map((each) => each?.found)).toEqual([0, 0, 0, 0])
})

it('finds nothing wrong afterwards in what was told while the text named Google, on its last day too', async () => {
  const switchedOff = `update core.setting set value = '{"google": false}' where key = 'statistics'`
  const left = `update core.recipient set ended_at = '2026-11-22' where id = 'google-analytics'`
  for (const statement of [switchedOff, left, letGo('2026-11-22')]) await sql.raw(statement).execute(house().owner)
  const queries = noStatisticsVendor.controls.filter((control) => control.kind === 'query')
  const found = await Promise.all(queries.map((control) => check(control, toldNobody, { db: house().owner, now } as World)))
  expect(found.map((each) => each?.found)).toEqual([0, 0, 0, 0])
})

it('asks for no written reason besides the register’s, whether Google stands there or not', async () => {
  const db = house().owner
  for (const terms of [registerTerms([]), registerTerms([recipient])]) {
    await sql`insert into core.setting values ('terms', ${JSON.stringify(terms)}::jsonb, now())
      on conflict (key) do update set value = excluded.value`.execute(db)
    const control = controlOf(sentenceOf('controller.protective-by-default'), 'no departure without a reason')
    expect((await check(control, {}, { db, now } as World))!.found).toBe(0)
  }
})

it('says that nobody is told while nobody is, and withdraws each sentence that Google would break', () => {
  const off = textsWith({})
  expect(off.filter(({ nb, en }) => /Google/.test(nb + en)).map(({ id }) => id)).toEqual([])
  const on = textsWith(registerTerms([recipient]) as never)
  const changed = on.filter(({ nb, en }, at) => nb !== off[at]!.nb && en !== off[at]!.en).map(({ id }) => id)
  expect(changed).toEqual([
    countersOnly.id,
    noStatisticsVendor.id,
    noIsAsEasyAsYes.id,
    'processors.only-those-listed',
    everyTransferIsLogged.id,
    insideTheEea.id,
  ])
  expect(
    on.filter(({ nb, en }) =>
      /ingen leverandør får tall|no supplier gets|Ingen av mottakerne|None of the recipients/.test(nb + en),
    ),
  ).toEqual([])
  const vendor = on.find(({ id }) => id === noStatisticsVendor.id)!
  expect(vendor.nb).toContain('Google Ireland Ltd')
  expect(vendor.en).toContain('GDPR art. 45')
  expect(firstRecipients.recipients.some(({ id }) => id === google.id)).toBe(false)
})

function textsWith(changed: Parameters<typeof printed>[1]) {
  return printed(sampleController, changed).texts
}

const switchedOn = `insert into core.setting values ('statistics', '{"google": true}', now())`

function both(...statements: readonly string[]) {
  return async (db: Transaction<DB>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
