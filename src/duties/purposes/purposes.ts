/**
 * A purpose is a database role that can see nothing else (design section 3, promises 0-d, 2.2-i). Whoever wants to read
 * or write personal data says what for, and gets a handle on which nothing else exists: in types and in the database.
 */
import { createContext, data, type RouterContextProvider } from 'react-router'
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import { openDatabase } from '#database'
import type { PurposeTables } from './purpose-tables.generated.ts'
import { purposeNames, roleOf, type Purpose } from './purpose.ts'

export { buildLayer } from './build-layer.ts'
export { guardsOf, leftAloneCode, type Guarded } from './guard.ts'
export { isLeftAlone, orLeftAlone } from './left-alone.ts'
export { columnsFor, companyColumns, companyView, declarationsHash, layerSql } from './layer.ts'
export { may } from './may.ts'
export { purposeNames, purposes, roleOf, type Purpose } from './purpose.ts'
export { fixingSql, heldBy, ownRow, ruleOfPerson, thisAccount, thisPerson } from './row-rules.ts'
export { consentEnds, hides, stops, type Stop } from './stops.ts'
export type { PurposeTables } from './purpose-tables.generated.ts'

/** A typed handle on what may be seen for the purpose. */
export type For<P extends Purpose> = Kysely<PurposeTables[P]>

export type Purposes = {
  readonly for: <P extends Purpose>(purpose: P) => For<P>
  readonly close: () => Promise<void>
}

/** One small pool per purpose, opened when first asked for; the role is set once per connection. */
export function openPurposes(appUrl: string, max = 3): Purposes {
  const open = new Map<Purpose, Kysely<never>>()
  return {
    for: <P extends Purpose>(purpose: P) => {
      if (!purposeNames.includes(purpose)) throw new Error(`no such purpose: ${String(purpose)}`)
      const handle = open.get(purpose) ?? openDatabase<never>(appUrl, { role: roleOf(purpose), schema: purpose, max })
      open.set(purpose, handle)
      return handle as unknown as For<P>
    },
    close: async () => {
      await Promise.all([...open.values()].map((handle) => handle.destroy()))
      open.clear()
    },
  }
}

/** Whose data a transaction under rights_handling is about; without it the views of that purpose are empty (promise 6-b). */
export type Subject = { readonly accountId: string; readonly personId: string }

/** One of several records of the same person; what lies in the locked archive stays there, whoever else acts. */
export type Recorded = Subject & { readonly inArchive?: true }

export function asPerson<Answer>(
  db: For<'rights_handling'>,
  subject: Subject,
  act: (tx: For<'rights_handling'>) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction().execute(async (tx) => {
    await fixPerson(tx, subject)
    return act(tx)
  })
}

/**
 * The same for whoever writes something of theirs: an erasure under way is waited for, and one that comes meanwhile waits for us
 * (decision 0053). Whoever is gone by then is not found, and nothing is written of nobody.
 */
export function actingAs<Answer>(
  db: For<'rights_handling'>,
  subject: Subject,
  act: (tx: For<'rights_handling'>) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction().execute(async (tx) => {
    // Fixed and held in one.
    const { rows } = await sql`select ${fixing(subject)} from core.person
      where account_id = ${subject.accountId} and id = ${subject.personId} for key share`.execute(tx)
    if (rows.length === 0) throw data('erased', { status: 410 })
    return act(tx)
  })
}

/** The same in every record of whoever has several; those that are gone by then are left out. */
export function actingInAll<Answer>(
  db: For<'rights_handling'>,
  recorded: readonly [Subject, ...Recorded[]],
  act: (tx: For<'rights_handling'>, records: readonly Recorded[]) => Promise<Answer>,
): Promise<Answer> {
  const [subject, ...others] = recorded
  if (others.length === 0) return actingAs(db, subject, (tx) => act(tx, [subject]))
  return asPerson(db, subject, async (tx) => {
    const records = await stillHere(tx, recorded)
    if (records[0] !== subject) throw data('erased', { status: 410 })
    return act(tx, records)
  })
}

/** One order for whoever holds several at once, so that two who do never wait for each other. */
export function inOneOrder<Of extends Subject>(records: readonly Of[]): Of[] {
  return records.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
}

/** Those of the records that are there; they stay until the transaction is over. */
export async function stillHere<Of extends Recorded>(tx: QueryExecutorProvider, records: readonly Of[]): Promise<Of[]> {
  const gone = new Set<Of>()
  for (const record of inOneOrder(records)) if (!record.inArchive && !(await isHere(tx, record))) gone.add(record)
  return records.filter((record) => !gone.has(record))
}

/** Whether the purpose sees that person: they are there, and no stop hides them from it. */
export async function isSeen(db: QueryExecutorProvider, { accountId, personId }: Subject): Promise<boolean> {
  const { rows } = await sql`select 1 from person where account_id = ${accountId} and id = ${personId}`.execute(db)
  return rows.length > 0
}

/** Whether there is such a person; if so, they stay until the transaction is over. */
export async function isHere(tx: QueryExecutorProvider, { accountId, personId }: Subject): Promise<boolean> {
  const { rows } = await sql`select 1 from core.person
    where account_id = ${accountId} and id = ${personId} for key share`.execute(tx)
  return rows.length > 0
}

/** From here on the transaction is about that person; for whoever is recorded more than once, one record after the other. */
export async function fixPerson(tx: For<'rights_handling'>, subject: Subject): Promise<void> {
  await sql`select ${fixing(subject)}`.execute(tx)
}

function fixing({ accountId, personId }: Subject) {
  return sql`set_config('ordholden.account', ${accountId}, true), set_config('ordholden.person', ${personId}, true)`
}

/**
 * What an act also owes the person, in the same transaction: from one purpose into their rights and back, never both at once
 * (decision 0091). What fails takes the whole act with it.
 */
export async function alsoAsPerson<Answer>(
  tx: QueryExecutorProvider,
  subject: Subject,
  act: (tx: For<'rights_handling'>) => Promise<Answer>,
): Promise<Answer> {
  const { rows } = await sql<Standing>`select current_setting('role') as role, current_setting('search_path') as path`.execute(tx)
  await stand(tx, { role: roleOf('rights_handling'), path: 'rights_handling' })
  const theirs = tx as unknown as For<'rights_handling'>
  await fixPerson(theirs, subject)
  const answer = await act(theirs)
  await stand(tx, rows[0]!)
  return answer
}

type Standing = { readonly role: string; readonly path: string }

async function stand(tx: QueryExecutorProvider, { role, path }: Standing): Promise<void> {
  await sql`select set_config('role', ${role}, true), set_config('search_path', ${path}, true)`.execute(tx)
}

export const purposesContext = createContext<Purposes>()

type Asked = Readonly<Pick<RouterContextProvider, 'get'>>

/** In a loader or action: the handle for what this page is for. */
export function asking<P extends Purpose>(context: Asked, purpose: P): For<P> {
  return context.get(purposesContext).for(purpose)
}
