import { createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from '#files'
import type { Subject } from '#purposes'

/** This installation's key: `<data>/secrets/objection-key`. Whoever does not have it can make no link. */
export function objectionKey(dataDir: string): string {
  return secret(dataDir, 'objection-key')
}

/** What stands in an objection link: whose no it is, and our signature. It never expires: a no is never too late (promise 2.5-i). */
export function objectionToken(key: string, { accountId, personId }: Subject): string {
  const whose = Buffer.from(`${accountId}${personId}`.replaceAll('-', ''), 'hex')
  return Buffer.concat([whose, signature(key, whose)]).toString('base64url')
}

/** Whose no it is; undefined when we did not write it. */
export function readObjectionToken(key: string, token: string): Subject | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 64 || bytes.toString('base64url') !== token) return undefined
  const whose = bytes.subarray(0, 32)
  if (!timingSafeEqual(bytes.subarray(32), signature(key, whose))) return undefined
  return { accountId: uuid(whose.subarray(0, 16)), personId: uuid(whose.subarray(16)) }
}

function signature(key: string, whose: Buffer): Buffer {
  return createHmac('sha256', key).update('objection').update(whose).digest()
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
