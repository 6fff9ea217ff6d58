import { categories } from '#personal-data'
import type { Affected } from './affected.ts'
import { causeWords, dueAt, kindWords, riskWords } from './breach-words.ts'
import type { Breach } from './register.ts'

/** Who notifies: name, number, and whom the authority may ask. */
export type Notifier = {
  readonly legalName: string
  readonly organisationNumber: string
  readonly postalAddress: string
  readonly phone: string
  readonly privacyContact: string
  /** What the supplier that found it is called, when one did. */
  readonly supplier?: string | undefined
}

/** What the authority's form in Altinn asks for, in its order (art. 33(3)). */
export type Notification = ReturnType<typeof notification>

export function notification(breach: Breach, affected: Affected, by: Notifier, now: Date) {
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    breach: breach.number,
    stage: breach.notices.length + 1,
    writtenAt: now.toISOString(),
    controller: {
      name: by.legalName,
      organisationNumber: by.organisationNumber,
      address: by.postalAddress,
      contact: by.privacyContact,
      phone: by.phone,
    },
    mainCause: causeWords[breach.cause],
    kinds: breach.kinds.map((kind) => kindWords[kind]),
    period: { from: iso(breach.beganAt), until: iso(breach.endedAt) },
    discovered: {
      at: iso(breach.awareAt),
      by: foundByWords[breach.foundBy],
      supplier: breach.supplier && (by.supplier ?? breach.supplier),
    },
    dueAt: dueAt(breach.awareAt).toISOString(),
    persons: { counted: affected.persons, estimated: breach.estimatedPersons },
    relation: 'kunder og kontaktpersoner hos kunder',
    dataCategories: affected.categories.map(({ category, persons }) => ({ category: categories[category].nb, persons })),
    whatHappened: breach.what,
    whereTheDataAreNow: breach.dataNow,
    risk: breach.risk && riskWords[breach.risk],
    consequences: breach.consequences,
    measures: breach.measures,
    informationToPersons: toldWords(breach, affected),
  }
}

const foundByWords = { us: 'oss selv', supplier: 'en leverandør', outsider: 'noen utenfor' } as const

function toldWords(breach: Breach, { told }: Affected): string {
  if (told > 0) return `${told} personer har fått brev.`
  if (breach.notToldBecause) return `De berørte får ikke brev: ${breach.notToldBecause}`
  return breach.risk === 'high' ? 'De berørte får brev.' : 'De berørte er ikke varslet ennå.'
}
