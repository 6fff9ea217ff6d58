import { sql } from 'kysely'
import { enqueue } from '#jobs'
import { sendLater } from '#mail'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { letterToAffected } from './letter-to-affected.ts'
import { breachAt } from './register.ts'

export type Foot = (language: 'nb' | 'en') => string

/** Queues the letters to those affected; there must be plain words for them in both languages (art. 34(2)). */
export async function askForLetters(
  db: For<'legal_obligation'>,
  id: string,
): Promise<{ readonly id: string } | Refusal<'no such breach' | 'say it plainly' | 'nobody is found'>> {
  const breach = await breachAt(db, id)
  if (!breach || breach.closedAt) return refuse('no such breach')
  if (!breach.toldNb) return refuse('say it plainly', 'toldNb')
  if (!breach.toldEn) return refuse('say it plainly', 'toldEn')
  if (!breach.consequences || !breach.measures) return refuse('say it plainly', 'consequences')
  const { rows } = await sql`select 1 from breach_person where breach_id = ${id} limit 1`.execute(db)
  if (rows.length === 0) return refuse('nobody is found')
  await enqueue(db, 'breach-letters', { breachId: id }, { key: `breach letters ${id}` })
  return { id }
}

type Reader = { readonly account_id: string; readonly person_id: string; readonly email: string; readonly language: 'nb' | 'en' }

const atOnce = 200

/** Writes to everybody affected who has no letter yet, whatever they have said no to. Killed half-way, it goes on. */
export async function writeLetters(
  db: For<'legal_obligation'>,
  now: Date,
  id: string,
  foot: Foot,
): Promise<{ readonly written: number }> {
  const breach = await breachAt(db, id)
  if (!breach?.toldNb || !breach.toldEn) return { written: 0 }
  const said = { nb: breach.toldNb, en: breach.toldEn }
  let written = 0
  for (let more = atOnce; more === atOnce; written += more) {
    more = await db.transaction().execute(async (tx) => {
      const readers = await notTold(tx, id)
      for (const reader of readers) {
        const letter = letterToAffected(breach, { ...reader, said: said[reader.language], foot: foot(reader.language) })
        await sendLater(tx, now, letter)
        await tx
          .updateTable('core.breach_person')
          .set({ told_at: now })
          .where('account_id', '=', reader.account_id)
          .where('breach_id', '=', id)
          .where('person_id', '=', reader.person_id)
          .execute()
      }
      return readers.length
    })
  }
  return { written }
}

async function notTold(tx: For<'legal_obligation'>, id: string): Promise<Reader[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${id}))`.execute(tx)
  const { rows } = await sql<Reader>`select b.account_id, b.person_id, p.email, p.language from breach_person b
    join person p on p.account_id = b.account_id and p.id = b.person_id
    where b.breach_id = ${id} and b.told_at is null and p.email is not null
    order by b.account_id, b.person_id limit ${atOnce}`.execute(tx)
  return rows
}
