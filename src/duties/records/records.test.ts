import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { categories, personalColumn } from '#personal-data'
import { may, purposeNames } from '#purposes'
import { rules } from '#retention'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import {
  assessPurpose,
  assessments,
  latestSnapshots,
  lawWatch,
  protocol,
  protocolCsv,
  reviewRule,
  takeSnapshot,
  unassessed,
} from './records.ts'

const now = new Date('2026-11-23T09:00:00Z')
const controller = {
  legalName: 'NTC Gave og Profilering AS',
  organisationNumber: '312007177',
  postalAddress: 'Postboks 214, 5804 Bergen',
  email: 'post@ntcprofil.example',
  phone: '+47 55 00 00 00',
  privacyContact: 'personvern@ntcprofil.example',
}
const recipients = [
  { name: 'Bitpro AS', role: 'processor', purposes: ['deliver', 'invoice'], location: 'NO', transferGround: null },
  { name: 'Langt Borte Inc', role: 'processor', purposes: ['deliver'], location: 'US', transferGround: 'art. 45' },
] as const
const made = () => protocol({ inventory, controller, recipients, measures: ['Alt forsegles.'] })
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())
const legal = () => house.for('legal_obligation')

describe('the record of processing', () => {
  it('names every purpose that sees somebody, every kind of data, every recipient and every rule, from the declarations', () => {
    const { activities } = made()
    const sees = purposeNames.filter((purpose) =>
      inventory.some(
        (table) =>
          (may(table, 'read', purpose) || table.direct?.includes(purpose)) &&
          Object.values(table.columns).some((column) => personalColumn(column)?.for.includes(purpose)),
      ),
    )
    expect(activities.map(({ purpose }) => purpose)).toEqual(sees)
    const held = new Set(
      inventory.flatMap(({ columns }) => Object.values(columns)).flatMap((column) => personalColumn(column)?.holds ?? []),
    )
    const told = new Set(activities.flatMap(({ data }) => data))
    expect([...held].map((category) => categories[category].nb).filter((word) => !told.has(word))).toEqual([])
    const deliver = activities.find(({ purpose }) => purpose === 'deliver')!
    expect(deliver.recipients).toEqual(['Bitpro AS (databehandler)', 'Langt Borte Inc (databehandler)'])
    expect(deliver.outsideEea).toEqual(['Langt Borte Inc, US: art. 45'])
    expect(deliver.kept.length).toBeGreaterThan(1)
    for (const { ground, people } of activities) expect([ground.length > 8, people.length > 0]).toEqual([true, true])
  })

  it('opens in a spreadsheet, a row for each activity', () => {
    const csv = protocolCsv(made())
    expect(csv.startsWith('\ufeff"Formål";"Behandlingsgrunnlag"')).toBe(true)
    expect(csv.split('\r\n').length).toBe(made().activities.length + 2)
    expect(csv).toContain('"Alt forsegles."')
  })

  it('is kept when it has changed and once a month, and not twice for nothing', async () => {
    const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
    expect(await takeSnapshot(legal(), now, made())).toEqual({ taken: true })
    expect(await takeSnapshot(legal(), days(29), made())).toEqual({ taken: false })
    expect(await takeSnapshot(legal(), days(29), { ...made(), measures: [] })).toEqual({ taken: true })
    expect(await takeSnapshot(legal(), days(61), { ...made(), measures: [] })).toEqual({ taken: true })
    expect((await latestSnapshots(legal())).length).toBe(3)
  })
})

describe('the law watch', () => {
  const answer = {
    rule: 'R-10',
    through: '2027-10-01',
    statementChanges: false,
    answer: 'Lest; ingen endring.',
    staffUserId: 'siv',
  }

  it('opens a task a month before the review date, the day after it, and closes it with an answer', async () => {
    const states = async (at: string) => {
      const found = (await lawWatch(legal(), new Date(at))).find(({ rule }) => rule === 'R-10')!
      return [found.state, found.why]
    }
    expect(await states('2027-05-30T09:00:00Z')).toEqual(['fine', undefined])
    expect(await states('2027-05-31T09:00:00Z')).toEqual(['task', 'soon'])
    expect(await states('2027-06-30T09:00:00Z')).toEqual(['task', 'soon'])
    expect(await states('2027-07-01T09:00:00Z')).toEqual(['task', 'overdue'])
    await reviewRule(legal(), new Date('2027-06-01T09:00:00Z'), answer)
    expect(await states('2027-07-01T09:00:00Z')).toEqual(['fine', undefined])
    expect((await lawWatch(legal(), now)).length).toBe(Object.keys(rules).length)
  })

  it('opens a task when a rule was changed since somebody read it', async () => {
    await reviewRule(legal(), now, answer)
    await house.owner.updateTable('core.rule_review').set({ rule_hash: 'another' }).execute()
    const [first] = await lawWatch(legal(), now)
    expect([first!.rule, first!.why, first!.last!.answer]).toEqual(['R-10', 'changed', 'Lest; ingen endring.'])
  })

  it('refuses an answer that says nothing, is past, or reaches more than a year ahead', async () => {
    expect(await reviewRule(legal(), now, { ...answer, answer: ' ' })).toMatchObject({ refused: 'nothing is said' })
    expect(await reviewRule(legal(), now, { ...answer, through: '2026-11-23' })).toMatchObject({ refused: 'the day is past' })
    expect(await reviewRule(legal(), now, { ...answer, through: '2027-12-01' })).toMatchObject({ refused: 'too far ahead' })
    expect(await reviewRule(legal(), now, { ...answer, rule: 'R-99' })).toMatchObject({ refused: 'no such rule' })
  })
})

describe('what a purpose means for people', () => {
  it('is judged by a person, two signs or more need a full assessment, and a changed purpose is judged again', async () => {
    expect(unassessed(await assessments(legal())).length).toBe(purposeNames.length)
    const judged = { purpose: 'tailor', because: 'Bare egne kjøp.', staffUserId: 'siv' } as const
    expect(await assessPurpose(legal(), now, { ...judged, signs: ['scoring'] })).toEqual({ needsDpia: false })
    const later = new Date(now.getTime() + 1000)
    expect(await assessPurpose(legal(), later, { ...judged, signs: ['scoring', 'scale'] })).toEqual({ needsDpia: true })
    expect((await assessments(legal())).map(({ purpose, needsDpia, current }) => [purpose, needsDpia, current])).toEqual([
      ['tailor', true, true],
    ])
    await house.owner.updateTable('core.assessment').set({ purpose_hash: 'another' }).execute()
    expect(unassessed(await assessments(legal()))).toContain('tailor')
  })
})
