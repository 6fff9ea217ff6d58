import { sql } from 'kysely'
import type { Day } from '#clock'
import type { Language } from '#languages'
import type { For } from '#purposes'
import type { CaseKey, Identity, Kind } from './rights-case.ts'

/** The case with everything in it: what was written, what happened, what was decided, what is pending, what is stopped. */
export async function oneClaim(db: For<'legal_obligation'>, { accountId, id }: CaseKey) {
  const found = await db
    .selectFrom('rights_case')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const [messages, events, decisions, pending, restrictions, uses, person, search] = await Promise.all([
    db
      .selectFrom('rights_message')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .orderBy('at')
      .execute(),
    db
      .selectFrom('rights_event')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .orderBy('at')
      // Within one act there is one moment: it begins with the claim and ends with the answer.
      .orderBy(sql`what <> 'received'`)
      .orderBy(sql`what = 'answered'`)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('rights_decision')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .orderBy('proposed_at')
      .execute(),
    db
      .selectFrom('rights_pending')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .orderBy('since')
      .execute(),
    restrictionsOf(db, accountId, found.person_id),
    db.selectFrom('restriction_use').selectAll().where('account_id', '=', accountId).where('case_id', '=', id).execute(),
    personOf(db, accountId, found.person_id),
    db
      .selectFrom('erasure_search')
      .select(['erased_at', 'finds'])
      .where('account_id', '=', accountId)
      .where('case_id', '=', id)
      .executeTakeFirst(),
  ])
  const claim = {
    ...found,
    kind: found.kind as Kind,
    identity: found.identity as Identity,
    language: (found.language === 'en' ? 'en' : 'nb') as Language,
    due_on: found.due_on as Day,
  }
  return { claim, messages, events, decisions, pending, restrictions, uses, person, search }
}

export type OneClaim = NonNullable<Awaited<ReturnType<typeof oneClaim>>>

function restrictionsOf(db: For<'legal_obligation'>, accountId: string, personId: string | null) {
  if (personId === null) return Promise.resolve([])
  return db
    .selectFrom('restriction')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .orderBy('restricted_at')
    .execute()
}

function personOf(db: For<'legal_obligation'>, accountId: string, personId: string | null) {
  if (personId === null) return Promise.resolve(undefined)
  return db
    .selectFrom('person')
    .select(['id', 'first_name', 'last_name', 'email', 'language', 'left_on'])
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
}
