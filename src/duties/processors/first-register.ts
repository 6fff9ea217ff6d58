/** The register as the sample merchant begins with it. From then on the rows count, and the desk changes them. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { newId } from '#database'
import { mailServer } from '#mail'
import type { Purpose } from '#purposes'
import type { Role } from './register.ts'

type First = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly does: { readonly nb: string; readonly en: string }
  /** What exactly it is asked to delete, as table 5.5 has it. */
  readonly asks?: { readonly nb: string; readonly en: string }
  readonly purposes: readonly Purpose[]
  readonly essential: readonly Purpose[]
  readonly location: string
  readonly holds: 'everybody' | 'transferred' | 'nobody'
  readonly knownBy: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  readonly email: string | null
  readonly cannotFollow?: string
  /** What they have confirmed in writing about their own machines. */
  readonly confirms?: string
}

const owed: readonly Purpose[] = [
  'deliver',
  'administer',
  'invoice',
  'case_documentation',
  'security',
  'rights_handling',
  'legal_obligation',
]
const bookkeeping = 'står på bilaget, og regnskapet føres av bilag (bokføringsloven § 10)'

export const firstRegister: readonly First[] = [
  {
    id: 'bitpro',
    name: 'Bitpro AS',
    role: 'processor',
    does: {
      nb: 'drifter maskinene som systemet går på; åpner ikke innholdet',
      en: 'runs the machines that the system stands on; does not open the contents',
    },
    asks: {
      nb: 'Det vi har på maskinene, sletter vi selv. Slett kopier dere har tatt: ved flytting, til feilsøking og overvåking, og i e-postkøen. La sikkerhetskopier utløpe, og legg ikke noe tilbake uten at slettingene kjøres om igjen. Bekreft hvor gamle øyeblikksbildene er, og hvilken versjon av reglene for sikkerhetskopier som gjelder.',
      en: 'What we hold on the machines we delete ourselves. Delete copies you have taken: when moving, for support and monitoring, and in the mail spool. Let backups expire, and restore nothing without replaying the erasures. Confirm the age of the snapshots, and which version of the rules for backups applies.',
    },
    purposes: owed,
    essential: owed,
    location: 'NO',
    holds: 'everybody',
    knownBy: ['person.id'],
    fields: { 'person.id': 'sier hvem en sletting gjelder i kopier de har tatt' },
    email: 'personvern@bitpro.example',
  },
  {
    id: 'bdo',
    name: 'BDO AS',
    role: 'processor',
    does: {
      nb: 'fører regnskapet: fakturaer og betalinger, ikke dialog',
      en: 'keeps the books: invoices and payments, no dialogue',
    },
    asks: {
      nb: 'Slett alt om personen som ikke er regnskapsbilag: kontaktopplysninger, e-post og arbeidskopier. Behold bilagene til dagen som er oppgitt, og bruk dem ikke til noe annet.',
      en: 'Delete everything about the person that is not bookkeeping material: contact data, e-mails and working copies. Keep the documents until the day given, and do not use them otherwise.',
    },
    purposes: ['invoice', 'legal_obligation', 'rights_handling'],
    essential: ['invoice', 'legal_obligation', 'rights_handling'],
    location: 'NO',
    holds: 'everybody',
    knownBy: ['invoice.number'],
    fields: {
      'invoice.number': bookkeeping,
      'invoice.issue_date': bookkeeping,
      'invoice.buyer': bookkeeping,
      'invoice.net': bookkeeping,
      'invoice.vat': bookkeeping,
      'invoice.gross': bookkeeping,
      'payment.amount': bookkeeping,
      'payment.paid_on': bookkeeping,
    },
    email: 'personvern@bdo.example',
  },
  {
    id: 'united-profile-networks',
    name: 'United Profile Networks AB',
    role: 'processor',
    does: { nb: 'leverer nettstedet', en: 'supplies the web site' },
    asks: {
      nb: 'Slett innsendte skjemaer, kontoer, ordre, kopier av e-post og logger som er knyttet til personen, også hos underleverandører. Bruk ingenting av det til egen markedsføring.',
      en: 'Delete form submissions, accounts, orders, copies of e-mail and logs tied to the person, at sub-processors too. Use none of it for marketing of your own.',
    },
    purposes: ['web_function', 'rights_handling'],
    essential: ['rights_handling'],
    location: 'SE',
    holds: 'transferred',
    knownBy: ['person.email'],
    fields: { 'person.email': 'sier hvem en sletting gjelder i skjemaer sendt gjennom nettstedet' },
    email: 'integritet@unitedprofile.example',
    confirms:
      'Ingenting fra skjemaene blir liggende lenger enn 24 timer etter at vi har fått det, brukes av dem selv eller deles i nettverket.',
  },
  {
    id: mailServer.id,
    name: 'Bitpro AS (e-post)',
    role: 'processor',
    does: { nb: 'sender e-posten vår: adressen og brevet', en: 'sends our e-mail: the address and the letter' },
    asks: {
      nb: 'Slett adressen i kø og logg, og kopier av brev.',
      en: 'Delete the address in queues and logs, and copies of letters.',
    },
    purposes: [...owed, 'marketing', 'survey'],
    essential: owed,
    location: 'NO',
    holds: 'transferred',
    knownBy: ['person.email'],
    fields: {
      'mail.to_address': 'sier hvor brevet skal',
      'mail.subject': 'er brevet',
      'mail.body': 'er brevet',
      'mail.attachment': 'er brevet',
      'person.email': 'sier hvem en sletting gjelder i kø og logg',
    },
    email: 'personvern@bitpro.example',
    cannotFollow: 'brev som er levert, kan ikke rettes i ettertid',
  },
  {
    id: 'best-salg',
    name: 'Best Salg',
    role: 'own_module',
    does: {
      nb: 'er vårt eget kunderegister i dette systemet; ingen utenfor huset får noe gjennom det',
      en: 'is our own customer register in this system; nobody outside the house gets anything through it',
    },
    purposes: [],
    essential: [],
    location: 'NO',
    holds: 'nobody',
    knownBy: [],
    fields: {},
    email: null,
  },
]

/**
 * Fills an empty register with the sample merchant's suppliers, their agreements and last year's review. `since` is before
 * anything was sent; `now` decides how old the review is. Does nothing when somebody is registered already.
 */
export function enterFirstRegister<Tables>(owner: Kysely<Tables>, now: Date, since: Date): Promise<void> {
  return owner.transaction().execute(async (tx) => {
    const { rows } = await sql`select 1 from core.recipient limit 1`.execute(tx)
    if (rows.length > 0) return sayWhatIsAsked(tx)
    for (const first of firstRegister) await enter(tx, now, since, first)
    await sql`insert into core.recipient_exemption (recipient, id, data_class, statute, section, holder, rule)
      values ('bdo', ${newId(now)}, 'regnskapsbilag', 'bokføringsloven', '§ 13', 'NTC Gave og Profilering AS', 'R-07')`.execute(
      tx,
    )
  })
}

/** A register from before each had words of its own. */
async function sayWhatIsAsked<Tables>(tx: Kysely<Tables>): Promise<void> {
  for (const { id, name, asks } of firstRegister)
    if (asks)
      await sql`update core.recipient set asks_nb = ${asks.nb}, asks_en = ${asks.en}
        where id = ${id} and name = ${name} and asks_nb is null and asks_en is null`.execute(tx)
}

async function enter<Tables>(tx: Kysely<Tables>, now: Date, since: Date, first: First): Promise<void> {
  const {
    id,
    name,
    role,
    does,
    asks,
    purposes,
    essential,
    location,
    holds,
    knownBy,
    fields,
    email,
    cannotFollow = null,
    confirms,
  } = first
  await sql`insert into core.recipient (id, name, role, does_nb, does_en, asks_nb, asks_en, purposes, essential, ground, location, holds, known_by, cannot_follow,
      reached_by, mailbox, announced_at, active_at)
    values (${id}, ${name}, ${role}, ${does.nb}, ${does.en}, ${asks?.nb ?? null}, ${asks?.en ?? null}, ${[...purposes]}, ${[...essential]}, 'GDPR art. 28', ${location}, ${holds}, ${[...knownBy]},
      ${cannotFollow}, ${email === null ? 'nothing' : 'email'}, ${email}, ${since}, ${since})`.execute(tx)
  for (const [field, reason] of Object.entries(fields)) {
    await sql`insert into core.recipient_field values (${id}, ${field}, ${reason})`.execute(tx)
  }
  if (role !== 'processor') return
  const document = `Databehandleravtale ${name}`
  await sql`insert into core.recipient_agreement (recipient, id, document_name, document_hash, covers, breach_notice_hours, signed_on)
    values (${id}, ${newId(now)}, ${document}, ${createHash('sha256').update(document).digest('hex')}, ${[...'abcdefgh']}, 24, ${since})`.execute(
    tx,
  )
  await sql`insert into core.recipient_review (recipient, id, reviewed_on, next_on, found, staff_user_id)
    values (${id}, ${newId(now)}, ${now}::timestamptz::date - 60, (${now}::timestamptz::date - 60 + interval '1 year')::date, 'Som avtalt: sikkerhet, underleverandører, hendelser og sted.',
      'sample-privacy-officer')`.execute(tx)
  if (confirms === undefined) return
  await sql`insert into core.recipient_confirmation (recipient, id, confirms, document_name, confirmed_on, staff_user_id)
    values (${id}, ${newId(now)}, ${confirms}, ${`Bekreftelse fra ${name}`}, ${now}::timestamptz::date - 60, 'sample-privacy-officer')`.execute(
    tx,
  )
}
