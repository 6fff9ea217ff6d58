import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { suppressHash, suppressionKey } from '#consent'
import { marking, outstanding, type Line } from '#ledger'
import type { Declared } from '#personal-data'
import { asPerson, type For } from '#purposes'
import { channels, erasePerson, noteEvent, objectToMarketing, putBack, setAside, type Channel } from '#rights'
import { hereStill } from './here-still.ts'

/** Where it is done, and what the acts need. `dataDir` has the ledger and the keys. */
export type Again = {
  readonly owner: Kysely<DB>
  readonly rights: For<'rights_handling'>
  readonly inventory: readonly Declared[]
  readonly dataDir: string
}

/** How many lines were carried out, by what they are. */
export type CarriedOut = Readonly<Partial<Record<Line['what'], number>>>

/**
 * Carries out whatever the ledger holds and the database lacks, oldest first. Each line is a transaction of its own, so a kill
 * leaves the rest for the next run; doing it twice changes nothing.
 */
export async function carryOut(house: Again, now: Date, done: (of: number) => void = () => undefined): Promise<CarriedOut> {
  const lines = await outstanding(house.owner, house.dataDir)
  for (const line of lines) {
    await doAgain(house, now, line)
    done(lines.length)
  }
  return Object.fromEntries([...Map.groupBy(lines, ({ what }) => what)].map(([what, same]) => [what, same.length]))
}

function doAgain(house: Again, now: Date, line: Line): Promise<unknown> {
  switch (line.what) {
    case 'erasure':
      return eraseAgain(house, now, line)
    case 'objection':
      return objectAgain(house, now, line)
    case 'restriction':
      return restrictAgain(house, now, line)
    case 'lifting':
      return liftAgain(house, now, line)
    case 'withdrawal':
      return withdrawAgain(house, now, line)
    case 'suppression':
      return suppressAgain(house, now, line)
  }
}

async function eraseAgain(house: Again, now: Date, line: Line & { what: 'erasure' }): Promise<void> {
  const [subject, ...alsoRecordedAs] = await hereStill(house.rights, line.persons, house.inventory)
  if (subject === undefined) return onlyMark(house, now, line)
  const claim = await openClaim(house, line)
  await erasePerson(house.rights, now, subject, {
    inventory: house.inventory,
    channel: channelOf(line),
    alsoRecordedAs,
    ledger: marking(line),
    ...(claim && { claim }),
  })
}

/** The claim it answered, where the restored data have it open still. */
async function openClaim({ owner }: Again, line: Line & { what: 'erasure' }) {
  const found = await owner
    .selectFrom('core.rights_case')
    .select(['id', 'due_on'])
    .where('id', '=', line.case)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return found && { id: found.id, dueOn: found.due_on }
}

async function objectAgain(house: Again, now: Date, line: Line & { what: 'objection' }): Promise<void> {
  // Whoever is only in the locked archive is nobody that marketing could meet.
  const person = await asPerson(house.rights, line, (tx) => tx.selectFrom('person').select('id').executeTakeFirst())
  if (person === undefined) return onlyMark(house, now, line)
  const { scope } = line
  const objection = { scope, channel: channelOf(line), suppressionKey: suppressionKey(house.dataDir), ledger: marking(line) }
  await objectToMarketing(house.rights, now, { accountId: line.accountId, personId: line.personId }, objection)
}

/** The row itself, as it was: every view asks for it, so it holds from this transaction on (section 5.1 no. 7). */
async function restrictAgain(house: Again, now: Date, line: Line & { what: 'restriction' }): Promise<void> {
  const [subject] = await hereStill(house.rights, [line], house.inventory)
  if (subject === undefined) return onlyMark(house, now, line)
  await asPerson(house.rights, subject, async (tx) => {
    await tx
      .insertInto('core.restriction')
      .values({
        account_id: line.accountId,
        id: line.restriction,
        person_id: line.personId,
        case_id: line.case,
        ground: line.ground,
        category: line.category,
        fields: line.fields ? [...line.fields] : null,
        document: line.document ?? null,
        restricted_at: new Date(line.at),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (line.fields) await setAside(tx, new Date(line.at), subject, line.fields)
    await marking(line).enter(tx, now, line)
  })
}

function liftAgain({ rights }: Again, now: Date, line: Line & { what: 'lifting' }): Promise<void> {
  return asPerson(rights, line, async (tx) => {
    const stands = tx.selectFrom('restriction').select('id').where('id', '=', line.restriction).where('lifted_at', 'is', null)
    await tx
      .updateTable('core.restriction')
      .set({ lifted_at: new Date(line.at) })
      .where('account_id', '=', line.accountId)
      .where('id', 'in', stands)
      .execute()
    await putBack(tx, line)
    await noteLifted(tx, line)
    await marking(line).enter(tx, now, line)
  })
}

/** The case, where the backup has it, tells that it was lifted and when; by whom it was told is gone with the days after the backup. */
async function noteLifted(tx: For<'rights_handling'>, { accountId, restriction, at }: Line & { what: 'lifting' }): Promise<void> {
  const found = await tx
    .selectFrom('restriction as r')
    .innerJoin('rights_case as c', 'c.id', 'r.case_id')
    .select('c.id')
    .where('r.id', '=', restriction)
    .executeTakeFirst()
  if (found) await noteEvent(tx, new Date(at), { accountId, id: found.id }, { what: 'lifted again', by: 'system' })
}

function withdrawAgain({ rights }: Again, now: Date, line: Line & { what: 'withdrawal' }): Promise<void> {
  return asPerson(rights, line, async (tx) => {
    const stands = tx.selectFrom('consent').select('id').where('id', '=', line.consent).where('withdrawn_at', 'is', null)
    await tx
      .updateTable('core.consent')
      .set({ withdrawn_at: new Date(line.at) })
      .where('account_id', '=', line.accountId)
      .where('id', 'in', stands)
      .execute()
    await marking(line).enter(tx, now, line)
  })
}

function suppressAgain({ rights }: Again, now: Date, line: Line & { what: 'suppression' }): Promise<void> {
  return rights.transaction().execute(async (tx) => {
    await suppressHash(tx, new Date(line.at), line)
    await marking(line).enter(tx, now, line)
  })
}

function onlyMark({ rights }: Again, now: Date, line: Line): Promise<void> {
  return rights.transaction().execute((tx) => marking(line).enter(tx, now, line))
}

function channelOf({ channel }: { readonly channel: string }): Channel {
  return channels.find((known) => known === channel) ?? 'letter'
}
