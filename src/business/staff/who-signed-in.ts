import type { Role, Who } from '#auth'
import type { For } from '#purposes'

type SignedIn = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly twoFactorEnabled: boolean
}

/**
 * Who a session belongs to. A member of staff counts only with the second factor on, the declaration signed, and still
 * employed; without these they are nobody, never a customer (promises 4-e, 6-c).
 */
export async function whoSignedIn(db: For<'security'>, { userId, name, email, twoFactorEnabled }: SignedIn): Promise<Who> {
  const staff = await db.selectFrom('staff').selectAll().where('user_id', '=', userId).executeTakeFirst()
  if (staff) {
    const admitted = twoFactorEnabled && staff.confidentiality_signed_at !== null && staff.left_at === null
    return admitted ? { kind: 'staff', userId, name, role: staff.role as Role } : { kind: 'nobody' }
  }
  const login = await db
    .selectFrom('portal_login')
    .select(['account_id', 'person_id'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return login ? { kind: 'customer', userId, accountId: login.account_id, personId: login.person_id, email } : { kind: 'nobody' }
}

/** Staff, also those who left: a link in a mail is never enough to sign in as one of them. */
export async function mustUseTwoFactors(db: For<'security'>, userId: string): Promise<boolean> {
  const staff = await db.selectFrom('staff').select('user_id').where('user_id', '=', userId).executeTakeFirst()
  return staff !== undefined
}
