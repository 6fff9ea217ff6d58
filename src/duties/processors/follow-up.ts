import { sql } from 'kysely'
import { dayOf } from '#clock'
import { newId } from '#database'
import { witness } from '#evidence'
import { enqueue } from '#jobs'
import { sendLater } from '#mail'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { rules } from '#retention'
import { deadlines, instruction } from './instruction.ts'
import { supplierSilent } from './mails/supplier-silent.ts'
import { recipient } from './register.ts'
import type { SupplierPost } from './send-instruction.ts'

type Open = {
  readonly account_id: string
  readonly id: string
  readonly recipient: string
  readonly subject_id: string | null
  readonly queued_at: Date
}

/**
 * The daily round: what was not sent is tried again; day 14 a reminder, day 21 the desk, day 30 red and the person is told by
 * name; what was kept by law is asked for when its day has come; what names anybody goes after 90 days (table 5.5, 2.6-h).
 */
export async function followUpInstructions(post: SupplierPost, now: Date): Promise<void> {
  const { db } = post
  for (const { account_id, id } of await open(db, now, 0, sql`i.sent_at is null`)) await trySending(db, account_id, id)
  for (const { account_id, id } of await open(db, now, deadlines.answer, sql`i.sent_at is not null and i.reminded_at is null`))
    await enqueue(db, 'send-instruction', { accountId: account_id, instructionId: id, reminder: true }, { key: `reminder ${id}` })
  for (const each of await open(db, now, deadlines.escalated, sql`i.escalated_at is null`))
    await mark(db, each, { escalated_at: now })
  for (const each of await open(db, now, deadlines.overdue, sql`i.overdue_at is null`)) await overdue(post, now, each)
  await secondInstructions(db, now)
  await forgetOld(db, now)
}

/** Unanswered for that many days, counted by the database from the event. */
async function open(db: For<'legal_obligation'>, now: Date, days: number, where: ReturnType<typeof sql>): Promise<Open[]> {
  const { rows } = await sql<Open>`select i.account_id, i.id, i.recipient, i.subject_id, i.queued_at from instruction i
    where i.answered_at is null and i.queued_at + make_interval(days => ${days}::int) <= ${now} and ${where} order by i.queued_at`.execute(
    db,
  )
  return rows
}

/** Now, though its turn would come later: somebody has mended what was in the way. `recipient`: only if it is theirs. */
export async function tryAgain(
  db: For<'legal_obligation'>,
  which: { readonly id: string; readonly recipient?: string | undefined },
): Promise<Refusal<'no such instruction'> | undefined> {
  const found = await instruction(db, which.id)
  if (found === undefined || (which.recipient ?? found.recipient) !== found.recipient) return refuse('no such instruction')
  if (found.sent_at === null) await trySending(db, found.account_id, found.id)
  return undefined
}

async function trySending(db: For<'legal_obligation'>, accountId: string, instructionId: string): Promise<void> {
  await enqueue(db, 'send-instruction', { accountId, instructionId }, { key: `instruction ${instructionId}` })
}

async function mark(
  db: For<'legal_obligation'>,
  { account_id, id }: Open,
  values: { readonly [column: string]: Date | string | null },
): Promise<void> {
  await db.updateTable('core.instruction').set(values).where('account_id', '=', account_id).where('id', '=', id).execute()
}

/** Red from here on. The person is told which supplier it is, while we still know where to tell them. */
async function overdue({ db, sender }: SupplierPost, now: Date, each: Open): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Two rounds at once: the first tells, the second finds it told.
    const { numUpdatedRows } = await tx
      .updateTable('core.instruction')
      .set({ overdue_at: now })
      .where('account_id', '=', each.account_id)
      .where('id', '=', each.id)
      .where('overdue_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    const subject = await tx
      .selectFrom('instruction_subject')
      .select(['tell_to', 'language', 'person_id'])
      .where('account_id', '=', each.account_id)
      .where('id', '=', each.subject_id)
      .executeTakeFirst()
    const told = subject?.tell_to
      ? await tell(tx, now, each, { to: subject.tell_to, language: subject.language }, await sender())
      : undefined
    if (told) await mark(tx, each, told)
    await witness(tx, now, {
      kind: 'supplier silent',
      body: { instruction: each.id, recipient: each.recipient, told: told !== undefined },
    })
  })
}

async function tell(
  tx: For<'legal_obligation'>,
  now: Date,
  { account_id, recipient: to, queued_at }: Open,
  { to: address, language }: { readonly to: string; readonly language: string },
  sender: Awaited<ReturnType<SupplierPost['sender']>>,
) {
  const supplier = (await recipient(tx, to))?.name ?? to
  const { id } = await sendLater(tx, now, {
    accountId: account_id,
    personId: null,
    kind: 'supplier silent',
    purpose: 'rights_handling',
    to: address,
    ...supplierSilent(language === 'en' ? 'en' : 'nb', { supplier, askedOn: dayOf(queued_at), sender }),
  })
  return { told_at: now, told_mail_id: id }
}

/** The day after lawful keeping ended. The supplier knows the person by the first instruction's id; we no longer do. */
async function secondInstructions(db: For<'legal_obligation'>, now: Date): Promise<void> {
  const { rows } = await sql<Open & { person_id: string | null }>`
    select i.account_id, i.id, i.person_id, i.recipient from instruction i
    where i.answered_at is not null and i.keeps_until < ${dayOf(now)}::date
      and not exists (select 1 from instruction s where s.account_id = i.account_id and s.follows = i.id)`.execute(db)
  for (const first of rows) {
    await db.transaction().execute(async (tx) => {
      const id = newId(now)
      await tx
        .insertInto('core.instruction')
        .values({
          account_id: first.account_id,
          id,
          person_id: first.person_id,
          recipient: first.recipient,
          kind: 'second',
          follows: first.id,
          queued_at: now,
        })
        .execute()
      await trySending(tx, first.account_id, id)
      await witness(tx, now, {
        kind: 'second instruction',
        body: { instruction: id, follows: first.id, recipient: first.recipient },
      })
    })
  }
}

/** R-26i: nobody's identifiers wait longer than 90 days for a supplier that does not answer. What was asked of whom goes by the sweep. */
async function forgetOld(db: For<'legal_obligation'>, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from core.mail m where (m.account_id, m.id) in (select i.account_id, i.told_mail_id from instruction i
      join instruction_subject s on (s.account_id, s.id) = (i.account_id, i.subject_id)
      where s.created_at + ${rules['R-26i'].period}::interval < ${now} and i.told_mail_id is not null)`.execute(tx)
    await sql`delete from core.instruction_subject t where (t.account_id, t.id) in (select s.account_id, s.id from instruction_subject s
      where s.created_at + ${rules['R-26i'].period}::interval < ${now})`.execute(tx)
  })
}
