import type { Role } from '#auth'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'

export type Colleague = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly secondFactor: boolean
  readonly signedAt: Date | null
  readonly leftAt: Date | null
}

/** Everyone who works here or did, by name. */
export async function staffList(db: For<'security'>): Promise<readonly Colleague[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('auth.user', 'auth.user.id', 'staff.user_id')
    .select(['user_id', 'auth.user.name', 'auth.user.email', 'role', 'twoFactorEnabled', 'confidentiality_signed_at', 'left_at'])
    .orderBy('auth.user.name')
    .execute()
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    secondFactor: row.twoFactorEnabled === true,
    signedAt: row.confidentiality_signed_at,
    leftAt: row.left_at,
  }))
}

/** What those who work or worked here are called, by id; whoever is not known any longer has no name. */
export async function namesOfStaff(
  db: For<'security'>,
  userIds: readonly (string | null)[],
): Promise<Readonly<Record<string, string>>> {
  const ids = userIds.filter((id) => id !== null)
  if (ids.length === 0) return {}
  const users = await db.selectFrom('auth.user').select(['id', 'name']).where('id', 'in', ids).execute()
  return Object.fromEntries(users.map(({ id, name }) => [id, name]))
}

/** Ends somebody's access at once: they have left, and every session of theirs is over (promise 4-e: the same day). */
export function letGo(db: For<'security'>, now: Date, userId: string): Promise<undefined | Refusal<'nobody here'>> {
  return db.transaction().execute(async (tx) => {
    const known = await tx.selectFrom('staff').select('user_id').where('user_id', '=', userId).executeTakeFirst()
    if (!known) return refuse('nobody here')
    const here = tx.selectFrom('staff').select('user_id').where('user_id', '=', userId).where('left_at', 'is', null)
    await tx.updateTable('core.staff').set({ left_at: now }).where('user_id', 'in', here).execute()
    await tx.deleteFrom('auth.session').where('userId', '=', userId).execute()
    await witness(tx, now, { kind: 'staff access ended', body: { staff: userId } })
    return undefined
  })
}
