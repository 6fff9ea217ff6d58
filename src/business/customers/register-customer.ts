import { sql } from 'kysely'
import { witness } from '#evidence'
import type { Language } from '#languages'
import { mayWriteTo, sendLater } from '#mail'
import { controller } from '#merchant'
import { nextNumber } from '#numbering'
import type { For } from '#purposes'
import { refused, type Refusal } from '#refusal'
import type { Contact } from './contact-fields.ts'
import { alreadyRegistered } from './mails/already-registered.ts'
import { registered } from './mails/registered.ts'
import { openRelationship } from './open-relationship.ts'
import { registeredAt } from './registered-at.ts'
import type { OrganisationForm } from './organisation-form.ts'
import { readOrganisationNumber } from './organisation-number.ts'
import { screenFields, type Unlawful } from './screen-fields.ts'

export type Registration = {
  readonly contact: Contact & {
    readonly first_name: string
    readonly last_name: string
    readonly email: string
    readonly workplace: string
  }
  /** As typed; blank when the customer has none at hand. */
  readonly organisationNumber: string
  readonly organisationForm?: OrganisationForm | undefined
  readonly language: Language
  /** Our own address, for the links in the letter. */
  readonly website: string
}

export type Registered = { readonly welcome: true }
export type NotRegistered = Refusal<'not nine digits' | 'wrong check digit' | Unlawful>

/**
 * A new customer with one contact person, at once; no consent of any kind comes of it (promises 2.1-d, 0-i). The answer is
 * the same when the address is registered already, so nobody learns who our customers are: its owner gets a letter instead.
 */
export async function registerCustomer(
  db: For<'deliver'>,
  now: Date,
  registration: Registration,
): Promise<Registered | NotRegistered> {
  const { organisationNumber: typed, contact } = registration
  const organisationNumber = typed.trim() === '' ? undefined : readOrganisationNumber(typed)
  const unlawful = await screenFields(db, now, 'register', { ...contact, organisationNumber: typed })
  if (unlawful) return unlawful
  if (refused(organisationNumber)) return organisationNumber

  return db.transaction().execute(async (tx) => {
    await oneAtATime(tx, contact.email)
    const [known] = await registeredAt(tx, contact.email)
    const merchant = await controller(tx)
    // Silently, because only whoever is registered is refused a letter: the answer must not tell.
    if (known) {
      if (await mayWriteTo(tx, now, known.email, allowance))
        await sendLater(tx, now, alreadyRegistered(merchant, { ...known, website: registration.website }))
      return { welcome: true }
    }
    const subject = await openCustomer(tx, now, registration, organisationNumber)
    await sendLater(tx, now, registered(merchant, { ...subject, ...registration }))
    await witness(tx, now, { kind: 'customer registered', subject: subject.personId, body: { account: subject.accountId } })
    return { welcome: true }
  })
}

// A stranger may type somebody else's address as often as they like; its owner gets these and no more.
const allowance = { kinds: ['customer registered', 'already registered'], perHour: 3 } as const

async function openCustomer(
  tx: For<'deliver'>,
  now: Date,
  { contact, organisationForm, language }: Registration,
  organisationNumber?: string,
) {
  return openRelationship(tx, now, {
    kind: 'customer',
    contact,
    language,
    origin: { source: 'self_registration', channel: 'web', actor: 'person' },
    form: 'register',
    company: { customerNumber: await nextNumber(tx, 'customer'), name: contact.workplace, organisationNumber, organisationForm },
  })
}

// Two clicks on the button must not become two customers.
async function oneAtATime(tx: For<'deliver'>, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register ${email.toLowerCase()}`}, 0))`.execute(tx)
}
