import { expect, it } from 'vitest'
import { actOn, acts, type ClaimFacts, type DatedAct, whyNotCollect } from './collection.ts'

const claim: ClaimFacts = {
  isInvoice: true,
  delivered: true,
  dueOn: '2026-10-01',
  balance: 125_000,
  disputed: false,
  onHold: false,
  remindedOn: '2026-10-08',
  warnedOn: '2026-10-20',
  warnedBy: 'us',
  debtorVerified: true,
  licence: '12345',
}

it.each<[string, Partial<ClaimFacts>, string | undefined]>([
  ['all is in order', {}, undefined],
  ['a draft', { isInvoice: false }, 'Kravet er ikke en utstedt faktura.'],
  ['not delivered', { delivered: false }, 'Varen er ikke levert.'],
  ['paid', { balance: 0 }, 'Kravet er betalt.'],
  ['a trifle', { balance: 49_999 }, 'Kravet er for lite.'],
  ['due today', { dueOn: '2026-11-23' }, 'Kravet er ikke forfalt.'],
  ['disputed', { disputed: true }, 'Kravet er bestridt, eller det er en åpen reklamasjon.'],
  ['a payment plan', { onHold: true }, 'Kravet er utsatt eller betales etter en plan.'],
  ['nobody knows who owes it', { debtorVerified: false }, 'Det er ikke kontrollert at det er rett skyldner.'],
  ['no reminder', { remindedOn: null }, 'Det er ikke purret etter forfall.'],
  ['reminded on the due date', { remindedOn: '2026-10-01' }, 'Det er ikke purret etter forfall.'],
  ['no warning', { warnedOn: null }, 'Det er ikke sendt inkassovarsel etter forfall.'],
  ['warned fifteen days ago', { warnedOn: '2026-11-08' }, undefined],
  ['warned fourteen days ago', { warnedOn: '2026-11-09' }, 'Fristen i inkassovarselet, minst 14 dager, er ikke ute.'],
  ['a collector without a licence', { licence: '' }, 'Inkassoforetaket mangler bevilling.'],
])('%s', (_, differs, why) => {
  expect(whyNotCollect({ ...claim, ...differs }, '2026-11-23')).toBe(why)
})

it('follows the act that is in force on the day', () => {
  const dated: DatedAct[] = acts.map((act) => (act.from === undefined ? { ...act, from: '2027-01-01' } : act))
  expect(actOn('2026-12-31', dated).name).toBe('inkassoloven 1988')
  expect(actOn('2027-01-01', dated).name).toBe('inkassoloven 2026')
  expect(whyNotCollect(claim, '2026-12-31', dated)).toBeUndefined()
  expect(whyNotCollect(claim, '2027-01-01', dated)).toBe('Etter inkassoloven 2026 må varselet komme fra inkassoforetaket.')
  expect(whyNotCollect({ ...claim, warnedBy: 'collector' }, '2027-01-01', dated)).toBeUndefined()
})

it('never applies an act whose day is not known', () => {
  expect(actOn('2030-01-01').name).toBe('inkassoloven 1988')
})
