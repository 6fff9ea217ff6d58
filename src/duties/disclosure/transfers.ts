import { processor, type Processor } from '#processors'
import type { For } from '#purposes'

export type Transfer = {
  readonly recipient: Pick<Processor, 'name' | 'role' | 'location'>
  readonly purpose: string
  readonly fields: readonly string[]
  readonly ground: string
  readonly at: Date
}

/** Who actually got something about the person, newest first (C-154/21: named recipients, not categories). */
export async function transfers(tx: For<'rights_handling'>): Promise<Transfer[]> {
  const rows = await tx.selectFrom('transfer').selectAll().orderBy('at', 'desc').execute()
  return rows.map(({ recipient, purpose, fields, ground, at }) => ({
    // A recipient that has left the register since is still told by the id it had.
    recipient: processor(recipient) ?? { name: recipient, role: 'controller', location: '?' },
    purpose,
    fields,
    ground,
    at,
  }))
}
