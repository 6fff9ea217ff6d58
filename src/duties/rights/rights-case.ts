import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { dayOf, workingDaysAfter, type Day } from '#clock'
import { newId } from '#database'
import type { Language } from '#languages'
import { nextNumberSql } from '#numbering'
import type { For } from '#purposes'
import { dueSql } from './due-on.ts'
import type { Json } from './holdings.ts'

/** What a person can claim. `unclear` is a message that no rule understands, until somebody of us has read it. */
export const kinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdrawal',
  'question',
  'unclear',
] as const
export type Kind = (typeof kinds)[number]

/** How the claim reached us. Any channel counts the same (promise 9-c); a supplier's receipt is ours (promise 1-c). */
export const channels = ['my_page', 'web', 'email', 'phone', 'letter', 'in_person', 'supplier', 'link'] as const
export type Channel = (typeof channels)[number]

/** How we know who asks, or why we do not yet (promise 7-c). */
export type Identity = 'session' | 'link' | 'staff' | 'not_needed' | 'unproven' | 'shared_mailbox' | 'left_company' | 'unknown'

export const proved: readonly Identity[] = ['session', 'link', 'staff', 'not_needed']

export type Claim = {
  readonly kind: Kind
  readonly channel: Channel
  readonly receivedAt: Date
  readonly language?: Language
  readonly identity?: Identity
}
export type OpenCase = Claim & { readonly id: string; readonly number: string; readonly dueOn: Day }

/** A claim by somebody we cannot find is a claim too: then there is no person yet, and an account id of its own. */
export type Claimant = { readonly accountId: string; readonly personId: string | null }
export type CaseKey = { readonly accountId: string; readonly id: string }

/** Files a claim and starts its clock at the true time of receipt. */
export async function openCase(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Claimant,
  claim: Claim,
): Promise<OpenCase> {
  const id = newId(now)
  const receivedOn = dayOf(claim.receivedAt)
  const identity = claim.identity ?? (claim.channel === 'my_page' ? 'session' : 'staff')
  const triageBy = claim.kind === 'unclear' ? workingDaysAfter(receivedOn, 2) : null
  // One statement, so that the number is held for as short as can be: others who claim something wait for it.
  const { rows } = await sql<{ number: string; dueOn: Day }>`
    with taken as (${nextNumberSql('rights case')}),
    named as (
      select ${`K-${receivedOn.slice(0, 4)}-`} || lpad(number::text, greatest(5, length(number::text)), '0') as number, ${dueSql(receivedOn)} as due_on
      from taken),
    filed as (
      insert into core.rights_case
        (account_id, id, person_id, number, kind, channel, language, identity, received_at, due_on, triage_by)
      select ${accountId}, ${id}, ${personId}, number, ${claim.kind}, ${claim.channel}, ${claim.language ?? 'nb'}, ${identity},
        ${claim.receivedAt}, due_on, ${triageBy}
      from named),
    noted as (${eventSql(now, { accountId, id }, { what: 'received', by: 'person', at: claim.receivedAt })})
    select number, due_on as "dueOn" from named`.execute(tx)
  return { ...claim, id, ...rows[0]! }
}

/** Answered: what was done, in a few facts without personal data (promise 7-j). */
export async function closeCase(
  tx: QueryExecutorProvider,
  now: Date,
  accountId: string,
  id: string,
  outcome: { readonly [fact: string]: Json },
): Promise<void> {
  await sql`with closed as (update core.rights_case set closed_at = ${now}, outcome = ${JSON.stringify(outcome)}::jsonb
      where account_id = ${accountId} and id = ${id})
    ${eventSql(now, { accountId, id }, { what: 'answered', by: 'system' })}`.execute(tx)
}

type Happened = {
  /** A code of ours, read as words on the page: 'received', 'link opened', 'restricted' … */
  readonly what: string
  /** The person, the system, or the role of the member of staff. */
  readonly by: string
  readonly facts?: { readonly [fact: string]: Json }
  readonly at?: Date
}

/** One line of the case's timeline, in the transaction of what happened. Facts hold no personal data. */
export async function noteEvent(tx: QueryExecutorProvider, now: Date, key: CaseKey, happened: Happened): Promise<void> {
  await eventSql(now, key, happened).execute(tx)
}

function eventSql(now: Date, { accountId, id }: CaseKey, { what, by, facts = {}, at = now }: Happened): RawBuilder<unknown> {
  return sql`insert into core.rights_event (account_id, id, case_id, what, by_role, facts, at)
    values (${accountId}, ${newId(now)}, ${id}, ${what}, ${by}, ${JSON.stringify(facts)}::jsonb, ${at})`
}
