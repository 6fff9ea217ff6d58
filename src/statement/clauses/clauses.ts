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

/** The sentence with that id; throws when there is none, because then somebody renamed it. */
export function sentenceOf(id: string): (typeof sentences)[number] {
  const found = sentences.find((sentence) => sentence.id === id)
  if (!found) throw new Error(`the statement has no sentence called "${id}"`)
  return found
}
