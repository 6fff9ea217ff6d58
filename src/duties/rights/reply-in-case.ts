import type { For } from '#purposes'
import { fileMessage, type Written } from './file-message.ts'
import { noteEvent, type CaseKey } from './rights-case.ts'

/** The case that is answered, and what it is about. */
export type Answered = CaseKey & { readonly kind: string }

/**
 * The open case a letter answers: it bears the case's number and comes from the address the case came from. A case that is
 * closed is not opened again; then it is a new claim, with a clock of its own.
 */
export async function caseOfReply(
  db: For<'legal_obligation'>,
  subject: string,
  address: string | undefined,
): Promise<Answered | undefined> {
  const number = /\bK-\d{4}-\d{5,}\b/.exec(subject)?.[0]
  if (number === undefined || address === undefined) return undefined
  const found = await db
    .selectFrom('rights_case as c')
    .innerJoin('rights_message as m', (join) => join.onRef('m.account_id', '=', 'c.account_id').onRef('m.case_id', '=', 'c.id'))
    .select(['c.account_id', 'c.id', 'c.kind'])
    .where('c.number', '=', number)
    .where('c.closed_at', 'is', null)
    .where('m.direction', '=', 'in')
    .where('m.address', '=', address)
    .executeTakeFirst()
  return found && { accountId: found.account_id, id: found.id, kind: found.kind }
}

/** What they wrote again, in the case. */
export async function fileReply(
  tx: For<'rights_handling'>,
  now: Date,
  key: CaseKey,
  reply: Pick<Written, 'address' | 'body' | 'held' | 'at'>,
): Promise<void> {
  await fileMessage(tx, now, key, { direction: 'in', ...reply })
  await noteEvent(tx, now, key, { what: 'wrote again', by: 'person' })
}
