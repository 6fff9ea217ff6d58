import { sql } from 'kysely'
import { viewName, type Declared } from '#personal-data'
import { ownRow, type For } from '#purposes'
import { held } from '#retention'
import { archiveName, movedColumns } from './archived.ts'

/** Rows by table, under their old names. */
export type Moved = Readonly<Record<string, number>>

/**
 * Moves the rows of the person fixed in the transaction: they are inserted there and deleted here, or neither. `heldOnly`: no
 * more than what somebody decided to hold, which is how a hold lives through an erasure (section 5.4).
 */
export async function moveToArchive(
  tx: For<'rights_handling'>,
  now: Date,
  inventory: readonly Declared[],
  { heldOnly = false } = {},
): Promise<Moved> {
  if (heldOnly && !(await isHeld(tx))) return {}
  const moving = inventory.filter(({ archives }) => archives !== undefined)
  const moved: Record<string, number> = {}
  for (const table of moving) {
    const columns = movedColumns(table)
      .map((name) => `"${name}"`)
      .join(', ')
    const result = await sql
      .raw(`insert into ${archiveName(table.table)} (${columns}) select ${columns} from "${viewName(table.table)}" t
        where ${goes(table, inventory, now, heldOnly)} on conflict do nothing`)
      .execute(tx)
    const rows = Number(result.numAffectedRows ?? 0n)
    if (rows > 0) moved[table.table] = rows
  }
  for (const table of moving.filter(({ person }) => person !== 'id').toReversed())
    await sql
      .raw(`delete from ${table.table} t where ${ownRow(table, 't', inventory)} and ${goes(table, inventory, now, heldOnly)}`)
      .execute(tx)
  return moved
}

/** Whether anything of theirs may be held. Almost nobody's is, and then nothing else need be asked. */
async function isHeld(tx: For<'rights_handling'>): Promise<boolean> {
  const holds = await tx.selectFrom('hold').select('id').where('released_at', 'is', null).limit(1).execute()
  return holds.length > 0
}

/** What stays as the ground of an order stays; whoever has nothing in the archive is not in it. */
function goes({ archives, survives, ...table }: Declared, inventory: readonly Declared[], now: Date, heldOnly: boolean): string {
  const which = [
    archives?.when,
    survives === undefined ? undefined : `not (${survives})`,
    heldOnly && table.person !== 'id' ? held(table, inventory, now) : undefined,
  ].filter((rule) => rule !== undefined)
  return which.length === 0 ? 'true' : which.map((rule) => `(${rule})`).join(' and ')
}
