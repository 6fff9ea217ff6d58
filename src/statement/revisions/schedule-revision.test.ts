import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayOf } from '#clock'
import { sampleController } from '#merchant'
import type { TestHouse } from '#testing'
import { settingsOf } from '../settings.ts'
import { announced } from './announced.ts'
import { callOff } from './call-off.ts'
import { revisionHeads, revisionInForce, standingOf } from './revision-in-force.ts'
import { scheduleRevision } from './schedule-revision.ts'
import { takeEffect } from './take-effect.ts'
import { answersWithin, openStatedHouse } from './testing.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
beforeEach(async () => {
  house = await openStatedHouse()
})
afterEach(() => house.close())

const schedule = (draft = answersWithin(14, { effectiveOn: '2026-12-24' }), at = now) =>
  scheduleRevision(house.for('legal_obligation'), at, draft)
const inForce = async (at: Date) => (await revisionInForce(house.for('deliver'), at))?.revision
const answered = async () =>
  (await settingsOf(house.owner, 'core')).changed['contact.questions-are-answered']?.within as { days: number } | undefined

it('is not in force before midnight in Oslo, and is from then on, in winter as in summer', async () => {
  expect(await schedule()).toEqual({ revision: 2, effectiveOn: '2026-12-24', kind: 'material' })
  expect(await inForce(new Date('2026-12-23T22:59:59Z'))).toBe(1)
  expect(await inForce(new Date('2026-12-23T23:00:00Z'))).toBe(2)
  const summer = new Date('2027-05-20T09:00:00Z')
  await takeEffect(house.owner, summer)
  await schedule(answersWithin(10, { effectiveOn: '2027-07-01' }), summer)
  expect(await inForce(new Date('2027-06-30T21:59:59Z'))).toBe(2)
  expect(await inForce(new Date('2027-06-30T22:00:00Z'))).toBe(3)
})

it('changes day on the nights when the clock is turned, and on a leap day', async () => {
  const days = [
    ['2027-03-28', '2027-03-27T23:00:00Z'],
    ['2027-10-31', '2027-10-30T22:00:00Z'],
    ['2028-02-29', '2028-02-28T23:00:00Z'],
  ] as const
  for (const [at, [effectiveOn, midnight]] of days.entries()) {
    await schedule(answersWithin(20 - at, { effectiveOn }))
    const before = new Date(new Date(midnight).getTime() - 1)
    expect([effectiveOn, await inForce(before), await inForce(new Date(midnight))]).toEqual([effectiveOn, at + 1, at + 2])
  }
})

it('leaves the settings alone until its day, and then changes them with the text', async () => {
  await schedule()
  expect(await takeEffect(house.owner, new Date('2026-12-23T22:00:00Z'))).toEqual({ changed: false })
  expect(await answered()).toBeUndefined()
  expect(await takeEffect(house.owner, new Date('2026-12-23T23:00:00Z'))).toEqual({ changed: true })
  expect(await answered()).toEqual({ days: 14 })
  expect(await takeEffect(house.owner, new Date('2026-12-24T22:00:00Z'))).toEqual({ changed: false })
})

it('puts back a setting that somebody changed behind the text', async () => {
  await sql`update core.setting set value = jsonb_set(value, '{phone}', '"+47 55 12 34 56"') where key = 'controller'`.execute(
    house.owner,
  )
  expect(await takeEffect(house.owner, now)).toEqual({ changed: true })
  expect((await settingsOf(house.owner, 'core')).controller.phone).toBe(sampleController.phone)
})

it('wants thirty days for what matters, or a reason, and none for a misprint', async () => {
  const day = (effectiveOn: string, differs = {}) => schedule(answersWithin(14, { effectiveOn, ...differs }))
  expect(await day('2026-12-22')).toMatchObject({ refused: 'too soon' })
  expect(await day('2026-12-22', { hurriedBecause: 'Loven krever det.' })).toMatchObject({ revision: 2, kind: 'material' })
  await callOff(house.for('legal_obligation'), now)
  const editorial = answersWithin(13, {
    effectiveOn: '2026-12-22',
    kinds: { 'contact.questions-are-answered': 'editorial' },
  })
  expect(await schedule(editorial)).toMatchObject({ revision: 4, kind: 'editorial' })
})

it.each([
  [
    'nothing changed',
    answersWithin(30, { effectiveOn: '2026-12-24', settings: { controller: sampleController, changed: {}, reasons: {} } }),
  ],
  ['no day', answersWithin(14)],
  ['the day is past', answersWithin(14, { effectiveOn: '2026-11-22' })],
  ['no summary', answersWithin(14, { effectiveOn: '2026-12-24', summary: { nb: 'Noe.', en: ' ' } })],
  ['no reason', answersWithin(14, { effectiveOn: '2026-12-24', settings: { ...answersWithin(14).settings, reasons: {} } })],
  [
    'a mandatory element is empty',
    answersWithin(14, {
      effectiveOn: '2026-12-24',
      settings: { ...answersWithin(14).settings, controller: { ...sampleController, phone: '' } },
    }),
  ],
])('is refused when %s, and nothing is published', async (why, draft) => {
  expect(await schedule(draft)).toMatchObject({ refused: why })
  expect((await revisionHeads(house.for('deliver'))).length).toBe(1)
})

it('never applies before one that waits; on the same day it replaces it', async () => {
  await schedule()
  expect(await schedule(answersWithin(10, { effectiveOn: '2026-12-23' }))).toMatchObject({ refused: 'another is scheduled' })
  expect(await schedule(answersWithin(10, { effectiveOn: '2026-12-24' }))).toMatchObject({ revision: 3 })
  const all = await revisionHeads(house.for('deliver'))
  expect(all.map((head) => standingOf(all, head, '2026-11-23'))).toEqual(['waiting', 'never', 'in force'])
  expect(all.map((head) => standingOf(all, head, '2026-12-24'))).toEqual(['in force', 'never', 'earlier'])
})

it('is called off by publishing the present text anew for the same day', async () => {
  await schedule()
  expect(await callOff(house.for('legal_obligation'), now)).toMatchObject({ revision: 3, effectiveOn: '2026-12-24' })
  const [third, , first] = await revisionHeads(house.for('deliver'))
  expect(third!.contentHash).toBe(first!.contentHash)
  await takeEffect(house.owner, new Date('2026-12-24T12:00:00Z'))
  expect(await answered()).toBeUndefined()
  expect(await callOff(house.for('legal_obligation'), new Date('2026-12-24T12:00:00Z'))).toMatchObject({
    refused: 'nothing is waiting',
  })
})

it('publishes once when two press the button at once', async () => {
  const both = await Promise.all([schedule(), schedule()])
  expect(both).toContainEqual({ revision: 2, effectiveOn: '2026-12-24', kind: 'material' })
  expect(both).toContainEqual(expect.objectContaining({ refused: 'nothing changed' }))
})

it('stands on every page from when it is published until thirty days after its day, and the first never does', async () => {
  const shown = async (at: string) => (await announced(house.for('deliver'), new Date(at)))?.revision
  expect(await shown('2026-11-23T09:00:00Z')).toBeUndefined()
  await schedule()
  expect((await announced(house.for('deliver'), now))!.coming).toBe(true)
  expect(await shown('2027-01-23T22:00:00Z')).toBe(2)
  expect(await shown('2027-01-23T23:00:00Z')).toBeUndefined()
  expect(dayOf(new Date('2027-01-23T22:00:00Z'))).toBe('2027-01-23')
})
