import { createHash, createHmac } from 'node:crypto'
import { secret } from '#files'

export type Kind = 'e-mail' | 'phone' | 'name' | 'id'

/**
 * One identifier that can be recognised and not be read: HMAC-SHA256 under this installation's search key. `words` is how
 * many words a name has, and `probe` sixteen bits of a cheap hash that spare most of a text the dear one.
 */
export type Print = { readonly kind: Kind; readonly words: number; readonly probe: number; readonly print: string }

/** What is stored is not trusted to be a fingerprint: anything else could be an identifier in clear, and would be copied. */
export function isPrint({ kind, print }: Print): boolean {
  return ['e-mail', 'phone', 'name', 'id'].includes(kind) && /^[\w-]{43}$/.test(print)
}

export type Named = {
  readonly email?: string | null
  readonly phone?: string | null
  readonly first_name?: string | null
  readonly last_name?: string | null
}

/** This installation's key: `<data>/secrets/search-key`. Without it a fingerprint says nothing about anybody. */
export function searchKey(dataDir: string): string {
  return secret(dataDir, 'search-key')
}

/** Every form in which the person may stand in a text. Names only together, so that everybody called Kari is not found. */
export function printsOf(key: string, known: Named, ids: readonly string[] = []): Print[] {
  const { email, phone, first_name: first, last_name: last } = known
  const digits = plainPhone(phone ?? '')
  const names = first && last ? [wordsOf(`${first} ${last}`), wordsOf(`${last} ${first}`)] : []
  return [
    ...(email?.includes('@') ? [printOf(key, 'e-mail', plainEmail(email))] : []),
    ...(digits.length >= 6 ? [printOf(key, 'phone', digits)] : []),
    ...names.filter((words) => words.length > 1).map((words) => printOf(key, 'name', words.join(' '), words.length)),
    ...ids.map((id) => printOf(key, 'id', id)),
  ]
}

export function printOf(key: string, kind: Kind, plain: string, words = 1): Print {
  return { kind, words, probe: probeOf(seedOf(key), plain), print: mac(key, kind, plain) }
}

export function mac(key: string, kind: Kind, plain: string): string {
  return createHmac('sha256', key).update(`${kind}:${plain}`).digest('base64url')
}

export function plainEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/** Figures only; a Norwegian number without its country. */
export function plainPhone(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '')
}

export function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}

/** Where the cheap hash begins is as secret as the key. */
export function seedOf(key: string): number {
  return createHash('sha256').update(`probe ${key}`).digest().readUInt32BE(0)
}

/** FNV-1a, folded to sixteen bits. */
export function probeOf(seed: number, plain: string): number {
  let hash = seed
  for (let at = 0; at < plain.length; at++) hash = Math.imul(hash ^ plain.charCodeAt(at), 16_777_619)
  return (hash ^ (hash >>> 16)) & 0xffff
}
