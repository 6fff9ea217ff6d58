import { sql } from 'kysely'
import { findInArchive } from '#archive'
import type { For, Recorded, Subject } from '#purposes'
import type { Identity } from './rights-case.ts'
import { wholly } from './set-aside.ts'

export type Found = {
  /** Undefined: nobody, or several who share the mailbox, so that it says nothing of who asks. */
  readonly subject: Subject | undefined
  /** Everybody recorded at the address. */
  readonly everybody: readonly Recorded[]
  /** Nobody of them is a customer any longer: what is held lies in the locked archive. */
  readonly inArchive?: true
  readonly identity: Extract<Identity, 'unproven' | 'shared_mailbox' | 'left_company' | 'unknown'>
}

export const nobody: Found = { subject: undefined, everybody: [], identity: 'unknown' }

type Row = {
  readonly account_id: string
  readonly id: string
  readonly name: string
  readonly left_on: string | null
}

/**
 * Whom an address belongs to, restricted or not. Several names at one address are a shared mailbox, and somebody who left has
 * a mailbox that now is the employer's: neither proves who asks, and nothing is ever delivered there (promise 7-c). Of somebody recorded
 * more than once it is the registered record, as when they sign in (decision 75): a later question without signing in is not where they are.
 */
export async function claimantAt(db: For<'legal_obligation'>, address: string | undefined): Promise<Found> {
  if (!address?.trim()) return nobody
  const { rows } = await sql<Row>`
    select account_id, id, lower(btrim(concat_ws(' ', ${wholly('first_name')}, ${wholly('last_name')}))) as name, left_on from person p
    where (account_id, id) in (select account_id, id from person where lower(email) = lower(${address.trim()})
      union all select account_id, person_id from set_aside where field = 'email' and lower(value) = lower(${address.trim()}))
    order by left_on nulls first, registered_at desc nulls last, created_at desc`.execute(db)
  if (rows.length === 0) return formerAt(db, address)
  const names = new Set(rows.map(({ name }) => name).filter((name) => name !== ''))
  const everybody = rows.map((row) => ({ accountId: row.account_id, personId: row.id }))
  if (names.size > 1) return { ...nobody, everybody, identity: 'shared_mailbox' }
  return {
    subject: everybody[0],
    everybody,
    identity: rows.every(({ left_on }) => left_on !== null) ? 'left_company' : 'unproven',
  }
}

/**
 * Whoever is only in the archive has the same rights in it (promise 2.6-j). Finding them opens nothing: ids are all that is
 * told, so that two at one address are never made one.
 */
async function formerAt(db: For<'legal_obligation'>, address: string): Promise<Found> {
  if (!address.includes('@')) return nobody
  const everybody = (await findInArchive(db, address)).map((record) => ({ ...record, inArchive: true }) as const)
  if (everybody.length === 0) return nobody
  const shared = { subject: undefined, identity: 'shared_mailbox' } as const
  const one = { subject: everybody[0], identity: 'unproven' } as const
  return { ...nobody, everybody, inArchive: true, ...(everybody.length > 1 ? shared : one) }
}
