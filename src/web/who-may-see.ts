import type { Role } from '#auth'
import { personalColumn, type Category, type Declared } from '#personal-data'
import { companyColumns, columnsFor, may, type Purpose } from '#purposes'

/**
 * Who may be shown which column about a person: the person, a colleague signed in at the same company, a stranger, each role
 * of the staff (promise 6-b). There is no administrator of a company: nobody there manages another's sign-in. Written from the
 * declarations and one table of what each role works for; house/who-sees-what.test.ts walks it against the running pages.
 */
export function whoMaySee(inventory: readonly Declared[]): readonly MaySee[] {
  return inventory.flatMap((table) => [
    ...companyColumns(table).map((column) => ofCompany(table, column)),
    ...Object.keys(table.columns)
      .filter((column) => personalColumn(table.columns[column]))
      .map((column) => ofPerson(table, column)),
  ])
}

type Sees = 'yes' | 'that it is held' | 'of the company' | 'unless a colleague’s' | 'at work' | 'no'
export type Viewer = 'the person' | 'a colleague' | 'a stranger' | Role
type MaySee = { readonly table: string; readonly column: string; readonly seenBy: Readonly<Record<Viewer, Sees>> }

type Work = { readonly for: readonly Purpose[]; readonly without?: readonly Category[] }

const officer: Work = {
  for: [
    'deliver',
    'administer',
    'case_documentation',
    'invoice',
    'legal_obligation',
    'rights_handling',
    'security',
    'claims_archive',
  ],
}

/** What each role works for, and what it does without all the same. A page that shows a role more than this is found by the walk. */
export const work: Readonly<Record<Role, Work>> = {
  salesperson: { for: ['deliver', 'administer', 'case_documentation', 'invoice'] },
  marketer: { for: [] },
  accountant: { for: ['deliver', 'administer', 'invoice'], without: ['dialogue', 'messages'] },
  privacy_officer: officer,
  host: officer,
}

/** A fact that names nobody: everybody of the company sees it, and so does whoever works with orders. */
function ofCompany(table: Declared, column: string): MaySee {
  return {
    table: table.table,
    column,
    seenBy: { ...staff(table, column), 'the person': 'yes', 'a colleague': 'of the company', 'a stranger': 'no' },
  }
}

function ofPerson(table: Declared, column: string): MaySee {
  const own = personalColumn(table.columns[column])!
  const shown = columnsFor(table, 'rights_handling').includes(column)
  return {
    table: table.table,
    column,
    seenBy: {
      ...staff(table, column),
      'the person': !shown ? 'no' : own.secret ? 'that it is held' : 'yes',
      'a colleague': colleagueSees(table, column),
      'a stranger': 'no',
    },
  }
}

/** Of a relationship's own row everybody of the company sees the company; of all else, what they themselves are in. */
function colleagueSees({ table, colleagues }: Declared, column: string): Sees {
  if (table !== 'core.account') return 'no'
  return colleagues?.[column] ? 'unless a colleague’s' : 'of the company'
}

function staff(table: Declared, column: string): Record<Role, Sees> {
  const { holds, secret } = personalColumn(table.columns[column]) ?? {}
  const sees = (role: Role): Sees => {
    // Whoever reads it could sign in as the person: that is nobody's work.
    if (secret) return 'no'
    if (holds && work[role].without?.includes(holds)) return 'no'
    return work[role].for.some((purpose) => may(table, 'read', purpose) && columnsFor(table, purpose).includes(column))
      ? 'at work'
      : 'no'
  }
  return {
    salesperson: sees('salesperson'),
    marketer: sees('marketer'),
    privacy_officer: sees('privacy_officer'),
    accountant: sees('accountant'),
    host: sees('host'),
  }
}
