import { sql } from 'kysely'
import { witness } from '#evidence'
import { typedEmail } from '#http'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { organisationFormNames, treatedAsPerson } from './organisation-form.ts'
import { readOrganisationNumber } from './organisation-number.ts'
import { replaceProvenance, type Origin } from './provenance.ts'
import { screenFields, type Unlawful } from './screen-fields.ts'

/** What stands on an invoice, as typed; a blank empties the field. */
export type Company = {
  readonly name: string
  readonly organisation_number: string
  readonly organisation_form: string
  readonly company_address: string
  readonly invoice_address: string
  readonly invoice_email: string
  readonly payment_days: number
}

type CompanyChange = {
  readonly accountId: string
  readonly company: Company
  /** What was on the screen (`seenCompany`); somebody else's change in the meantime is not overwritten. */
  readonly seen: string
  readonly origin: Origin
}

export type NotChanged = Refusal<
  | 'not nine digits'
  | 'wrong check digit'
  | 'no such form'
  | 'not an e-mail address'
  | 'not a number of days'
  | 'too long'
  | 'changed meanwhile'
  | 'no such customer'
  | Unlawful
>

type Row = { readonly [Column in Exclude<keyof Company, 'payment_days'>]: string | null } & { readonly payment_days: number }

/** Corrects what invoices are made out to. Those that are issued stay as they are (promise 2.1-h); a sole proprietor's data get a source (2.1-f). */
export async function changeCompany(
  db: For<'administer'>,
  now: Date,
  change: CompanyChange,
): Promise<{ readonly changed: readonly string[] } | NotChanged> {
  const { payment_days: _, ...texts } = change.company
  const row = (await screenFields(db, now, 'company card', texts)) ?? read(change.company)
  if (refused(row)) return row

  return db.transaction().execute(async (tx) => {
    await sql`select 1 from core.account where account_id = ${change.accountId} for update`.execute(tx)
    const before = await tx.selectFrom('account').select(columns).where('account_id', '=', change.accountId).executeTakeFirst()
    if (!before) return refuse('no such customer')
    if (seenCompany(before) !== change.seen) return refuse('changed meanwhile', 'name')
    const changed = columns.filter((column) => before[column] !== row[column])
    if (changed.length === 0) return { changed }
    await tx.updateTable('core.account').set(row).where('account_id', '=', change.accountId).execute()
    if (treatedAsPerson(row.organisation_form)) await nameSource(tx, now, change, changed)
    await witness(tx, now, { kind: 'company corrected', body: { account: change.accountId, fields: changed } })
    return { changed }
  })
}

const columns = [
  'name',
  'organisation_number',
  'organisation_form',
  'company_address',
  'invoice_address',
  'invoice_email',
  'payment_days',
] as const

/** What was on the screen, in one word; the same row gives the same word. */
export function seenCompany(row: Row): string {
  return JSON.stringify(columns.map((column) => row[column]))
}

function read(company: Company): Row | NotChanged {
  const { name, organisation_number, organisation_form, company_address, invoice_address, invoice_email, payment_days } = company
  const number = organisation_number.trim() === '' ? null : readOrganisationNumber(organisation_number)
  if (refused(number)) return refuse(number.refused as 'not nine digits' | 'wrong check digit', 'organisation_number')
  if (organisation_form !== '' && !(organisationFormNames as readonly string[]).includes(organisation_form))
    return refuse('no such form', 'organisation_form')
  if (invoice_email.trim() !== '' && !typedEmail.safeParse(invoice_email.trim()).success)
    return refuse('not an e-mail address', 'invoice_email')
  if (!Number.isInteger(payment_days) || payment_days < 0 || payment_days > 90)
    return refuse('not a number of days', 'payment_days')
  const long = Object.entries({ name, company_address, invoice_address, invoice_email }).find(([, text]) => text.length > 500)
  if (long) return refuse('too long', long[0])
  return {
    name: given(name),
    organisation_number: number,
    organisation_form: given(organisation_form),
    company_address: given(company_address),
    invoice_address: given(invoice_address),
    invoice_email: given(invoice_email),
    payment_days,
  }
}

function given(text: string): string | null {
  const tidy = text.trim().normalize('NFC')
  return tidy === '' ? null : tidy
}

async function nameSource(
  tx: For<'administer'>,
  now: Date,
  { accountId, origin }: CompanyChange,
  changed: readonly string[],
): Promise<void> {
  const owner = await tx
    .selectFrom('person')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .executeTakeFirst()
  if (!owner || !changed.includes('organisation_number')) return
  await replaceProvenance(tx, now, { accountId, personId: owner.id }, 'organisation_number', origin)
}
