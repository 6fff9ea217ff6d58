import { nextNumber } from '#numbering'
import type { For } from '#purposes'

/** Whoever orders is a customer, and gets a customer number; nothing else about them changes (promises 0-i, 0-j). */
export async function becomeCustomer(tx: For<'deliver'>, accountId: string, personId: string | null): Promise<void> {
  const account = await tx.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirstOrThrow()
  if (account.customer_number !== null && account.kind !== 'inquirer') return
  const person = personId
    ? await tx.selectFrom('person').selectAll().where('account_id', '=', accountId).where('id', '=', personId).executeTakeFirst()
    : undefined
  await tx
    .updateTable('core.account')
    .set({
      kind: account.kind === 'inquirer' ? 'customer' : account.kind,
      customer_number: account.customer_number ?? (await nextNumber(tx, 'customer')),
      company_address: account.company_address ?? person?.company_address ?? null,
      invoice_address: account.invoice_address ?? person?.invoice_address ?? null,
    })
    .where('account_id', '=', accountId)
    .execute()
}
