import { type QueryExecutorProvider, sql } from 'kysely'
import { currentRevision } from '#consent'
import { newId } from '#database'
import { witness } from '#evidence'
import type { Language } from '#languages'
import { sendLater } from '#mail'
import { controller, type Controller } from '#merchant'
import type { For, Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { sourceNotice } from './mails/source-notice.ts'

type Untold = {
  readonly account_id: string
  readonly person_id: string
  readonly email: string
  readonly language: Language
  readonly company: string | null
  readonly source: 'colleague' | 'staff_entry_from_conversation'
  readonly fields: readonly string[]
  /** A letter that has told them already what we wrote down after a conversation with them. */
  readonly letter: string | null
}

const atOnce = 200

/**
 * Writes once to everybody whose data others gave us, and says who (GDPR art. 14(2)(f), (3), promise 2.1-b). The first letter
 * after a telephone call says it already and counts. Killed half-way, it goes on with the rest.
 */
export async function tellOfSource(db: For<'legal_obligation'>, now: Date, website: string): Promise<{ readonly told: number }> {
  let told = 0
  for (let more = atOnce; more === atOnce; told += more) {
    more = await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('tell of source'))`.execute(tx)
      const untold = await notTold(tx)
      const merchant = await controller(tx)
      for (const person of untold) await tell(tx, now, person, merchant, website)
      return untold.length
    })
  }
  return { told }
}

async function tell(
  tx: For<'legal_obligation'>,
  now: Date,
  person: Untold,
  merchant: Controller,
  website: string,
): Promise<void> {
  const { account_id: accountId, person_id: personId, email: to, letter, ...facts } = person
  const mailId = letter ?? (await sendLater(tx, now, sourceNotice(merchant, { accountId, personId, to, website, ...facts }))).id
  await note(tx, now, { accountId, personId }, { source: person.source, mailId })
  await sql`insert into core.statement_shown (account_id, id, person_id, revision, form, at)
    values (${accountId}, ${newId(now)}, ${personId}, ${await currentRevision(tx)}, 'notice of source', ${now})`.execute(tx)
}

/** A member of staff told them in another way, because no letter reached them. */
export function toldOtherwise(
  db: For<'legal_obligation'>,
  now: Date,
  { accountId, personId }: Subject,
  how: string,
): Promise<{ readonly told: true } | Refusal<'say how' | 'nobody to tell'>> {
  if (how.trim() === '') return Promise.resolve(refuse('say how', 'how'))
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tell of source'))`.execute(tx)
    const { rows } = await sql<{ source: string }>`select min(source) as source from provenance
      where account_id = ${accountId} and person_id = ${personId} and source in ('colleague', 'staff_entry_from_conversation')
      having count(*) > 0`.execute(tx)
    // Taken out meanwhile: there is nobody left to tell.
    if (!rows[0]) return refuse('nobody to tell')
    await sql`delete from core.source_notice where account_id = ${accountId} and person_id = ${personId}`.execute(tx)
    await note(tx, now, { accountId, personId }, { source: rows[0].source, how: how.trim() })
    await witness(tx, now, { kind: 'told of source otherwise', subject: personId, body: {} })
    return { told: true }
  })
}

type Note = { readonly source: string; readonly mailId?: string; readonly how?: string }

async function note(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, personId }: Subject,
  { source, mailId, how }: Note,
): Promise<void> {
  await sql`insert into core.source_notice (account_id, person_id, source, mail_id, how, at)
    values (${accountId}, ${personId}, ${source}, ${mailId ?? null}, ${how ?? null}, ${now})`.execute(tx)
}

async function notTold(tx: For<'legal_obligation'>): Promise<Untold[]> {
  const { rows } = await sql<Untold>`select s.account_id, s.person_id, p.email, p.language, a.name as company,
      min(s.source) as source, array_agg(s.field order by s.field) as fields,
      (select m.id from mail m where m.account_id = s.account_id and m.person_id = s.person_id and m.kind = 'inquiry entered'
        and m.failed_at is null order by m.queued_at limit 1) as letter
    from provenance s join person p on p.account_id = s.account_id and p.id = s.person_id join account a on a.account_id = s.account_id
    where s.source in ('colleague', 'staff_entry_from_conversation') and p.email is not null
      and not exists (select 1 from source_notice n where n.account_id = s.account_id and n.person_id = s.person_id)
    group by s.account_id, s.person_id, p.email, p.language, a.name order by s.account_id, s.person_id limit ${atOnce}`.execute(
    tx,
  )
  return rows
}

/** Whom no letter has told: no address, or the letter came back. To be told otherwise, or taken out, before their day. */
type NotReached = Subject & {
  readonly name: string
  readonly company: string | null
  readonly why: 'no address' | 'letter failed'
  readonly dueOn: string
}

export async function notReached(db: For<'legal_obligation'>): Promise<NotReached[]> {
  const { rows } = await sql<NotReached>`select s.account_id as "accountId", s.person_id as "personId",
      coalesce(nullif(trim(concat_ws(' ', p.first_name, p.last_name)), ''), 'Uten navn') as name, a.name as company,
      case when p.email is null then 'no address' else 'letter failed' end as why,
      ((min(s.at) at time zone 'Europe/Oslo')::date + interval '1 month')::date as "dueOn"
    from provenance s join person p on p.account_id = s.account_id and p.id = s.person_id join account a on a.account_id = s.account_id
    left join source_notice n on n.account_id = s.account_id and n.person_id = s.person_id
    left join mail m on m.account_id = n.account_id and m.id = n.mail_id
    where s.source in ('colleague', 'staff_entry_from_conversation') and p.left_on is null
      and ((n.person_id is null and p.email is null) or m.failed_at is not null)
    group by s.account_id, s.person_id, p.first_name, p.last_name, p.email, a.name order by min(s.at)`.execute(db)
  return rows
}
