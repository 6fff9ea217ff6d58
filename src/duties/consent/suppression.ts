import { createHmac } from 'node:crypto'
import { secret } from '#files'
import { ledgerIn, type Ledger } from '#ledger'
import type { For } from '#purposes'

/** This installation's key: `<data>/secrets/suppression-key`. Without it a hash says nothing about an address. */
export function suppressionKey(dataDir: string): string {
  return secret(dataDir, 'suppression-key')
}

/**
 * HMAC-SHA256 of the address as it is delivered to: lower case, NFC, without a plus-tag. Outlives the address itself, so
 * that a later import cannot bring it back (promise 2.5-j).
 */
export function addressHash(key: string, address: string): string {
  const plain = address
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '')
  return createHmac('sha256', key).update(plain).digest('hex')
}

/** The address must never be marketed to again; twice is the same as once. */
export async function suppress(
  tx: For<'rights_handling'>,
  now: Date,
  key: string,
  { address, channel }: { readonly address: string; readonly channel: string },
  ledger: Ledger = ledgerIn(),
): Promise<void> {
  const hash = addressHash(key, address)
  await suppressHash(tx, now, { address: hash, kind: 'email', channel })
  await ledger.enter(tx, now, { what: 'suppression', address: hash, kind: 'email', channel })
}

/** The same for an address that is known by its hash only, as the ledger knows it. */
export async function suppressHash(
  tx: For<'rights_handling'>,
  now: Date,
  { address, kind, channel }: { readonly address: string; readonly kind: string; readonly channel: string },
): Promise<void> {
  await tx
    .insertInto('core.suppression')
    .values({ address_hash: address, kind, at: now, channel })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The first question before anything is sent for marketing (section 5.3). */
export async function isSuppressed(db: For<'marketing'>, key: string, address: string): Promise<boolean> {
  const found = await db
    .selectFrom('suppression')
    .select('at')
    .where('address_hash', '=', addressHash(key, address))
    .executeTakeFirst()
  return found !== undefined
}
