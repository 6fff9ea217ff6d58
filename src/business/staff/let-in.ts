import { isHere, isSeen, type For, type Subject } from '#purposes'
import { noteActivity } from '#relationship'
import { linkPerson, personWithAddress } from './link-person.ts'

type Doors = {
  readonly legal: For<'legal_obligation'>
  readonly administer: For<'administer'>
  readonly security: For<'security'>
}

/**
 * Whoever has just signed in by a link is one person in one relationship; the first sign-in decides which. Their row is held while
 * the two are tied together, so that an erasure sees the tie or the sign-in sees nobody: then it is taken back, session and all.
 */
export async function letIn(
  { legal, administer, security }: Doors,
  now: Date,
  user: { readonly id: string; readonly email: string },
): Promise<Subject | undefined> {
  const person = await personWithAddress(legal, user.email)
  return administer.transaction().execute(async (tx) => {
    if (person && (await isHere(tx, person))) {
      // To let somebody in is no use of their data, but to note when is: whoever is left alone is let in without (section 5.1).
      if (await isSeen(tx, person)) await noteActivity(tx, now, person, 'signed in')
      await linkPerson(security, now, user.id, person)
      return person
    }
    await forget(security, user.id)
    return undefined
  })
}

/** A sign-in that is nobody's; a colleague's, and that of somebody who was tied before, is not ours to take. */
async function forget(db: For<'security'>, userId: string): Promise<void> {
  await db
    .deleteFrom('auth.user')
    .where('id', '=', userId)
    .where('id', 'not in', db.selectFrom('staff').select('user_id'))
    .where('id', 'not in', db.selectFrom('portal_login').select('user_id'))
    .execute()
}
