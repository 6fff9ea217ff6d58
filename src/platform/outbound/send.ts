import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { type Asked, type Standing, whyNot } from './may-receive.ts'

export type Disclosure = Asked & {
  readonly accountId: string
  readonly personId: string | null
}

/** What became of it: an answer; an error after which something may have left; or the register said no, and nothing left. */
export type Sent<Answer> = { readonly answer: Answer } | { readonly failed: unknown } | { readonly refused: string }

/**
 * Does `deliver` if the register, asked now, lets the recipient have those fields for that purpose, and logs the disclosure
 * in `tx`. What is refused is logged too, and nothing leaves. When `deliver` throws, `left` says whether anything may have
 * gone out all the same; then it is logged, and the error goes on to the caller.
 */
export async function send<Answer>(
  tx: QueryExecutorProvider,
  now: Date,
  recipient: string,
  disclosure: Disclosure,
  deliver: () => Promise<Answer>,
  left: (error: unknown) => boolean = () => true,
): Promise<Sent<Answer>> {
  const standing = await standingOf(tx, now, recipient)
  const why = whyNot(standing, disclosure)
  if (standing === undefined || why !== undefined) {
    const refused = `${recipient} ${why}`
    await logRefusal(tx, now, recipient, disclosure, refused)
    return { refused }
  }
  try {
    const answer = await deliver()
    await logTransfer(tx, now, recipient, standing, disclosure)
    return { answer }
  } catch (failed) {
    if (left(failed)) await logTransfer(tx, now, recipient, standing, disclosure)
    return { failed }
  }
}

/** What the register says of the recipient at that moment; undefined when it is not there. Any role may ask. */
export async function standingOf(db: QueryExecutorProvider, now: Date, recipient: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select * from house.recipient_standing(${recipient}, ${now})`.execute(db)
  return rows[0]
}

async function logTransfer(
  tx: QueryExecutorProvider,
  now: Date,
  recipient: string,
  { ground }: Standing,
  { accountId, personId, purpose, fields }: Disclosure,
): Promise<void> {
  // A message without a field says nothing about anybody.
  if (fields.length === 0) return
  await sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
    values (${accountId}, ${newId(now)}, ${personId}, ${recipient}, ${purpose}, ${[...fields]}, ${ground}, ${now})`.execute(tx)
}

async function logRefusal(
  tx: QueryExecutorProvider,
  now: Date,
  recipient: string,
  { purpose, fields }: Disclosure,
  why: string,
): Promise<void> {
  await sql`insert into core.refused_transfer (id, at, recipient, purpose, fields, why)
    values (${newId(now)}, ${now}, ${recipient}, ${purpose}, ${[...fields]}, ${why})`.execute(tx)
}
