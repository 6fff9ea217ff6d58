import { sql } from 'kysely'
import { dayOf } from '#clock'
import { sendLater } from '#mail'
import { controller, type Controller } from '#merchant'
import type { For } from '#purposes'
import { publishAlone } from './insert-revision.ts'
import { revisionNotice } from './mails/revision-notice.ts'
import { revisionHeads, standingOf, type RevisionHead } from './revision-in-force.ts'

type Customer = {
  readonly account_id: string
  readonly id: string
  readonly email: string
  readonly language: 'nb' | 'en'
}

const atOnce = 200

/**
 * Writes to each active customer, once, about every material revision whose day has not come, or came today; also to those
 * who want no marketing, because this is none (promise 8-c). Killed half-way, it goes on with those who have no letter yet.
 */
export async function tellOfRevisions(
  db: For<'legal_obligation'>,
  now: Date,
  website: string,
): Promise<{ readonly told: number }> {
  const today = dayOf(now)
  const all = await revisionHeads(db)
  let told = 0
  for (const revision of all) {
    const coming = revision.effectiveOn >= today && standingOf(all, revision, today) !== 'never'
    if (revision.revision === 1 || revision.kind !== 'material' || !coming) continue
    for (let more = atOnce; more === atOnce; told += more) more = await tellSome(db, now, revision, website)
  }
  return { told }
}

function tellSome(db: For<'legal_obligation'>, now: Date, revision: RevisionHead, website: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await publishAlone(tx)
    await toldElsewhere(tx, now, revision.revision)
    const customers = await notTold(tx, revision.revision)
    const merchant = await controller(tx)
    for (const customer of customers) await tell(tx, now, revision, customer, merchant, website)
    return customers.length
  })
}

async function tell(
  tx: For<'legal_obligation'>,
  now: Date,
  revision: RevisionHead,
  { account_id: accountId, id: personId, email, language }: Customer,
  merchant: Controller,
  website: string,
): Promise<void> {
  const letter = revisionNotice(merchant, { accountId, personId, to: email, language, revision, website })
  const { id } = await sendLater(tx, now, letter)
  await tx
    .insertInto('core.revision_notice')
    .values({ account_id: accountId, person_id: personId, revision: revision.revision, mail_id: id, at: now })
    .execute()
}

/** Whoever buys for two firms gets one letter. */
async function toldElsewhere(tx: For<'legal_obligation'>, now: Date, revision: number): Promise<void> {
  await sql`insert into core.revision_notice (account_id, person_id, revision, mail_id, at)
    select p.account_id, p.id, ${revision}, null, ${now} from person p
    where exists (select 1 from person q join revision_notice n on n.account_id = q.account_id and n.person_id = q.id
        where n.revision = ${revision} and lower(q.email) = lower(p.email))
      and not exists (select 1 from revision_notice n where n.account_id = p.account_id and n.person_id = p.id and n.revision = ${revision})
    `.execute(tx)
}

async function notTold(tx: For<'legal_obligation'>, revision: number): Promise<Customer[]> {
  const { rows } = await sql<Customer>`select distinct on (lower(p.email)) p.account_id, p.id, p.email, p.language
    from person p join account a on a.account_id = p.account_id
    where a.kind in ('customer', 'imported') and a.ended_at is null and p.left_on is null and p.email is not null
      and not exists (select 1 from revision_notice n where n.account_id = p.account_id and n.person_id = p.id and n.revision = ${revision})
    order by lower(p.email), p.created_at limit ${atOnce}`.execute(tx)
  return rows
}
