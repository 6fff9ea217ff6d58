import { describe, expect, it } from 'vitest'
import { whatYouMayDo, type Choices } from './what-you-may-do.ts'

const nothing: Choices = { restrictions: [], objections: [], consents: [] }
const day = (date: number) => new Date(Date.UTC(2026, 8, date))
const said = (choices: Partial<Choices>) =>
  whatYouMayDo({ ...nothing, ...choices }).map(({ doing, may, why }) => `${may ? '✓' : '✕'} ${doing}: ${why.because}`)

describe('what you may do with a person', () => {
  it('is everything but marketing, when they have chosen nothing', () => {
    expect(said({})).toEqual([
      '✓ deliver: the relationship',
      '✓ invoice: bookkeeping law',
      '✓ contact: the relationship',
      '✕ marketing: no consent',
    ])
  })

  it('is marketing too, when they have consented and confirmed', () => {
    expect(said({ consents: [{ purpose: 'marketing', confirmed_at: day(1), withdrawn_at: null }] })[3]).toBe(
      '✓ marketing: consent',
    )
    expect(said({ consents: [{ purpose: 'marketing', confirmed_at: null, withdrawn_at: null }] })[3]).toBe(
      '✕ marketing: no consent',
    )
  })

  it('is not marketing after a withdrawal, and a new objection outweighs an old consent', () => {
    expect(said({ consents: [{ purpose: 'marketing', confirmed_at: day(1), withdrawn_at: day(3) }] })[3]).toBe(
      '✕ marketing: withdrawn',
    )
    const both = {
      consents: [{ purpose: 'marketing', confirmed_at: day(1), withdrawn_at: null }],
      objections: [{ scope: 'marketing', objected_at: day(3) }],
    }
    expect(said(both)).toEqual([
      '✓ deliver: the relationship',
      '✓ invoice: bookkeeping law',
      '✓ contact: the relationship',
      '✕ marketing: objected',
    ])
  })

  it('is not marketing on a yes that was not renewed in time, unless there is a newer one', () => {
    const old = { purpose: 'marketing', confirmed_at: day(1), withdrawn_at: null, lapsed: true }
    expect(said({ consents: [old] })[3]).toBe('✕ marketing: lapsed')
    expect(said({ consents: [old, { ...old, lapsed: false }] })[3]).toBe('✓ marketing: consent')
  })

  it('is only to invoice under restriction', () => {
    expect(said({ restrictions: [{ ground: 'accuracy_contested', restricted_at: day(3) }] })).toEqual([
      '✕ deliver: restricted',
      '✓ invoice: bookkeeping law',
      '✕ contact: restricted',
      '✕ marketing: restricted',
    ])
  })

  it('is to deliver and invoice, without getting in touch, when all contact is objected to', () => {
    expect(said({ objections: [{ scope: 'contact', objected_at: day(3) }] })).toEqual([
      '✓ deliver: the relationship',
      '✓ invoice: bookkeeping law',
      '✕ contact: no contact',
      '✕ marketing: no contact',
    ])
  })
})
