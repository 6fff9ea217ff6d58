import { createHash, randomBytes } from 'node:crypto'

/** A link nobody can guess: 32 random bytes. We keep its hash only, so a copy of the database opens no quote. */
export function newLink(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: linkHash(token) }
}

/** SHA-256 of the token, in hex. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}

export function quoteAddress(website: string, language: 'nb' | 'en', token: string): string {
  return `${website}${language === 'nb' ? '/tilbud' : '/en/quote'}/${token}`
}
