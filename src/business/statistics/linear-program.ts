/** For the attack on what is shown: what a quantity can be at least and at most, given bounds and sums (the simplex method, Bland's rule). */
export type Program = {
  /** The least and the most that each variable can be. */
  readonly bounds: (readonly [low: number, high: number])[]
  /** Sums of variables that are the same. */
  readonly equal: { readonly plus: readonly number[]; readonly minus: readonly number[] }[]
}

export type Solved = { readonly extremes: (variable: number) => { readonly least: number; readonly most: number } }

type Row = Float64Array
/** Each row says what one variable is, the basic one; the last column is its value. */
type Tableau = { readonly rows: readonly Row[]; readonly basis: readonly number[] }

const nothing = 1e-7

export function solve({ bounds, equal }: Program): Solved {
  const capped = bounds.flatMap(([low, high], at) => (high === Infinity ? [] : [{ at, room: high - low }]))
  const sums = equal.map(({ plus, minus }) => {
    const value = minus.reduce((all, at) => all + bounds[at]![0], 0) - plus.reduce((all, at) => all + bounds[at]![0], 0)
    return { plus, minus, value, sign: value < 0 ? -1 : 1 }
  })
  const [first, last] = [bounds.length + capped.length, bounds.length + capped.length + sums.length]
  const rows = [
    ...capped.map(({ at, room }, n) => row(last, { [at]: 1, [bounds.length + n]: 1 }, room)),
    ...sums.map(({ plus, minus, value, sign }, n) => {
      const signs = [...plus.map((at) => [at, sign]), ...minus.map((at) => [at, -sign])]
      return row(last, { ...Object.fromEntries(signs), [first + n]: 1 }, value * sign)
    }),
  ]
  const basis = [...capped.map((_, n) => bounds.length + n), ...sums.map((_, n) => first + n)]
  // First the helping variables of the sums must be nothing; then they are left out.
  const helping = row(last, Object.fromEntries(sums.map((_, n) => [first + n, -1])), 0)
  const fitting = best({ rows, basis }, helping, last)
  if (fitting.value < -nothing) throw new Error('nothing fits: what is shown contradicts itself')
  const begun = without(fitting, first)
  const most = (variable: number, sign: number) => {
    const { value } = best(begun, row(last, { [variable]: sign }, 0), first)
    return value * sign + bounds[variable]![0]
  }
  return { extremes: (variable) => ({ least: most(variable, -1), most: most(variable, 1) }) }
}

function row(width: number, parts: Readonly<Record<number, number>>, value: number): Row {
  const made = new Float64Array(width + 1)
  for (const [at, part] of Object.entries(parts)) made[Number(at)] = part
  made[width] = value
  return made
}

/** Makes the objective as large as it can be, with the first `usable` variables. */
function best(from: Tableau, objective: Row, usable: number): Tableau & { readonly value: number } {
  const rows = from.rows.map((each) => each.slice())
  const basis = [...from.basis]
  const goal = objective.slice()
  const width = goal.length - 1
  rows.forEach((each, at) => subtract(goal, each, goal[basis[at]!]!))
  for (;;) {
    const enters = goal.findIndex((part, at) => at < usable && part > nothing)
    if (enters === -1) return { rows, basis, value: -goal[width]! }
    const leaves = leaving(rows, basis, enters, width)
    if (leaves === undefined) return { rows, basis, value: Infinity }
    turn(rows, basis, leaves, enters, goal)
  }
}

function turn(rows: readonly Row[], basis: number[], leaves: number, enters: number, goal?: Row): void {
  const pivot = rows[leaves]!
  const by = pivot[enters]!
  for (let at = 0; at < pivot.length; at++) pivot[at] = pivot[at]! / by
  basis[leaves] = enters
  for (const each of goal ? [...rows, goal] : rows) if (each !== pivot) subtract(each, pivot, each[enters]!)
}

/** Where a helping variable is nothing and still basic, it would grow unseen: another takes its place, or its row says nothing. */
function without({ rows, basis }: Tableau, first: number): Tableau {
  const own = rows.map((each) => each.slice())
  const changed = [...basis]
  own.forEach((each, at) => {
    if (changed[at]! < first) return
    const enters = each.findIndex((part, column) => column < first && Math.abs(part) > nothing)
    if (enters !== -1) turn(own, changed, at, enters)
  })
  const meant = own.map((_, at) => at).filter((at) => changed[at]! < first)
  return { rows: meant.map((at) => own[at]!), basis: meant.map((at) => changed[at]!) }
}

function leaving(rows: readonly Row[], basis: readonly number[], enters: number, width: number): number | undefined {
  let found: number | undefined
  let least = Infinity
  rows.forEach((each, at) => {
    if (each[enters]! <= nothing) return
    const room = each[width]! / each[enters]!
    if (room < least - nothing || (room < least + nothing && basis[at]! < basis[found!]!))
      [found, least] = [at, Math.min(room, least)]
  })
  return found
}

function subtract(from: Row, what: Row, times: number): void {
  if (times === 0) return
  for (let at = 0; at < from.length; at++) from[at] = from[at]! - times * what[at]!
}
