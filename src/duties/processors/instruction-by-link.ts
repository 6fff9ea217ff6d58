import { send } from '#outbound'
import type { For } from '#purposes'
import { instruction, type Instruction } from './instruction.ts'
import { recipient, type Recipient } from './register.ts'
import { disclosureOf, tokenHash, whomAbout, type Whom } from './send-instruction.ts'

type ByLink = { readonly instruction: Instruction; readonly supplier: Recipient; readonly whom: Whom }

/**
 * What stands behind the link in a letter to a supplier: whom the instruction is about, as long as the answer is missing.
 * Opening it is a transfer like any other, asked of the register and logged. Undefined: no such link, or a newer one was sent.
 */
export function instructionByLink(db: For<'legal_obligation'>, now: Date, token: string): Promise<ByLink | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('instruction').select('id').where('token_hash', '=', tokenHash(token)).executeTakeFirst()
    const found = row && (await instruction(tx, row.id))
    const to = found && (await recipient(tx, found.recipient))
    if (!found || !to) return undefined
    const nothing = { instruction: found, supplier: to, whom: { about: {}, corrected: {} } }
    if (found.answered_at) return nothing
    const whom = await whomAbout(tx, found, to)
    const shown = await send(tx, now, to.id, disclosureOf(found, whom), async () => whom)
    return 'answer' in shown ? { ...nothing, whom: shown.answer } : nothing
  })
}
