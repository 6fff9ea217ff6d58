import { key, nobody, personalData } from '#personal-data'

const acting = ['rights_handling', 'administer', 'legal_obligation'] as const

/** Which lines of the ledger are carried out here; an id of our own making, of nobody. */
export const ledgerTables = [
  personalData('evidence.ledger_line', { id: key, at: nobody }, { scope: 'local', read: acting, insert: acting }),
]
