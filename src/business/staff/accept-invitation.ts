import { hashPassword } from '#auth'
import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { hashOf } from './invite-staff.ts'

type Newcomer = { readonly name: string; readonly email: string; readonly password: string }

/**
 * Makes the newcomer a member of staff: account, password, role and signed declaration, and the link is spent, all or
 * nothing. Of two who use the link at once, one gets in. The second factor comes next; until then no desk page opens.
 */
export async function acceptInvitation(
  db: For<'security'>,
  now: Date,
  token: string,
  { name, email, password }: Newcomer,
): Promise<{ readonly userId: string } | Refusal<'invitation is spent' | 'address is taken'>> {
  const hash = await hashPassword(password)
  return db.transaction().execute(async (tx) => {
    const spent = await tx
      .updateTable('core.staff_invitation')
      .set({ used_at: now })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('role')
      .executeTakeFirst()
    if (!spent) return refuse('invitation is spent')

    const userId = newId(now)
    const user = await tx
      .insertInto('auth.user')
      .values({
        id: userId,
        name,
        email: email.toLowerCase(),
        emailVerified: true,
        createdAt: now,
        updatedAt: now,
        twoFactorEnabled: false,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!user) {
      await tx.updateTable('core.staff_invitation').set({ used_at: null }).where('token_hash', '=', hashOf(token)).execute()
      return refuse('address is taken', 'email')
    }
    await tx
      .insertInto('auth.account')
      .values({
        id: newId(now),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: hash,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await tx
      .insertInto('core.staff')
      .values({ user_id: userId, role: spent.role, confidentiality_signed_at: now, left_at: null })
      .execute()
    await witness(tx, now, { kind: 'confidentiality declared', body: { staff: userId, role: spent.role } })
    return { userId }
  })
}
