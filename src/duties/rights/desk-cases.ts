import { sql } from 'kysely'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { openCase, type Claim, type Claimant, type OpenCase } from './rights-case.ts'

/** Every claim with its clock, and of an erasure that was done, what its search found, those that wait first, the soonest due on top; never the person, only the relationship. */
export function caseList(db: For<'legal_obligation'>) {
  return db
    .selectFrom('rights_case as c')
    .leftJoin('account as a', 'a.account_id', 'c.account_id')
    .leftJoin('erasure_search as s', (join) => join.onRef('s.account_id', '=', 'c.account_id').onRef('s.case_id', '=', 'c.id'))
    .select([
      'c.account_id',
      'c.id',
      'c.person_id',
      'c.kind',
      'c.channel',
      'c.received_at',
      'c.due_on',
      'c.closed_at',
      'c.outcome',
      'a.name',
      'a.customer_number',
      's.erased_at',
      's.finds',
    ])
    .orderBy(sql`c.closed_at is not null`)
    .orderBy('c.due_on')
    .limit(200)
    .execute()
}

/** A claim that came by telephone, letter or e-mail: its clock starts when it was received, not when it was typed (promise 9-c). */
export function registerClaim(
  db: For<'rights_handling'>,
  now: Date,
  claimant: Claimant,
  claim: Claim,
): Promise<OpenCase | Refusal<'not received yet'>> {
  if (claim.receivedAt > now) return Promise.resolve(refuse('not received yet', 'receivedOn'))
  return db.transaction().execute(async (tx) => {
    const opened = await openCase(tx, now, claimant, claim)
    await witness(tx, now, {
      kind: 'claim received',
      subject: claimant.personId,
      body: { case: opened.id, kind: claim.kind, channel: claim.channel, due: opened.dueOn },
    })
    return opened
  })
}

/** The erasure that waits under that id, and whom it is about; undefined when it is answered, or about nobody we found. */
export async function waitingErasure(
  db: For<'legal_obligation'>,
  accountId: string,
  id: string,
): Promise<{ readonly personId: string; readonly dueOn: string } | undefined> {
  const found = await db
    .selectFrom('rights_case')
    .select(['person_id', 'due_on'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('kind', '=', 'erasure')
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return found?.person_id ? { personId: found.person_id, dueOn: found.due_on } : undefined
}

/**
 * The person has been answered by other means than my page: by whom of us and how is in the answer itself. An erasure that
 * is done is not closed by hand: the night's search closes it.
 */
export async function answerCase(db: For<'legal_obligation'>, now: Date, accountId: string, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waits = await tx
      .selectFrom('rights_case')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('erasure_search as s')
              .select('s.case_id')
              .where('s.account_id', '=', accountId)
              .where('s.case_id', '=', id),
          ),
        ),
      )
      .executeTakeFirst()
    if (!waits) return
    const outcome = JSON.stringify({ answered: 'by staff' })
    await tx
      .updateTable('core.rights_case')
      .set({ closed_at: now, outcome })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute()
    await witness(tx, now, { kind: 'claim answered', body: { case: id } })
  })
}
