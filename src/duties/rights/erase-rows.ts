import { sql } from 'kysely'
import { erasePersonalContent } from '#evidence'
import { personalColumn, viewName, type Declared } from '#personal-data'
import { may, ownRow, type For, type Subject } from '#purposes'
import { held } from '#retention'
import { baseName, ofSignIn, quoted } from './own-rows.ts'

/**
 * Deletes and detaches the rows of the person fixed in the transaction, children before parents, the person last; what is
 * declared as kept is not touched. Whatever names the person in a row that stays is struck out of it (`pattern`).
 */
export async function eraseRows(
  tx: For<'rights_handling'>,
  now: Date,
  { personId }: Subject,
  inventory: readonly Declared[],
  pattern: string,
): Promise<void> {
  const owned = inventory.filter(
    (table) => table.erasure !== undefined && (ofSignIn(table, 't') ?? ownRow(table, 't', inventory)) !== undefined,
  )
  for (const table of owned.toReversed().toSorted((a, b) => rank(a, inventory) - rank(b, inventory))) {
    if (table.table === 'evidence.entry') await erasePersonalContent(tx, { subject: personId })
    else if (table.erasure === 'detach') await detach(tx, table, inventory, pattern)
    else if (table.erasure === 'delete') await remove(tx, now, table, inventory, pattern)
  }
  await emptyAccount(tx, now, inventory, pattern)
}

// Sessions before the user they belong to, items before what they are items of, the person after everything else.
function rank(table: Declared, inventory: readonly Declared[]): number {
  if (table.person === 'id') return 3
  if (table.user === 'id') return 1
  if (table.user !== undefined || table.address !== undefined) return 0
  return 2 - depth(table, inventory) / 10
}

function depth({ through }: Declared, inventory: readonly Declared[]): number {
  const parent = through && inventory.find(({ table }) => table === through.table)
  return parent ? 1 + depth(parent, inventory) : 0
}

async function remove(
  tx: For<'rights_handling'>,
  now: Date,
  table: Declared,
  inventory: readonly Declared[],
  pattern: string,
): Promise<void> {
  const theirs = ofSignIn(table, 't') ?? ownRow(table, 't', inventory)
  const stays = table.survives === undefined ? '' : ` and not (${table.survives})`
  // Of the archive only what is held stays, and the name it is held under.
  const free = table.table.startsWith('archive.') ? ` and not (${heldThere(table, inventory, now)})` : ''
  await sql.raw(`delete from ${baseName(table.table)} t where ${theirs}${stays}${free}`).execute(tx)
  if (table.survives !== undefined && table.person !== undefined) await detach(tx, table, inventory, pattern)
}

function heldThere(table: Declared, inventory: readonly Declared[], now: Date): string {
  if (table.person !== 'id') return held(table, inventory, now)
  const theirs = (view: string) => `exists (select 1 from ${view} x where x.account_id = t.account_id and x.person_id = t.id)`
  return `${theirs('archived_inquiry')} or ${theirs('archived_quote')}`
}

/** The row stays as the company's; the person goes out of it, and so does what names the person in its text. */
async function detach(
  tx: For<'rights_handling'>,
  table: Declared,
  inventory: readonly Declared[],
  pattern: string,
): Promise<void> {
  for (const column of await textColumns(tx, table)) {
    await sql`update ${sql.raw(baseName(table.table))} t set ${sql.ref(column)} = regexp_replace(v.${sql.ref(column)}, ${pattern}, ${struckOut}, 'gi')
      from ${sql.raw(quoted(viewName(table.table)))} v
      where v.account_id = t.account_id and v.id = t.id and v.${sql.ref(column)} ~* ${pattern}`.execute(tx)
  }
  await sql
    .raw(`update ${baseName(table.table)} t set ${quoted(table.person!)} = null where ${ownRow(table, 't', inventory)}`)
    .execute(tx)
}

const struckOut = '[slettet]'

async function textColumns(tx: For<'rights_handling'>, table: Declared): Promise<string[]> {
  if (!may(table, 'update', 'rights_handling') || !('account_id' in table.columns && 'id' in table.columns)) return []
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${baseName(table.table)}::regclass and attnum > 0 and not attisdropped and atttypid = 'text'::regtype`.execute(
    tx,
  )
  return rows.map(({ name }) => name).filter((name) => personalColumn(table.columns[name])?.for.includes('rights_handling'))
}

/**
 * A sole proprietor's firm, and a relationship that was only somebody asking, are that person: emptied with the last of
 * them (promise 2.1-f). A company keeps its own details, but not an invoice address that is the person's.
 */
async function emptyAccount(
  tx: For<'rights_handling'>,
  now: Date,
  inventory: readonly Declared[],
  pattern: string,
): Promise<void> {
  const account = await tx.selectFrom('account').select(['account_id', 'organisation_form', 'kind']).executeTakeFirst()
  if (!account) return
  const declared = inventory.find(({ table }) => table === 'core.account')!
  const columns = Object.keys(declared.columns).filter((name) => personalColumn(declared.columns[name]) !== undefined)
  const others = await tx.selectFrom('core.person').select('id').where('account_id', '=', account.account_id).executeTakeFirst()
  const isThePerson = !others && (account.organisation_form === 'ENK' || account.kind === 'inquirer')
  for (const column of columns) {
    const names = isThePerson ? sql`true` : sql`v.${sql.ref(column)} ~* ${pattern}`
    await sql`update core.account t set ${sql.ref(column)} = null from account v where v.account_id = t.account_id and ${names}`.execute(
      tx,
    )
  }
  if (isThePerson)
    await tx.updateTable('core.account').set({ ended_at: now }).where('account_id', '=', account.account_id).execute()
}
