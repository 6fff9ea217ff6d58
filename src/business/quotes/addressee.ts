import type { Language } from '#languages'
import type { For } from '#purposes'

export type Addressee = { readonly to: string; readonly name: string; readonly language: Language }

type Whose = { readonly accountId: string; readonly personId: string | null }

/** Who the quote or order is for, and where letters about it go; undefined when no address is known. */
export async function addressee(db: For<'deliver'>, { accountId, personId }: Whose): Promise<Addressee | undefined> {
  const account = await db
    .selectFrom('account')
    .select(['name', 'invoice_email', 'country'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const person = personId
    ? await db
        .selectFrom('person')
        .select(['first_name', 'email', 'language'])
        .where('account_id', '=', accountId)
        .where('id', '=', personId)
        .executeTakeFirst()
    : undefined
  const to = person?.email ?? account?.invoice_email
  if (!to) return undefined
  const language = person ? (person.language as Language) : account?.country === 'NO' ? 'nb' : 'en'
  return { to, name: person?.first_name ?? account?.name ?? '', language }
}
