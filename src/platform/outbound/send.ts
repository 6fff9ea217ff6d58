import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'

/** Who may receive what, and for what: one row of the register of processors. */
export type Recipient = {
  readonly id: string
  readonly purposes: readonly string[]
  /** Declared columns, as `table.column`. */
  readonly fields: readonly string[]
  /** The legal ground of the disclosure. */
  readonly ground: string
}

export type Disclosure = {
  readonly accountId: string
  readonly personId: string | null
  readonly purpose: string
  readonly fields: readonly string[]
}

/**
 * Does `deliver` if the register lets the recipient have those fields for that purpose, and logs the disclosure in `tx`.
 * Throws, and nothing leaves, when it does not. When `deliver` throws, `left` says whether anything may have gone out all
 * the same; then it is logged too, and the error goes on to the caller.
 */
export async function send<Answer>(
  tx: QueryExecutorProvider,
  now: Date,
  recipient: Recipient,
  disclosure: Disclosure,
  deliver: () => Promise<Answer>,
  left: (error: unknown) => boolean = () => true,
): Promise<{ readonly answer: Answer } | { readonly failed: unknown }> {
  refuseUndeclared(recipient, disclosure)
  try {
    const answer = await deliver()
    await logTransfer(tx, now, recipient, disclosure)
    return { answer }
  } catch (failed) {
    if (left(failed)) await logTransfer(tx, now, recipient, disclosure)
    return { failed }
  }
}

function refuseUndeclared({ id, purposes, fields }: Recipient, disclosure: Disclosure): void {
  if (!purposes.includes(disclosure.purpose)) throw new Error(`${id} may not receive anything for ${disclosure.purpose}`)
  const undeclared = disclosure.fields.filter((field) => !fields.includes(field))
  if (undeclared.length > 0) throw new Error(`${id} may not receive ${undeclared.join(', ')}`)
}

async function logTransfer(tx: QueryExecutorProvider, now: Date, recipient: Recipient, disclosure: Disclosure): Promise<void> {
  const { accountId, personId, purpose, fields } = disclosure
  await sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
    values (${accountId}, ${newId(now)}, ${personId}, ${recipient.id}, ${purpose}, ${[...fields]}, ${recipient.ground}, ${now})`.execute(
    tx,
  )
}
