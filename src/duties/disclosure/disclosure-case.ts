import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { allowed, caseState, type CaseState, type Filed, type Ground, grounds, missing } from './grounds.ts'

type Db = For<'legal_obligation'>
export type CaseKey = { readonly accountId: string; readonly id: string }

export type Requested = {
  readonly accountId: string
  readonly personId: string
  readonly ground: Ground
  readonly recipient: {
    readonly name: string
    readonly number: string | null
    readonly country: string
    readonly mailbox: string | null
  }
  readonly askedFor: string
  readonly staffUserId: string
}

/** Somebody outside wants something about a person. Nothing leaves before the case has gone all the way (promise 6-a). */
export function requestDisclosure(db: Db, now: Date, requested: Requested): Promise<{ readonly id: string }> {
  const { accountId, personId, ground, recipient, askedFor, staffUserId } = requested
  const id = newId(now)
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('core.disclosure_case')
      .values({
        account_id: accountId,
        id,
        person_id: personId,
        ground,
        recipient_name: recipient.name,
        recipient_number: recipient.number,
        recipient_country: recipient.country,
        recipient_mailbox: recipient.mailbox,
        asked_for: askedFor,
        requested_at: now,
        requested_by: staffUserId,
      })
      .execute()
    await witness(tx, now, { kind: 'disclosure requested', body: { case: id, ground } })
    return { id }
  })
}

export type DisclosureCase = NonNullable<Awaited<ReturnType<typeof disclosureCase>>>

/** One case with its approvals and where it stands; locked until the transaction ends when it is asked for inside one. */
export async function disclosureCase(db: Db, { accountId, id }: CaseKey) {
  const found = await db
    .selectFrom('disclosure_case')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const person = await db
    .selectFrom('person')
    .select(['first_name', 'last_name'])
    .where('account_id', '=', accountId)
    .where('id', '=', found.person_id)
    .executeTakeFirst()
  const approvals = await db
    .selectFrom('disclosure_approval')
    .select(['staff_user_id', 'at'])
    .where('account_id', '=', accountId)
    .where('case_id', '=', id)
    .orderBy('at')
    .execute()
  const lines = await db
    .selectFrom('disclosure')
    .select(['id', 'outcome', 'at', 'method', 'handed_hash'])
    .where('account_id', '=', accountId)
    .where('case_id', '=', id)
    .orderBy('at')
    .execute()
  return {
    ...found,
    lines,
    /** Undefined when they are gone, or were erased. */
    person,
    ground: found.ground as Ground,
    filed: found.on_file as Filed,
    approvals,
    state: caseState(found, approvals.length),
  }
}

/** Those that wait first, the oldest on top. */
export async function disclosureCases(db: Db) {
  const rows = await db
    .selectFrom('disclosure_case as c')
    .leftJoin('account as a', 'a.account_id', 'c.account_id')
    .leftJoin('person as h', (join) => join.onRef('h.account_id', '=', 'c.account_id').onRef('h.id', '=', 'c.person_id'))
    .selectAll('c')
    .select(['a.name', 'a.customer_number', 'h.id as here', 'h.first_name', 'h.last_name'])
    .select((of) =>
      of
        .selectFrom('disclosure_approval as p')
        .select((count) => count.fn.countAll<number>().as('approvals'))
        .whereRef('p.account_id', '=', 'c.account_id')
        .whereRef('p.case_id', '=', 'c.id')
        .as('approvals'),
    )
    .orderBy((of) => of.or([of('c.closed_at', 'is not', null), of('c.refused_at', 'is not', null)]))
    .orderBy('c.requested_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, state: caseState(row, Number(row.approvals ?? 0)) }))
}

export type Assessed = {
  readonly fields: readonly string[]
  readonly necessity: string
  readonly filed: Filed
  /** Until then the person may not be told, because an order says so; then the desk is reminded. */
  readonly withheldUntil: string | null
  readonly staffUserId: string
}

/** Writes down what is asked, why it is needed, and what is on file. May be done again until somebody has approved. */
export function assessDisclosure(
  db: Db,
  now: Date,
  key: CaseKey,
  { fields, necessity, filed, withheldUntil, staffUserId }: Assessed,
): Promise<undefined | NotAllowed | Refusal<'only an order can withhold'>> {
  return within(db, key, 'assess', async (tx, found) => {
    if (withheldUntil !== null && found.ground !== 'order') return refuse('only an order can withhold', 'withheldUntil')
    await tx
      .updateTable('core.disclosure_case')
      .set({
        fields: [...fields],
        necessity,
        on_file: JSON.stringify(filed),
        withheld_until: withheldUntil,
        assessed_at: now,
        assessed_by: staffUserId,
      })
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .execute()
    return undefined
  })
}

/** Who says yes, and to which assessment: the one they have read, by its moment. */
export type Approval = { readonly staffUserId: string; readonly assessedAt: Date }

/** Two persons for grounds 2 to 4: whoever asked for it does not say yes to it (section 5.7). */
export function approveDisclosure(
  db: Db,
  now: Date,
  key: CaseKey,
  { staffUserId, assessedAt }: Approval,
): Promise<
  undefined | NotAllowed | Refusal<'something is not on file' | 'another person must approve' | 'assessed anew meanwhile'>
> {
  return within(db, key, 'approve', async (tx, found) => {
    if (found.assessed_at?.getTime() !== assessedAt.getTime()) return refuse('assessed anew meanwhile')
    if (missing(found.ground, found.filed).length > 0 || found.fields.length === 0 || !found.necessity)
      return refuse('something is not on file')
    const own = [found.requested_by, found.assessed_by].includes(staffUserId)
    if (grounds[found.ground].approver === 'somebody else' && own) return refuse('another person must approve')
    await tx
      .insertInto('core.disclosure_approval')
      .values({ account_id: key.accountId, case_id: key.id, staff_user_id: staffUserId, at: now })
      .execute()
    await witness(tx, now, { kind: 'disclosure approved', body: { case: key.id } })
    return undefined
  })
}

export type NotAllowed = Refusal<'no such case' | 'not now'>

/** The case, locked, if that may be done to it now. */
export function within<Answer>(
  db: Db,
  key: CaseKey,
  act: keyof typeof allowed,
  does: (tx: Db, found: DisclosureCase) => Promise<Answer>,
): Promise<Answer | NotAllowed> {
  return db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('core.disclosure_case')
      .select('id')
      .where('account_id', '=', key.accountId)
      .where('id', '=', key.id)
      .forUpdate()
      .execute()
    const found = await disclosureCase(tx, key)
    if (found === undefined) return refuse('no such case')
    if (!(allowed[act] as readonly CaseState[]).includes(found.state)) return refuse('not now')
    return does(tx, found)
  })
}
