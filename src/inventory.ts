/** Every room's declaration in one array. The catalogue is the judge of whether it is whole: house/columns.test.ts. */
import type { Declared } from '#personal-data'
import { catalogueTables } from './business/catalogue/personal-data.ts'
import { customersTables } from './business/customers/personal-data.ts'
import { importTables } from './business/import/personal-data.ts'
import { inquiriesTables } from './business/inquiries/personal-data.ts'
import { invoicesTables } from './business/invoices/personal-data.ts'
import { ordersTables } from './business/orders/personal-data.ts'
import { quotesTables } from './business/quotes/personal-data.ts'
import { relationshipTables } from './business/relationship/personal-data.ts'
import { staffTables } from './business/staff/personal-data.ts'
import { statisticsTables } from './business/statistics/personal-data.ts'
import { breachTables } from './duties/breach/personal-data.ts'
import { consentTables } from './duties/consent/personal-data.ts'
import { archived } from './duties/archive/archived.ts'
import { archiveTables } from './duties/archive/personal-data.ts'
import { cookiesTables } from './duties/cookies/personal-data.ts'
import { disclosureTables } from './duties/disclosure/personal-data.ts'
import { evidenceTables } from './duties/evidence/personal-data.ts'
import { platformTables } from './duties/personal-data/platform-tables.ts'
import { processorsTables } from './duties/processors/personal-data.ts'
import { retentionTables } from './duties/retention/personal-data.ts'
import { ledgerTables } from './duties/ledger/personal-data.ts'
import { intakeTables } from './duties/intake/personal-data.ts'
import { recordsTables } from './duties/records/personal-data.ts'
import { operatorTables } from './duties/operators/personal-data.ts'
import { rightsTables } from './duties/rights/personal-data.ts'
import { statementTables } from './statement/personal-data.ts'

const tables: readonly Declared[] = [
  ...platformTables,
  ...customersTables,
  ...relationshipTables,
  ...staffTables,
  ...inquiriesTables,
  ...catalogueTables,
  ...quotesTables,
  ...ordersTables,
  ...invoicesTables,
  ...importTables,
  ...statisticsTables,
  ...consentTables,
  ...cookiesTables,
  ...rightsTables,
  ...retentionTables,
  ...archiveTables,
  ...intakeTables,
  ...disclosureTables,
  ...processorsTables,
  ...evidenceTables,
  ...statementTables,
  ...breachTables,
  ...recordsTables,
  ...operatorTables,
  ...ledgerTables,
]

// The locked archive has the same tables as those whose rows move there, and needs no list of its own.
export const inventory: readonly Declared[] = [...tables, ...archived(tables)]

/** The declaration of one table, for a page that shows its rows. */
export function declared(name: string): Declared {
  const found = inventory.find(({ table }) => table === name)
  if (found === undefined) throw new Error(`no table is called ${name}`)
  return found
}
