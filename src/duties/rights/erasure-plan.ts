import { sql } from 'kysely'
import { personalColumn, type Category, type Declared, type PersonalColumn } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding, type RuleId } from '#retention'
import { shownOf, type Shown } from './own-rows.ts'

/** What erasure does to one table's rows about the person. Kept rows are told with their rule and, where it is known, its last date. */
export type Step = {
  readonly table: string
  readonly category: Category
  readonly erased: number
  readonly detached: number
  readonly kept: number
  readonly rule: RuleId
  /** A part of something that is told by itself: the lines of an invoice. */
  readonly isPart: boolean
  /** YYYY-MM-DD, the latest; null when the rule's clock has not started or the table has none of its own. */
  readonly until: string | null
}

/** From the declarations, for the person fixed in the transaction: tables with nothing of theirs are left out (section 5.4). */
export async function erasurePlan(tx: For<'rights_handling'>, inventory: readonly Declared[]): Promise<Step[]> {
  const steps: Step[] = []
  for (const table of inventory) {
    const shown = shownOf(table, inventory)
    if (shown === undefined || table.erasure === undefined) continue
    const step = await stepOf(tx, table, shown, inventory)
    if (step.erased + step.detached + step.kept > 0) steps.push(step)
  }
  return steps
}

async function stepOf(
  tx: For<'rights_handling'>,
  table: Declared,
  { from, where }: Shown,
  inventory: readonly Declared[],
): Promise<Step> {
  const column = telling(table, inventory)
  const rule: RuleId = column?.ends ?? 'R-03'
  const survives = table.survives ?? 'false'
  const until = `max(${rowEnding(table)?.at ?? 'null::timestamptz'})`
  const { rows } = await sql
    .raw<{ stays: number; all: number; until: string | null }>(
      `select count(*) filter (where ${survives})::int as stays, count(*)::int as all, to_char((${until}) at time zone 'Europe/Oslo', 'YYYY-MM-DD') as until
     from ${from} t where ${where}`,
    )
    .execute(tx)
  const { stays, all, until: last } = rows[0]!
  return {
    table: table.table,
    category: column?.holds ?? 'credentials',
    ...split(table.erasure, stays, all),
    rule,
    isPart: table.through !== undefined && rowEnding(table) === undefined,
    until: last,
  }
}

/** The column that says what the rows are and how they end; a table of figures alone goes by what it is a part of. */
function telling(table: Declared, inventory: readonly Declared[]): PersonalColumn | undefined {
  const own = Object.values(table.columns)
    .map(personalColumn)
    .find((each) => each !== undefined && each.holds !== 'staff')
  const parent = inventory.find((each) => each.table === table.through?.table)
  return own ?? (parent && telling(parent, inventory))
}

function split(erasure: Declared['erasure'], stays: number, all: number): Pick<Step, 'erased' | 'detached' | 'kept'> {
  if (erasure === 'keep') return { erased: 0, detached: 0, kept: all }
  if (erasure === 'detach') return { erased: 0, detached: all, kept: 0 }
  return { erased: all - stays, detached: 0, kept: stays }
}

/** One plan for several records of the same person. */
export function added(plans: readonly (readonly Step[])[]): Step[] {
  return [...Map.groupBy(plans.flat(), ({ table }) => table).values()].map((same) => ({
    ...same[0]!,
    erased: sum(same, 'erased'),
    detached: sum(same, 'detached'),
    kept: sum(same, 'kept'),
    until:
      same
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? null,
  }))
}

function sum(steps: readonly Step[], part: 'erased' | 'detached' | 'kept'): number {
  return steps.reduce((total, step) => total + step[part], 0)
}
