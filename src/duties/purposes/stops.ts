import type { Category } from '#personal-data'
import type { Purpose } from './purpose.ts'

/**
 * Which stop hides a person from which purpose: a truth table, read by the view generator and by its test.
 * Restriction: art. 18, promise 2.1-j, section 5.1. Objection to marketing: art. 21(2)–(3), promise 2.5-h.
 * Invoicing and bookkeeping go on: a marketing stop never blocks an invoice. When a relationship has ended, everything that
 * is not needed to finish it stops the same moment (promise 2.6-f).
 */
export const stops = {
  deliver: ['restricted'],
  administer: ['restricted'],
  invoice: [],
  tailor: ['restricted', 'objected', 'no contact', 'ended'],
  trend: ['restricted', 'objected', 'ended'],
  survey: ['restricted', 'objected', 'no contact', 'ended'],
  web_statistics: ['restricted'],
  web_function: ['restricted'],
  marketing: ['restricted', 'objected', 'no contact', 'ended', 'consent missing'],
  case_documentation: ['restricted'],
  claims_archive: [],
  anonymous_compilation: ['restricted', 'objected', 'ended'],
  security: [],
  legal_obligation: [],
  rights_handling: [],
} as const satisfies Record<Purpose, readonly Stop[]>

export type Stop = 'restricted' | 'objected' | 'no contact' | 'ended' | 'consent missing'

/** A yes that nobody renews is worth two years by Oslo's clock, and one that was not confirmed is worth nothing (promise 2.1-l). */
export const consentEnds = (alias: string) =>
  `(${alias}.confirmed_at at time zone 'Europe/Oslo' + interval '24 months') at time zone 'Europe/Oslo'`

/** By the person alone: their id is nobody else's, in whatever relationship, as the database sees to (decision 0088). */
const side = (table: string, person: string, more = '') =>
  `exists (select 1 from ${table} s where s.person_id = ${person}${more})`

/**
 * SQL that is true for the rows the stop leaves visible; `person` is the row's column, `holds` what the table holds, `document` the id
 * of the paper the row is or hangs on, where it is of one.
 */
type Visible = (person: string, holds: readonly Category[], document: string | undefined) => string

/** A restriction hides rows where it is of everything, of what the table holds, or of the paper; one of fields hides values (below). */
export const hides = (holds: readonly Category[], document: string | undefined) =>
  [
    '(s.category is null and s.fields is null and s.document is null)',
    `s.category = any ('{${holds.join(',')}}')`,
    ...(document === undefined ? [] : [`s.document = ${document}`]),
  ].join(' or ')

export const visibleUnder: Record<Stop, Visible> = {
  restricted: (p, holds, document) =>
    `not ${side('core.restriction', p, ` and s.lifted_at is null and (${hides(holds, document)})`)}`,
  objected: (p) => `not ${side('core.objection', p, ` and s.lifted_at is null and s.scope in ('marketing', 'contact')`)}`,
  'no contact': (p) => `not ${side('core.objection', p, ` and s.lifted_at is null and s.scope = 'contact'`)}`,
  ended: (p) => `not ${side('core.relationship_end', p, ' and s.reopened_at is null')}`,
  'consent missing': (p) =>
    side('core.consent', p, ` and s.purpose = 'marketing' and s.withdrawn_at is null and ${consentEnds('s')} > now()`),
}
