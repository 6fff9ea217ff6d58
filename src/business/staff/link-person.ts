import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/**
 * The person with that address; where several have it, whoever registered, and of several the newest. Also whoever is restricted, wholly
 * or in that very address: they must get in to use their rights (art. 18(3)), so it is looked up as the law demands and not as we work.
 */
export async function personWithAddress(
  db: For<'legal_obligation'>,
  email: string,
): Promise<(Subject & { readonly language: 'nb' | 'en' }) | undefined> {
  const { rows } = await sql<{ account_id: string; id: string; language: string }>`
    select p.account_id, p.id, p.language from person p
    where (p.account_id, p.id) in (select account_id, id from person where lower(email) = lower(${email})
      union all select account_id, person_id from set_aside where field = 'email' and lower(value) = lower(${email})) and p.left_on is null
    order by p.registered_at is not null desc, p.created_at desc limit 1`.execute(db)
  const [found] = rows
  return found && { accountId: found.account_id, personId: found.id, language: found.language === 'en' ? 'en' : 'nb' }
}

/** A user is one person in one relationship; the first sign-in decides which, and the person may change it (decision 75). */
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
  // Sessions go after ninety days; from this the two years of a sign-in count.
  await db.updateTable('auth.user').set({ updatedAt: now }).where('id', '=', userId).execute()
}

/** They look at another of their own records; whose it is has been found by the mailbox they proved. */
export async function lookAtAnother(
  db: For<'security'>,
  now: Date,
  userId: string,
  { accountId, personId }: Subject,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('core.portal_login').where('user_id', '=', userId).execute()
    await tx
      .insertInto('core.portal_login')
      .values({ user_id: userId, account_id: accountId, person_id: personId, linked_at: now })
      .execute()
  })
}
