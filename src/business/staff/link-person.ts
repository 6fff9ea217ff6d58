import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/** The person with that address; where several have it, the newest. */
export async function personWithAddress(
  db: For<'administer'>,
  email: string,
): Promise<(Subject & { readonly language: 'nb' | 'en' }) | undefined> {
  const found = await db
    .selectFrom('person')
    .select(['account_id', 'id', 'language'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('left_on', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && { accountId: found.account_id, personId: found.id, language: found.language === 'en' ? 'en' : 'nb' }
}

/** A user is one person in one relationship; the first sign-in decides which. */
export async function linkPerson(
  db: For<'security'>,
  now: Date,
  userId: string,
  { accountId, personId }: Subject,
): Promise<void> {
  await db
    .insertInto('core.portal_login')
    .values({ user_id: userId, account_id: accountId, person_id: personId, linked_at: now })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute()
}
