import { sql } from 'kysely'
import type { Language } from '#languages'
import type { For, Subject } from '#purposes'

type RegisteredPerson = Subject & { readonly email: string; readonly language: Language }

/** Whoever registered with that address and has not left. Where several share it, it names none of them. */
export async function registeredAt(tx: For<'deliver'>, email: string): Promise<readonly RegisteredPerson[]> {
  const people = await tx
    .selectFrom('person')
    .select(['account_id', 'id', 'email', 'language'])
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('email')])} = ${email.toLowerCase()}`)
    .where('registered_at', 'is not', null)
    .where('left_on', 'is', null)
    .execute()
  return people.map(({ account_id, id, email: theirs, language }) => ({
    accountId: account_id,
    personId: id,
    email: theirs!,
    language: language === 'en' ? 'en' : 'nb',
  }))
}
