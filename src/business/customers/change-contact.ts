import { witness } from '#evidence'
import type { For, Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { noteFormer } from '#rights'
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

export type NotChanged = Refusal<'is required' | 'too long' | 'not an e-mail address' | 'changed meanwhile' | Unlawful>

/** Corrects one of the eight fields, and says where the new value came from (promises 2.1-a, 2.1-h). */
export async function changeContact(
  db: For<'administer'>,
  now: Date,
  change: Change,
): Promise<{ readonly version: number } | NotChanged> {
  const no = wrong(change) ?? (await screenFields(db, now, 'customer card', { [change.field]: change.value }))
  if (no) return no

  return db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('person')
      .select([change.field, 'first_name', 'last_name'])
      .where('account_id', '=', change.accountId)
      .where('id', '=', change.personId)
      .executeTakeFirst()
    const changed = before && (await updated(tx, now, change))
    if (!changed) return refuse('changed meanwhile', change.field)
    await noteFormer(tx, now, change, formerOf(change.field, before))
    await replaceProvenance(tx, now, change, change.field, change.origin)
    await correctCompanyToo(tx, change, before[change.field])
    await witness(tx, now, {
      kind: 'contact corrected',
      subject: change.personId,
      body: { field: change.field, channel: change.origin.channel },
    })
    return { version: changed.version }
  })
}

/** What the person could be found by before, and may stand by in somebody's letter still. */
function formerOf(field: ContactField, before: Before): Parameters<typeof noteFormer>[3] {
  if (field === 'email' || field === 'phone') return { [field]: before[field] ?? null }
  if (field === 'first_name' || field === 'last_name') return { first_name: before.first_name, last_name: before.last_name }
  return {}
}

type Before = Partial<Record<ContactField, string | null>> & {
  readonly first_name: string | null
  readonly last_name: string | null
}

function wrong({ field, value }: Change): NotChanged | undefined {
  if (value.trim() === '') return field === 'email' ? refuse('is required', field) : undefined
  if (value.length > explained[field].longest) return refuse('too long', field)
  if (field === 'email' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value.trim())) return refuse('not an e-mail address', field)
  return undefined
}

function updated(tx: For<'administer'>, now: Date, { accountId, personId, field, value, version }: Change) {
  const text = value.trim().normalize('NFC')
  return tx
    .updateTable('core.person')
    .set({ [field]: text === '' ? null : text, version: version + 1, last_active_at: now })
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
}

const companyColumns: Partial<Record<ContactField, 'name' | 'company_address' | 'invoice_address'>> = {
  workplace: 'name',
  company_address: 'company_address',
  invoice_address: 'invoice_address',
}

/** The relationship bears a copy of what was registered; where it is still the same, it is corrected along (promise 2.1-h). */
async function correctCompanyToo(
  tx: For<'administer'>,
  { accountId, field, value }: Change,
  before: string | null | undefined,
): Promise<void> {
  const column = companyColumns[field]
  if (column === undefined) return
  const account = await tx.selectFrom('account').select(['kind', column]).where('account_id', '=', accountId).executeTakeFirst()
  if (account?.kind !== 'customer' || account[column] !== (before ?? null)) return
  const text = value.trim().normalize('NFC')
  if (text === '' && column === 'name') return
  await tx
    .updateTable('core.account')
    .set({ [column]: text === '' ? null : text })
    .where('account_id', '=', accountId)
    .execute()
}
