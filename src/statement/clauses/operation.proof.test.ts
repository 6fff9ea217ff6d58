import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { giveReason, noteCommand, operatorVisits, visitsWithoutReason, watchSessions } from '#operators'
import { openDatabase } from '#database'
import { check, controlOf } from '#sentence'
import { inventory } from '#inventory'
import { controllerLimits } from './controller-limits.ts'
import { complaintInEveryAnswer } from './registration-rights.ts'
import { whoIsCustomer } from './marketing.ts'
import { bitpro, unitedProfile } from './operation.ts'
import { consent, ids, letter, now, proving, lookingNowhere } from './proving.ts'

const { mutation, house } = proving()
const { account, kari } = ids
const answersForSuppliers = controllerLimits.find(({ id }) => id === 'controller.we-answer-for-suppliers')!

const visit = (began: string, reason: string | null) =>
  `insert into core.operator_visit (id, how, what, who, session, began_at, reason, reason_at) values
    (gen_random_uuid(), 'session', 'psql', 'drift', gen_random_uuid()::text, '${began}', ${reason === null ? 'null' : `'${reason}'`}, null)`
const silent = `delete from core.recipient_confirmation`
const confirmed = (day: string) =>
  `insert into core.recipient_confirmation values ('united-profile-networks', gen_random_uuid(), 'Ingenting blir liggende.', 'Brev', '${day}', 'siv')`
const toldOn = (body: string) => letter({ kind: `'claim answered'`, purpose: `'rights_handling'`, body: `'${body}'` })
const claim = (due: string) =>
  `insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on, number)
    values ('${account}', gen_random_uuid(), '${kari}', 'access', 'supplier', '2026-11-01T09:00:00Z', '${due}', 'K-2026-00001')`
const crontab = (identifier: string, at: string) =>
  `insert into graphile_worker._private_known_crontabs values ('${identifier}', '2026-11-01', '${at}')`

describe('whoever runs the machines', () => {
  mutation(
    bitpro,
    'each visit has a reason',
    'somebody was in eight days ago, and nobody said why',
    visit('2026-11-15T08:00:00Z', null),
  )
  mutation(bitpro, 'each visit has a reason', 'the reason is blank', visit('2026-11-15T08:00:00Z', ' '))
  mutation(
    bitpro,
    'a session by hand is seen',
    'the watch writes nothing down',
    `create function pg_temp.nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger nothing before insert on core.operator_visit for each row execute function pg_temp.nothing()`,
  )
  mutation(
    bitpro,
    'the watch is kept while the house runs',
    'only the other tasks run',
    `${crontab('watch-operators', '2026-11-22T08:00:00Z')};${crontab('roll-up-visits', '2026-11-22T09:07:00Z')}`,
  )
  mutation(
    bitpro,
    'the watch is kept while the house runs',
    'there is no watch',
    crontab('roll-up-visits', '2026-11-22T09:07:00Z'),
  )
  mutation(unitedProfile, 'their word is no older than agreed', 'they have confirmed nothing', silent)
  mutation(
    unitedProfile,
    'their word is no older than agreed',
    'they last confirmed a day more than a year ago',
    `${silent};${confirmed('2025-11-22')}`,
  )
  mutation(
    answersForSuppliers,
    'nobody is sent on',
    'an answer names the supplier’s mailbox',
    toldOn('Skriv til Integritet@unitedprofile.example.'),
  )
  mutation(
    answersForSuppliers,
    'nobody is sent on',
    'an answer says to ask them',
    toldOn('Det må du ta opp med dem: kontakt United Profile Networks AB.'),
  )
  mutation(answersForSuppliers, 'the clock began with the supplier', 'it began when we heard of it', claim('2026-12-03'))
  mutation(
    whoIsCustomer,
    'nobody was treated as a customer before they were one',
    'an order that is not delivered counts',
    letter({ purpose: `'marketing'` }),
  )
})

describe('what stays green', () => {
  const foundAfter = async (sentence: typeof bitpro | typeof whoIsCustomer, control: string, ...planted: string[]) => {
    let found = -1
    const undone = house()
      .owner.transaction()
      .execute(async (db) => {
        for (const each of planted) await sql.raw(each).execute(db)
        const world = { ...lookingNowhere, db, now, inventory }
        found = (await check(controlOf(sentence as typeof bitpro, control), sentence.terms as typeof bitpro.terms, world))!.found
        throw new Error('undo')
      })
    await undone.catch((error: Error) => {
      if (error.message !== 'undo') throw error
    })
    return found
  }

  it('is a visit with a reason, and one that still has time to get it', async () => {
    const seen = [visit('2026-11-01T08:00:00Z', 'Sak 12: full disk'), visit('2026-11-16T09:00:00Z', null)]
    expect(await foundAfter(bitpro, 'each visit has a reason', ...seen)).toBe(0)
  })

  it('is a word given a year ago to the day', async () => {
    const word = [silent, confirmed('2025-11-23')]
    expect(await foundAfter(unitedProfile as never, 'their word is no older than agreed', ...word)).toBe(0)
  })

  it('is an answer that says where it went, and one about who keeps what a law tells them to', async () => {
    const answers = [toldOn('United Profile Networks AB har slettet det, og vi har sett bekreftelsen.')]
    expect(await foundAfter(answersForSuppliers as never, 'nobody is sent on', ...answers)).toBe(0)
    const accountant = [toldOn('BDO AS har plikt til å beholde bilagene. Spør BDO AS: personvern@bdo.example')]
    expect(await foundAfter(answersForSuppliers as never, 'nobody is sent on', ...accountant)).toBe(0)
    expect(await foundAfter(answersForSuppliers as never, 'the clock began with the supplier', claim('2026-12-01'))).toBe(0)
  })

  it('is a letter that asks a supplier to delete: it names nobody, and answers nobody', async () => {
    const asked = letter({
      kind: `'supplier instruction'`,
      purpose: `'rights_handling'`,
      to_address: `'integritet@unitedprofile.example'`,
      person_id: 'null',
    })
    expect(await foundAfter(unitedProfile as never, 'nothing went to them', asked)).toBe(0)
    expect(await foundAfter(complaintInEveryAnswer as never, 'each answer tells where to complain', asked)).toBe(0)
  })

  it('is advertising to somebody whose own order was delivered before, and to somebody who said yes', async () => {
    const name = 'nobody was treated as a customer before they were one'
    const delivered = `update core.sales_order set delivered_at = '2026-11-22T11:59:59Z'`
    expect(await foundAfter(whoIsCustomer, name, delivered, letter({ purpose: `'marketing'` }))).toBe(0)
    expect(await foundAfter(whoIsCustomer, name, consent(), letter({ purpose: `'marketing'` }))).toBe(0)
    const before = letter({ purpose: `'marketing'`, queued_at: `'2026-11-22T11:59:58Z'` })
    expect(await foundAfter(whoIsCustomer, name, delivered, before)).toBe(1)
    const ended = `update core.account set ended_at = '2026-11-22T12:00:00Z'`
    expect(await foundAfter(whoIsCustomer, name, delivered, ended, letter({ purpose: `'survey'` }))).toBe(1)
  })
})

describe('the log of operators', () => {
  const legal = () => house().for('legal_obligation')
  const mine = async (what: string) => (await operatorVisits(legal())).filter((each) => each.what === what)

  it('sees a session by hand once, and when it is over; our own programs it does not mind', async () => {
    const byHand = openDatabase<Record<string, never>>(house().ownerUrl, { max: 1, applicationName: 'psql' })
    const ours = openDatabase<Record<string, never>>(house().ownerUrl, { max: 1, applicationName: 'ordholden owner' })
    await Promise.all([sql`select 1`.execute(byHand), sql`select 1`.execute(ours)])
    expect(await watchSessions(house().owner, now)).toEqual({ noted: 1 })
    expect(await watchSessions(house().owner, now)).toEqual({ noted: 0 })
    expect(await mine('psql')).toMatchObject([{ how: 'session', ended_at: null, reason: null }])
    await Promise.all([byHand.destroy(), ours.destroy()])
    await expect
      .poll(async () => {
        await watchSessions(house().owner, now)
        return (await mine('psql'))[0]!.ended_at
      })
      .toEqual(now)
    expect(await visitsWithoutReason(legal())).toBe(1)
    const { id } = (await mine('psql'))[0]!
    expect(await giveReason(legal(), now, { id, reason: ' ', staffUserId: 'siv' })).toEqual({
      refused: 'no reason',
      field: 'reason',
    })
    expect(await giveReason(legal(), now, { id, reason: 'Sak 14', staffUserId: 'siv' })).toEqual({ id })
    expect(await giveReason(legal(), now, { id, reason: 'Noe annet', staffUserId: 'siv' })).toEqual({ refused: 'not found' })
    expect((await mine('psql'))[0]!.reason).toBe('Sak 14')
  })

  it('has each command that opened the data, who ran it and what for', async () => {
    await noteCommand(house().owner, now, { what: 'npm run backup', why: 'Tar en sikkerhetskopi', who: 'drift' })
    expect(await mine('npm run backup')).toMatchObject([{ how: 'command', who: 'drift', reason: 'Tar en sikkerhetskopi' }])
  })

  it('cannot be written in by the application itself', async () => {
    await expect(
      sql`insert into core.operator_visit (id, how, what, who, began_at) values (gen_random_uuid(), 'command', 'x', 'x', now())`.execute(
        legal(),
      ),
    ).rejects.toThrow('permission denied')
  })
})
