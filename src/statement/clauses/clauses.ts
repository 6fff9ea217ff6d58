/** The fourteen clauses in the order of the statement; read from top to bottom they are the statement. */
import type { Clause } from './clause.ts'
import { compilationClause } from './compilation.ts'
import { contactClause } from './contact.ts'
import { controllerClause } from './controller.ts'
import { cookiesClause } from './cookies.ts'
import { disclosureClause } from './disclosure.ts'
import { inquiriesClause } from './inquiries.ts'
import { marketingClause } from './marketing.ts'
import { processorsClause } from './processors.ts'
import { purposesClause } from './purposes.ts'
import { registrationClause } from './registration.ts'
import { retentionClause } from './retention.ts'
import { revisionsClause } from './revisions.ts'
import { rightsClause } from './rights.ts'
import { statisticsClause } from './statistics.ts'

export const clauses: readonly Clause[] = [
  controllerClause,
  registrationClause,
  purposesClause,
  statisticsClause,
  cookiesClause,
  marketingClause,
  inquiriesClause,
  compilationClause,
  retentionClause,
  processorsClause,
  disclosureClause,
  rightsClause,
  revisionsClause,
  contactClause,
]

export const sentences = clauses.flatMap((clause) => clause.sentences)
