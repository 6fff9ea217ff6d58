/**
 * Every column of every table is declared beside its table: what it is, what for, where from, how it ends, and why.
 * From these declarations alone come the purpose views and grants, the access package, erasure, retention and the
 * record of processing. The database catalogue is the judge (house/columns.test.ts). Promises 0-f, 2.1-a, 4-a.
 */
import type { DB } from '../../platform/database/base-types.ts'
import type { Purpose } from '../purposes/purpose.ts'
import type { RuleId } from '../retention/retention.ts'

export { categories, type Category } from './category.ts'
export { needs } from './need.ts'
import type { Category } from './category.ts'

export type TableName = keyof DB & string

/** Where a value came from when its row has no provenance of its own. */
export type Source = 'registration' | 'enquiry' | 'order' | 'staff' | 'colleague' | 'system' | 'person'

export type PersonalColumn = {
  readonly holds: Category
  readonly for: readonly Purpose[]
  readonly from: Source
  readonly ends: RuleId
  /** The sentence that is its reason. */
  readonly says: string
  /** A security secret: the person is told that it is held, never what it is, since whoever reads it could sign in. */
  readonly secret?: true
}
export type Column = 'key' | 'nobody' | PersonalColumn

/** An id or a reference; seen by every purpose that may read the table. */
export const key = 'key'
/** Says nothing about a person. */
export const nobody = 'nobody'

export type Options = {
  /** account: account_id first in its key. local: on the coordinator only. reference: small, the same everywhere. */
  readonly scope: 'account' | 'local' | 'reference'
  /** Which purposes have a view of the table; 'all' for what is no secret. */
  readonly read: readonly Purpose[] | 'all'
  readonly insert?: readonly Purpose[] | 'all'
  readonly update?: readonly Purpose[] | 'all'
  readonly delete?: readonly Purpose[]
  /** Used as it stands, without a view, by these purposes: for libraries that bring their own SQL. */
  readonly direct?: readonly Purpose[]
  /** How a row belongs to a person: its own column, or through another table of the same account. */
  readonly person?: string
  readonly through?: { readonly table: TableName; readonly by: string }
  /** Where neither is there: SQL over `t` that is true for a relationship's row that is its owner's own, a sole proprietor's (promise 2.1-f). */
  readonly ownersOwn?: string
  /** With `ownersOwn`: columns that may be empty because a value of the owner's that stands there is restricted and set aside (decision 96). */
  readonly setsAside?: readonly string[]
  /** Where none is there: the column that names the sign-in user, whose person core.portal_login knows. */
  readonly user?: string
  /** The column in whose text the person's e-mail address stands. */
  readonly address?: string
  /** False where a stop must not hide the row: mail that must go out, logs, rights. */
  readonly stops?: false
  /** With `stops: false`: these writes are stopped all the same, though what is there may be read. */
  readonly writesStop?: readonly ('insert' | 'update' | 'delete')[]
  /** The column that names the value of the person's own row which the row is about. */
  readonly field?: string
  /** A paper that can be restricted by itself, with what hangs on it: the column by which the person knows it (section 5.1). */
  readonly document?: string
  /** Columns that can be restricted one by one. Each may be empty in the database: that is how it is read while restricted. */
  readonly byField?: readonly string[]
  /** SQL over `t` that is true while the person may not be shown the row: an order's gag (promise 6-f). Erasure and staff see it. */
  readonly withheld?: string
  /** Facts of the company, shown to whoever of it is signed in, whoever's row it is: columns that say nothing about anybody (promise 6-b). */
  readonly ofCompany?: { readonly columns: readonly string[]; readonly when: string }
  /** Columns that may bear a colleague's own value: SQL over `t` that is true where one does. Then the person is shown nothing there. */
  readonly colleagues?: Readonly<Record<string, string>>
  /** What erasure does to the person's rows; `survives` is SQL over `t` naming the rows that are detached or kept instead. */
  readonly erasure?: 'delete' | 'detach' | 'keep'
  readonly survives?: string
  /** SQL over `t`: the moment from which the retention rule of the columns counts. It may ask other tables by their bare names. */
  readonly since?: string
  /** Where one rule is not all: each rule with its rows, the first that fits. */
  readonly endings?: readonly Ending[]
  /** The rows move to the locked archive when the relationship has ended: those for which `when` (SQL over `t`) is true. */
  readonly archives?: { readonly when?: string; readonly endings?: readonly Ending[] }
  /** What the rows go with, by the database's own hand, when it goes. */
  readonly goesWith?: TableName
}

/** How some rows of a table end (promise 4-a). */
export type Ending = {
  readonly rule: RuleId
  /** SQL over `t`: the moment from which the rule counts; null while something is open, so that its clock has not begun. */
  readonly since: string
  /** SQL over `t`: which rows; without it, all. */
  readonly when?: string
  /** What the sweep does: it deletes the row, empties it of what is personal, or leaves it to the act that knows how. */
  readonly does?: 'delete' | 'empty' | 'elsewhere'
  /** SQL: what an emptied row says instead, where it is more than nothing of what is personal. */
  readonly says?: string
}

export type Declared = {
  readonly table: TableName
  readonly columns: Readonly<Record<string, Column>>
} & Options

export function personalData<Table extends TableName>(
  table: Table,
  columns: { readonly [C in keyof DB[Table] & string]: Column },
  options: Options,
): Declared {
  return { table, columns, ...options }
}

/** What the column holds about a person, or undefined for keys and columns that say nothing about anybody. */
export function personalColumn(column: Column | undefined): PersonalColumn | undefined {
  return typeof column === 'object' ? column : undefined
}

/** `core.sales_order` → `sales_order`: what a purpose calls it. What lies in the archive is never mistaken for what does not. */
export function viewName(table: string): string {
  return table.startsWith('archive.') ? table.replace('archive.', 'archived_') : table.slice(table.indexOf('.') + 1)
}
