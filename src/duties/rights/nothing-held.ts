import { fixPerson, type For } from '#purposes'
import type { Office } from './office.ts'
import type { CaseKey } from './rights-case.ts'
import { searchForAddress } from './search-for-address.ts'

/** Where we looked, and in how many places the address stands outside the claim itself. */
export type NothingHeld = {
  readonly tables: number
  readonly columns: number
  readonly files: number
  readonly elsewhere: number
}

/** What asking leaves behind: the claim, its messages and its letters say nothing of what we held before. */
const ofTheClaim = ['core.rights_message.', 'core.mail.', 'core.rights_event.']

/** As whole a search as after an erasure, for an address no person of ours has: "we hold nothing" is an answer too (promise 7-f). */
export async function nothingHeld(
  tx: For<'rights_handling'>,
  { accountId }: CaseKey,
  address: string,
  { folder }: Office,
): Promise<NothingHeld> {
  await fixPerson(tx, { accountId, personId: '' })
  const { found, ...looked } = await searchForAddress(tx, address, folder)
  const elsewhere = found.filter(({ where }) => !ofTheClaim.some((own) => where.startsWith(own)))
  return { ...looked, elsewhere: elsewhere.length }
}
