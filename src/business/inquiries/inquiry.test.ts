import { describe, expect, it } from 'vitest'
import { inquiryNumber, may, stateOf, type Act } from './inquiry.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute))
const waiting = { answered_at: null, closed_at: null, last_message_at: at(0) }
const answered = { answered_at: at(5), closed_at: null, last_message_at: at(5) }
const writtenAgain = { answered_at: at(5), closed_at: null, last_message_at: at(6) }
const closed = { answered_at: at(5), closed_at: at(9), last_message_at: at(5) }

describe('an inquiry', () => {
  it('waits for us until answered, and again when the customer writes again', () => {
    expect([waiting, answered, writtenAgain, closed].map(stateOf)).toEqual(['waiting', 'answered', 'waiting', 'closed'])
  })

  it.each<[Act, boolean, boolean, boolean]>([
    ['answer', true, true, false],
    ['quote', true, true, false],
    ['assign', true, true, false],
    ['note', true, true, true],
    ['close', true, true, false],
    ['reopen', false, false, true],
  ])('may %s: waiting %s, answered %s, closed %s', (act, whenWaiting, whenAnswered, whenClosed) => {
    expect([waiting, answered, closed].map((inquiry) => may(act, inquiry))).toEqual([whenWaiting, whenAnswered, whenClosed])
  })

  it('is numbered by the year', () => expect(inquiryNumber('2026-11-23', 7n)).toBe('F-2026-00007'))
})
