import { sql } from 'kysely'
import { personalColumn, type Category, type Declared, type PersonalColumn } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding, type RuleId } from '#retention'
import { shownOf, type Shown } from './own-rows.ts'
import { lastEndSql } from './last-end-sql.ts'

/** What erasure does to one table's rows about the person. Kept rows are told with their rule and, where it is known, its last date. */
export type Step = {
  readonly table: string
  readonly category: Category
  readonly erased: number
  readonly detached: number
  readonly kept: number
  /** The rule that keeps them until that date. */
  readonly rule: RuleId
  /** A part of something that is told by itself: the lines of an invoice. */
  readonly isPart: boolean
  /** YYYY-MM-DD, the latest; null when the rule's clock has not started or the table has none of its own. */
  readonly until: string | null
}

/** What was counted of one table; the rest of a step stands in the declarations. */
export type Count = Pick<Step, 'table'> &
  Partial<Pick<Step, 'erased' | 'detached' | 'kept' | 'until'>> & { readonly rule?: RuleId | null }

/** From the declarations, for the person fixed in the transaction: tables with nothing of theirs are left out (section 5.4). */
export async function erasurePlan(tx: For<'rights_handling'>, inventory: readonly Declared[]): Promise<Step[]> {
  const questions = inventory.flatMap((table) => {
    const shown = shownOf(table, inventory)
    return shown === undefined || table.erasure === undefined ? [] : [countSql(table, shown)]
  })
  const { rows } = await sql.raw<Count>(questions.join('\nunion all\n')).execute(tx)
  return stepsOf(rows, inventory)
}

function countSql(table: Declared, { from, where }: Shown): string {
  const stays = `count(*) filter (where ${table.survives ?? 'false'})::int`
  const all = 'count(*)::int'
  const parts = { keep: [`0`, `0`, all], detach: [`0`, all, `0`], delete: [`${all} - ${stays}`, `0`, stays] }[table.erasure!]
  const [erased, detached, kept] = parts
  const { until, rule } = lastEndSql(table)
  return `select '${table.table}' as "table", ${erased} as erased, ${detached} as detached, ${kept} as kept,
    ${until} as until, ${rule} as rule from ${from} t where ${where}`
}

/** Told in the order of the declarations; a table with nothing in it is not told. */
export function stepsOf(counts: readonly Count[], inventory: readonly Declared[]): Step[] {
  const byTable = Map.groupBy(counts, ({ table }) => table)
  return inventory.flatMap((table) => {
    const counted = byTable.get(table.table)
    if (counted === undefined) return []
    const last = counted.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? '')).at(-1)!
    const step = {
      table: table.table,
      category: telling(table, inventory)?.holds ?? ('credentials' as const),
      erased: sum(counted, 'erased'),
      detached: sum(counted, 'detached'),
      kept: sum(counted, 'kept'),
      rule: last.rule ?? ruleOf(table, inventory),
      isPart: table.through !== undefined && rowEnding(table) === undefined,
      until: last.until ?? null,
    }
    return step.erased + step.detached + step.kept > 0 ? [step] : []
  })
}

function sum(counted: readonly Count[], part: 'erased' | 'detached' | 'kept'): number {
  return counted.reduce((total, count) => total + (count[part] ?? 0), 0)
}

/** The rule that ends the rows of a table. */
export function ruleOf(table: Declared, inventory: readonly Declared[]): RuleId {
  return telling(table, inventory)?.ends ?? 'R-03'
}

/** The column that says what the rows are and how they end; a table of figures alone goes by what it is a part of. */
function telling(table: Declared, inventory: readonly Declared[]): PersonalColumn | undefined {
  const own = Object.values(table.columns)
    .map(personalColumn)
    .find((each) => each !== undefined && each.holds !== 'staff')
  const parent = inventory.find((each) => each.table === table.through?.table)
  return own ?? (parent && telling(parent, inventory))
}
