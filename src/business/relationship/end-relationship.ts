import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { enqueue } from '#jobs'
import { alsoAsPerson, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'

export const reasons = ['asked', 'left_company', 'company_gone', 'inactive'] as const
export type Reason = (typeof reasons)[number]
export const channels = ['my_page', 'desk', 'email', 'phone', 'letter', 'system'] as const

export type Ended = {
  readonly accountId: string
  /** Undefined: the company itself, and with it everybody there. */
  readonly personId?: string
  readonly reason: Reason
  readonly channel: (typeof channels)[number]
  /** When it ended, if that was before we heard. */
  readonly endedAt?: Date
}

/**
 * The relationship is over, from this moment: advertising and tailoring stop with this transaction, and the clock of R-01
 * counts; suppliers are told by the job that is queued here. Who has ended already stays as they are. In the caller's
 * transaction (promises 2.6-f, 2.6-g).
 */
export async function endRelationship(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, personId, reason, channel, endedAt = now }: Ended,
): Promise<{ readonly people: readonly string[] } | Refusal<'has ended'>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.account_id = ${accountId} and (${personId ?? null}::uuid is null or p.id = ${personId ?? null})
      and not exists (select 1 from relationship_end e where e.account_id = p.account_id and e.person_id = p.id and e.reopened_at is null)`.execute(
    tx,
  )
  const people = rows.map(({ id }) => id)
  const whole = personId === undefined
  const told = whole ? [null, ...people] : people
  if (told.length === 0 || (whole && (await companyHasEnded(tx, accountId)))) return refuse('has ended')
  for (const each of told) {
    await sql`insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at)
      values (${accountId}, ${newId(now)}, ${each}, ${reason}, ${channel}, ${endedAt})`.execute(tx)
    if (each !== null && reason === 'left_company') await closeSignIn(tx, { accountId, personId: each })
    if (each !== null) await witness(tx, now, { kind: 'relationship ended', subject: each, body: { account: accountId, reason } })
  }
  await enqueue(tx, 'tell-suppliers-of-ends', {}, { key: 'tell suppliers of ends' })
  if (whole) await sql`update core.account set ended_at = ${endedAt} where account_id = ${accountId}`.execute(tx)
  return { people }
}

/** The mailbox a link to sign in goes to is the employer's now, and so may be the machine they are signed in on (promise 7-c). */
function closeSignIn(tx: QueryExecutorProvider, subject: Subject): Promise<void> {
  return alsoAsPerson(tx, subject, async (theirs) => {
    await sql`delete from auth."user" where id in (select user_id from portal_login)`.execute(theirs)
    await theirs.deleteFrom('core.portal_login').where('person_id', '=', subject.personId).execute()
  })
}

/** A day has no hour: noon of it in Oslo, and no later than now. The thirty days count from the day itself. */
export function endedOn(day: string, now: Date): Date {
  const noon = new Date(`${day}T11:00:00Z`)
  return noon < now ? noon : now
}

async function companyHasEnded(tx: QueryExecutorProvider, accountId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from account where account_id = ${accountId} and ended_at is not null`.execute(tx)
  return rows.length > 0
}
