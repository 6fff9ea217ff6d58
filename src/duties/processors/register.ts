import { mailServer } from '#mail'
import type { Recipient } from '#outbound'
import type { Purpose } from '#purposes'

/** A recipient as `#outbound` wants it, and what the statement and the access package say about it. */
export type Processor = Recipient & {
  readonly name: string
  /** processor: acts on our instruction (art. 28). controller: answers for itself. */
  readonly role: 'processor' | 'controller'
  readonly purposes: readonly Purpose[]
  /** ISO 3166-1 alpha-2; outside the EEA needs a transfer ground (art. 44–46). */
  readonly location: string
  readonly transferGround?: string
  readonly does: { readonly nb: string; readonly en: string }
}

const bookkeeping = [
  'invoice.number',
  'invoice.issue_date',
  'invoice.buyer',
  'invoice.net',
  'invoice.vat',
  'invoice.gross',
  'payment.amount',
  'payment.paid_on',
]

/** Active recipients, no more and no less (promise 5-h). Adding one needs a statement revision first (8-a). */
export const processors = [
  {
    id: 'bitpro',
    name: 'Bitpro AS',
    role: 'processor',
    purposes: ['deliver', 'administer', 'invoice', 'case_documentation', 'security', 'legal_obligation', 'rights_handling'],
    fields: [],
    ground: 'GDPR art. 28',
    location: 'NO',
    does: {
      nb: 'drifter maskinene som systemet går på; åpner ikke innholdet',
      en: 'runs the machines that the system stands on; does not open the contents',
    },
  },
  {
    id: 'bdo',
    name: 'BDO AS',
    role: 'processor',
    purposes: ['invoice', 'legal_obligation'],
    fields: bookkeeping,
    ground: 'GDPR art. 28',
    location: 'NO',
    does: {
      nb: 'fører regnskapet: fakturaer og betalinger, ikke dialog',
      en: 'keeps the books: invoices and payments, no dialogue',
    },
  },
  {
    id: 'united-profile-networks',
    name: 'United Profile Networks AB',
    role: 'processor',
    purposes: ['web_function'],
    fields: [],
    ground: 'GDPR art. 28',
    location: 'SE',
    does: { nb: 'leverer nettstedet', en: 'supplies the web site' },
  },
  {
    ...mailServer,
    purposes: mailServer.purposes as readonly Purpose[],
    name: 'Bitpro AS (e-post)',
    role: 'processor',
    location: 'NO',
    does: { nb: 'sender e-posten vår: adressen og brevet', en: 'sends our e-mail: the address and the letter' },
  },
] as const satisfies readonly Processor[]

/** The recipient with that id, as `core.transfer` names it; undefined when it is not on the list. */
export function processor(id: string): Processor | undefined {
  return processors.find((each) => each.id === id)
}

/** Which fields and purposes of a recipient are not on the list: empty when it may be used. */
export function unregistered(recipient: Recipient): readonly string[] {
  const known = processor(recipient.id)
  if (!known) return [recipient.id]
  return [
    ...recipient.purposes.filter((purpose) => !known.purposes.includes(purpose as Purpose)),
    ...recipient.fields.filter((field) => !known.fields.includes(field)),
  ]
}
