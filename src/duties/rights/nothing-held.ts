import { fixPerson, type For } from '#purposes'
import { patternOf } from './identifiers.ts'
import type { Office } from './office.ts'
import { residue } from './residue.ts'
import type { CaseKey } from './rights-case.ts'

/** Where we looked, and in how many places the address stands outside the claim itself. */
export type NothingHeld = {
  readonly tables: number
  readonly columns: number
  readonly files: number
  readonly elsewhere: number
}

/** What asking leaves behind: the claim, its messages and its letters say nothing of what we held before. */
const ofTheClaim = ['core.rights_message.', 'core.mail.', 'core.rights_event.']

/** The same search as after an erasure, for an address no person of ours has: "we hold nothing" is an answer too (promise 7-f). */
export async function nothingHeld(
  tx: For<'rights_handling'>,
  { accountId }: CaseKey,
  address: string,
  { inventory, folder }: Office,
): Promise<NothingHeld> {
  await fixPerson(tx, { accountId, personId: '' })
  const known = patternOf({ email: address, phone: null, first_name: null, last_name: null }, [])
  const { left, keptByLaw, searched } = await residue(tx, known, inventory, folder)
  const elsewhere = [...left, ...keptByLaw].filter(({ where }) => !ofTheClaim.some((own) => where.startsWith(own)))
  return { tables: searched.tables, columns: searched.columns, files: searched.files, elsewhere: elsewhere.length }
}
