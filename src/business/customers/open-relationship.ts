import { newId } from '#database'
import { currentRevision } from '#consent'
import type { Language } from '#languages'
import type { For, Subject } from '#purposes'
import type { Contact } from './contact-fields.ts'
import { treatedAsPerson } from './organisation-form.ts'
import { recordProvenance, type Origin } from './provenance.ts'

export type Opening = {
  readonly kind: 'inquirer' | 'customer'
  readonly contact: Contact
  readonly language: Language
  readonly origin: Origin
  /** The form the data were typed in; undefined when staff wrote them down and no text was shown (promise 0-h). */
  readonly form?: string
  readonly company?: {
    readonly customerNumber?: bigint
    readonly name?: string | undefined
    readonly organisationNumber?: string | undefined
    readonly organisationForm?: string | undefined
  }
}

/** A new relationship and its first person, where each value came from, and the statement that was shown. */
export async function openRelationship(tx: For<'deliver'>, now: Date, opening: Opening): Promise<Subject> {
  const subject = { accountId: newId(now), personId: newId(now) }
  await insertAccount(tx, now, subject, opening)
  await tx
    .insertInto('core.person')
    .values({
      account_id: subject.accountId,
      id: subject.personId,
      ...opening.contact,
      language: opening.language,
      registered_at: opening.kind === 'customer' ? now : null,
      created_at: now,
      last_active_at: now,
    })
    .execute()
  await recordProvenance(tx, now, subject, given(opening), opening.origin)
  if (opening.form !== undefined) await recordStatementShown(tx, now, subject, opening.form)
  return subject
}

async function insertAccount(
  tx: For<'deliver'>,
  now: Date,
  { accountId }: Subject,
  { kind, company, contact }: Opening,
): Promise<void> {
  await tx
    .insertInto('core.account')
    .values({
      account_id: accountId,
      kind,
      customer_number: company?.customerNumber ?? null,
      name: company?.name ?? null,
      organisation_number: company?.organisationNumber ?? null,
      organisation_form: company?.organisationForm ?? null,
      company_address: kind === 'customer' ? (contact.company_address ?? null) : null,
      invoice_address: kind === 'customer' ? (contact.invoice_address ?? null) : null,
      created_at: now,
      last_active_at: now,
    })
    .execute()
}

/** A sole proprietor's organisation number is the person's own, so it has a source too (promise 2.1-f). */
function given({ contact, company }: Opening): string[] {
  const fields = Object.entries(contact).filter(([, value]) => value !== undefined)
  const own = company?.organisationNumber !== undefined && treatedAsPerson(company.organisationForm)
  return [...fields.map(([field]) => field), ...(own ? ['organisation_number'] : [])]
}

/** Which revision stood at the form when the person typed (promise 0-h). */
export async function recordStatementShown(
  tx: For<'deliver'>,
  now: Date,
  { accountId, personId }: Subject,
  form: string,
): Promise<void> {
  const shown = await currentRevision(tx)
  await tx
    .insertInto('core.statement_shown')
    .values({ account_id: accountId, id: newId(now), person_id: personId, revision: shown, form, at: now })
    .execute()
}
