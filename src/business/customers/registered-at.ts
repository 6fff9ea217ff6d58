import { sql } from 'kysely'
import type { Language } from '#languages'
import type { For, Subject } from '#purposes'

export type RegisteredPerson = Subject & { readonly email: string; readonly language: Language }

/** Whoever registered with that address and has not left; nobody where several share it, for then it names none of them. */
export async function registeredAt(tx: For<'deliver'>, email: string): Promise<RegisteredPerson | undefined> {
  const [person, another] = await tx
    .selectFrom('person')
    .select(['account_id', 'id', 'email', 'language'])
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('email')])} = ${email.toLowerCase()}`)
    .where('registered_at', 'is not', null)
    .where('left_on', 'is', null)
    .limit(2)
    .execute()
  if (!person?.email || another) return undefined
  return {
    accountId: person.account_id,
    personId: person.id,
    email: person.email,
    language: person.language === 'en' ? 'en' : 'nb',
  }
}
