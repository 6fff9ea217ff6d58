import { type QueryExecutorProvider, sql } from 'kysely'
import { witness } from '#evidence'
import { typedEmail, typedPhone } from '#http'
import { alsoAsPerson, orLeftAlone, type For, type Subject } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { noteFormer, tellAll } from '#rights'
import { explained, type ContactField } from './contact-fields.ts'
import { replaceProvenance, type Origin } from './provenance.ts'
import { screenFields, type Unlawful } from './screen-fields.ts'

export type Change = Subject & {
  readonly field: ContactField
  /** Blank empties the field. */
  readonly value: string
  /** The version that was on the screen; somebody else's change in the meantime is not overwritten. */
  readonly version: number
  readonly origin: Origin
}

/** Administering, or the person's own claim under art. 16: both may change these columns, so the statements name no handle's types. */
type Correcting = QueryExecutorProvider

export type NotChanged = Refusal<
  'is required' | 'too long' | 'not an e-mail address' | 'not a phone number' | 'changed meanwhile' | 'left alone' | Unlawful
>

/** Corrects one of the eight fields, says where the new value came from, and tells whoever got the old one from us (promises 2.1-a, 2.1-h; art. 19). */
export function changeContact(
  db: For<'administer'>,
  now: Date,
  change: Change,
): Promise<{ readonly version: number } | NotChanged> {
  const { field } = change
  const changed = db.transaction().execute(async (tx) => {
    const answer = await changeContactIn(tx, now, change)
    if (refused(answer)) return answer
    const was = answer.before === null ? {} : { was: answer.before }
    await alsoAsPerson(tx, change, (theirs) => tellAll(theirs, now, change, 'rectification', { field, ...was }))
    return answer
  })
  return orLeftAlone(changed, field)
}

/**
 * The same in the caller's transaction, who may be the person: what they correct themselves is a claim under art. 16. Answers what stood
 * there before, for whoever got that from us knows no other.
 */
export async function changeContactIn(
  tx: Correcting,
  now: Date,
  change: Change,
): Promise<{ readonly version: number; readonly before: string | null } | NotChanged> {
  const no = wrong(change) ?? (await screenFields(tx, now, 'customer card', { [change.field]: change.value }))
  if (no) return no
  const {
    rows: [before],
  } = await sql<Before>`select ${sql.ref(change.field)} as value, first_name, last_name from person
    where account_id = ${change.accountId} and id = ${change.personId}`.execute(tx)
  const changed = await updated(tx, now, change)
  if (!before || !changed) return refuse('changed meanwhile', change.field)
  await noteFormer(tx, now, change, formerOf(change.field, before))
  await replaceProvenance(tx, now, change, change.field, change.origin)
  await correctCompanyToo(tx, change, before.value)
  await witness(tx, now, {
    kind: 'contact corrected',
    subject: change.personId,
    body: { field: change.field, channel: change.origin.channel },
  })
  return { version: changed.version, before: before.value }
}

/** What the person could be found by before, and may stand by in somebody's letter still. */
function formerOf(field: ContactField, { value, first_name, last_name }: Before): Parameters<typeof noteFormer>[3] {
  if (field === 'email' || field === 'phone') return { [field]: value }
  return field === 'first_name' || field === 'last_name' ? { first_name, last_name } : {}
}

type Before = { readonly value: string | null; readonly first_name: string | null; readonly last_name: string | null }

function wrong({ field, value }: Change): NotChanged | undefined {
  if (value.trim() === '') return field === 'email' ? refuse('is required', field) : undefined
  if (value.length > explained[field].longest) return refuse('too long', field)
  if (field === 'email' && !typedEmail.safeParse(value.trim()).success) return refuse('not an e-mail address', field)
  if (field === 'phone' && !typedPhone.safeParse(value).success) return refuse('not a phone number', field)
  return undefined
}

async function updated(tx: Correcting, now: Date, { accountId, personId, field, value, version }: Change) {
  const text = value.trim().normalize('NFC')
  const { rows } = await sql<{ version: number }>`update core.person
    set ${sql.ref(field)} = ${text === '' ? null : text}, version = ${version + 1}, last_active_at = ${now}
    where account_id = ${accountId} and id = ${personId} and version = ${version} returning version`.execute(tx)
  return rows[0]
}

const companyColumns: Partial<Record<ContactField, 'name' | 'company_address' | 'invoice_address'>> = {
  workplace: 'name',
  company_address: 'company_address',
  invoice_address: 'invoice_address',
}

/** The relationship bears a copy of what was registered; where it is still the same, it is corrected along (promise 2.1-h). */
async function correctCompanyToo(
  tx: Correcting,
  { accountId, field, value }: Change,
  before: string | null | undefined,
): Promise<void> {
  const column = companyColumns[field]
  if (column === undefined) return
  const {
    rows: [account],
  } = await sql<{ kind: string; value: string | null }>`select kind, ${sql.ref(column)} as value from account
    where account_id = ${accountId}`.execute(tx)
  if (account?.kind !== 'customer' || account.value !== (before ?? null)) return
  const text = value.trim().normalize('NFC')
  if (text === '' && column === 'name') return
  await sql`update core.account set ${sql.ref(column)} = ${text === '' ? null : text} where account_id = ${accountId}`.execute(tx)
}
