import { sql } from 'kysely'
import { dayOf, type Day } from '#clock'
import { newId } from '#database'
import type { For } from '#purposes'
import { dueSql } from './due-on.ts'
import type { Json } from './holdings.ts'

export const kinds = ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'] as const
export type Kind = (typeof kinds)[number]

/** How the claim reached us. Any channel counts the same (promise 9-c). */
export const channels = ['my_page', 'phone', 'letter', 'email', 'in_person'] as const
export type Channel = (typeof channels)[number]

export type Claim = { readonly kind: Kind; readonly channel: Channel; readonly receivedAt: Date }
export type OpenCase = Claim & { readonly id: string; readonly dueOn: string }

/** A claim by somebody we cannot find is a claim too: then there is no person yet, and an account id of its own. */
export type Claimant = { readonly accountId: string; readonly personId: string | null }

/** Files a claim and starts its clock at the true time of receipt. */
export async function openCase(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Claimant,
  claim: Claim,
): Promise<OpenCase> {
  const id = newId(now)
  const { rows } = await sql<{ due: Day }>`with clock as (select ${dueSql(dayOf(claim.receivedAt))} as due),
    filed as (insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
      select ${accountId}::uuid, ${id}::uuid, ${personId}::uuid, ${claim.kind}, ${claim.channel}, ${claim.receivedAt}::timestamptz, due from clock)
    select due from clock`.execute(tx)
  return { ...claim, id, dueOn: rows[0]!.due }
}

/** Answered: what was done, in a few facts without personal data (promise 7-j). */
export async function closeCase(
  tx: For<'rights_handling'>,
  now: Date,
  accountId: string,
  id: string,
  outcome: { readonly [fact: string]: Json },
): Promise<void> {
  await tx
    .updateTable('core.rights_case')
    .set({ closed_at: now, outcome: JSON.stringify(outcome) })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}
