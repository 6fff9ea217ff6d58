import { register, type Recipient } from '#processors'
import type { For } from '#purposes'

export type Transfer = {
  readonly recipient: Pick<Recipient, 'name' | 'role' | 'location'>
  readonly purpose: string
  readonly fields: readonly string[]
  readonly ground: string
  readonly at: Date
}

/** Who actually got something about the person, newest first (C-154/21: named recipients, not categories). */
export async function transfers(tx: For<'rights_handling'>): Promise<Transfer[]> {
  const rows = await tx.selectFrom('transfer').selectAll().orderBy('at', 'desc').execute()
  if (rows.length === 0) return []
  const known = new Map((await register(tx)).map((each) => [each.id, each]))
  return rows.map(({ recipient, purpose, fields, ground, at }) => ({
    // A recipient from before there was a register is still told by the id it had.
    recipient: known.get(recipient) ?? { name: recipient, role: 'controller', location: '?' },
    purpose,
    fields,
    ground,
    at,
  }))
}
