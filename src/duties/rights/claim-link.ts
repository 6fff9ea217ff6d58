import { createHash, randomBytes } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import type { Language } from '#languages'
import type { CaseKey } from './rights-case.ts'

/** Links and downloads live for 30 days. */
const lives = '30 days'

/**
 * A link nobody can guess, to one mailbox: 32 random bytes, of which we keep the hash. `proves` is whose registered address it goes
 * to; null when we do not know that it is anybody's. Answers the token.
 */
export async function newClaimLink(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, id }: CaseKey,
  purpose: 'confirm' | 'download',
  proves: string | null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`insert into core.rights_link (account_id, id, token_hash, proves, case_id, purpose, made_at, expires_at, confirmed_at)
    values (${accountId}, ${newId(now)}, ${claimLinkHash(token)}, ${proves}, ${id}, ${purpose}, ${now}, ${now}::timestamptz + ${lives}::interval,
      ${purpose === 'download' ? now : null})`.execute(tx)
  return token
}

export function claimLinkHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}

export function claimAddress(website: string, language: Language, token: string): string {
  return `${website}${language === 'nb' ? '/krav' : '/en/claim'}/${token}`
}
