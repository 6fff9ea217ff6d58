import { expect, it } from 'vitest'
import { objectionToken, readObjectionToken } from './objection-link.ts'

const fatima = { accountId: '019ab000-0000-7000-8000-000000000001', personId: '019ab000-0000-7000-8000-000000000002' }
const token = objectionToken('a key', fatima)

it('says whose no it is, to whoever has the key', () => expect(readObjectionToken('a key', token)).toEqual(fatima))

it.each([
  ['another key', 'another', token],
  ['another person’s id', 'a key', `${token.slice(0, 30)}AAAA${token.slice(34)}`],
  ['another signature', 'a key', `${token.slice(0, -4)}AAAA`],
  ['a piece of it', 'a key', token.slice(0, -1)],
  ['something after it', 'a key', `${token}A`],
  ['nothing', 'a key', ''],
])('does not know %s', (_, key, typed) => expect(readObjectionToken(key, typed)).toBeUndefined())
