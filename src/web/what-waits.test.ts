import { expect, it } from 'vitest'
import { whatWaits } from './what-waits.ts'

const quiet: Parameters<typeof whatWaits>[0] = {
  today: '2026-11-30',
  inquiries: 0,
  quotes: { drafts: 0, awaiting: 0, expiring: 0 },
  orders: { toDeliver: 0, toInvoice: 0, lateToInvoice: 0 },
  invoices: { open: 0, openSum: 0n, overdue: 0, overdueSum: 0n, unsent: 0 },
  officers: undefined,
}
const nothing = {
  claims: { open: 0, first: null },
  breaches: { open: 0, unreported: 0, hours: Infinity },
  instructions: 0,
  disclosures: 0,
  rules: 0,
}
const lists = (waiting: Parameters<typeof whatWaits>[0]) => whatWaits(waiting).map(({ to }) => to)

it('is empty when nothing waits', () => {
  expect(whatWaits(quiet)).toEqual([])
  expect(whatWaits({ ...quiet, officers: nothing })).toEqual([])
})

it('puts what presses first, the officer’s before the trade’s', () => {
  const officers = { ...nothing, breaches: { open: 1, unreported: 1, hours: 3 }, disclosures: 1 }
  const invoices = { ...quiet.invoices, overdue: 2, overdueSum: 100n }
  expect(lists({ ...quiet, inquiries: 4, invoices, officers })).toEqual([
    '/desk/avvik',
    '/desk/faktura?utvalg=forfalt&sorter=forfall',
    '/desk/utlevering',
    '/desk/foresporsler',
  ])
})

it.each([
  ['2026-12-07', true],
  ['2026-12-08', false],
])('lets a claim press from the seventh day before its deadline: due %s, %s', (first, urgent) => {
  const [claim] = whatWaits({ ...quiet, officers: { ...nothing, claims: { open: 1, first } } })
  expect(claim).toMatchObject({ urgent, more: `Det første skal være besvart ${first.split('-').toReversed().join('.')}.` })
})

it('says when the 72 hours are over', () => {
  const [breach] = whatWaits({ ...quiet, officers: { ...nothing, breaches: { open: 1, unreported: 1, hours: -1 } } })
  expect(breach!.more).toBe('Fristen på 72 timer er ute.')
})
