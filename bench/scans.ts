/**
 * Which rows a statement read that an index could have spared it. Read from the plan as it ran: a scan that reads many rows and lets few
 * through, or that is joined with few, looked for something it could have been led to.
 */

export type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Schema?: string
  readonly 'Join Type'?: string
  readonly 'Group Key'?: readonly string[]
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly Filter?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Parent Relationship'?: string
  readonly Plans?: readonly Plan[]
}

/** One table read by one node of the plan. */
export type Scan = {
  readonly table: string
  /** Counted: nothing but how many there are was asked. Whole: from end to end. Led: by what an index knows. */
  readonly way: 'counted' | 'whole' | 'led'
  readonly read: number
  readonly through: number
  readonly times: number
}

/**
 * `index`: it was led to what it asks for, or only counted. `everything`: it must see each row, and says why. `needless`: it read many and
 * let few through, or read a whole table and does not say why.
 */
export type Verdict = 'index' | 'everything' | 'needless'

/** Reading fewer rows than this from end to end is as good as an index. */
export const manyRows = 10_000
/** What lets through less than this of what it reads was looking for something. */
const fewOf = 0.05

export function scansOf(plan: Plan): Scan[] {
  return walk(plan, { out: Number.POSITIVE_INFINITY, counts: false })
}

/** Those that read much at a time and found little. */
export function needless(scans: readonly Scan[], many = manyRows): Scan[] {
  return scans.filter(({ way, read, through, times }) => {
    const atATime = way === 'led' ? read / times : read
    return atATime >= many && through < read * fewOf
  })
}

/** Those that read a large table from end to end to look at what is in it. */
export function wholeTables(scans: readonly Scan[], many = manyRows): Scan[] {
  return scans.filter(({ way, read }) => way === 'whole' && read >= many)
}

export function verdictOf(scans: readonly Scan[], reason: string | undefined, many = manyRows): Verdict {
  if (needless(scans, many).length === 0 && wholeTables(scans, many).length === 0) return 'index'
  return reason ? 'everything' : 'needless'
}

/** What becomes of the rows further up: at most so many are of use, and perhaps they are only counted. */
type Above = { readonly out: number; readonly counts: boolean }

const passesOn = new Set([
  'Gather',
  'Gather Merge',
  'Append',
  'Merge Append',
  'Hash',
  'Sort',
  'Incremental Sort',
  'Materialize',
  'Memoize',
])

function walk(plan: Plan, above: Above): Scan[] {
  const here = scan(plan, above)
  return [...(here ? [here] : []), ...(plan.Plans ?? []).flatMap((child) => walk(child, below(plan, child, above)))]
}

function below(plan: Plan, child: Plan, above: Above): Above {
  const nothing = { out: Number.POSITIVE_INFINITY, counts: false }
  if (child['Parent Relationship'] === 'InitPlan' || child['Parent Relationship'] === 'SubPlan') return nothing
  const type = plan['Node Type']
  if (passesOn.has(type)) return above
  if (type === 'Aggregate') return { ...nothing, counts: !plan['Group Key'] }
  return plan['Join Type'] ? { out: usedBy(plan, child), counts: false } : nothing
}

/** Of two sides of a join, the rows of the large one that meet anything of a small one: an index would have led from one to the other. */
function usedBy(join: Plan, child: Plan): number {
  const other = join.Plans!.find((each) => each !== child && each['Parent Relationship'] !== 'SubPlan')
  const small = other !== undefined && rows(other) < rows(child) * fewOf
  return small ? rows(join) : Number.POSITIVE_INFINITY
}

function scan(plan: Plan, { out, counts }: Above): Scan | undefined {
  const relation = plan['Relation Name']
  if (!relation || !plan['Node Type'].endsWith('Scan') || plan.Schema === 'pg_catalog') return undefined
  const removed = ((plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) * plan['Actual Loops']
  const passed = rows(plan)
  const read = passed + removed
  const led = plan['Index Cond'] !== undefined || plan['Recheck Cond'] !== undefined
  return {
    table: `${plan.Schema ?? '?'}.${relation}`,
    way: led ? 'led' : counts && passed >= read * fewOf ? 'counted' : 'whole',
    read: Math.round(read),
    through: Math.round(Math.min(passed, out)),
    times: plan['Actual Loops'],
  }
}

/** In all: what is written in a plan is the mean of the times a node ran. */
function rows(plan: Plan): number {
  return plan['Actual Rows'] * plan['Actual Loops']
}
