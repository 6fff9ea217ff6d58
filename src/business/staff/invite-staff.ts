import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '#auth'
import type { For } from '#purposes'

const hour = 3_600_000

/** A link that works once, for three days. We keep its hash; the token itself is only in the link. */
export async function inviteStaff(
  db: For<'security'>,
  now: Date,
  role: Role,
): Promise<{ readonly token: string; readonly path: string }> {
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('core.staff_invitation')
    .values({ token_hash: hashOf(token), role, invited_at: now, expires_at: new Date(now.getTime() + 72 * hour), used_at: null })
    .execute()
  return { token, path: `/desk/velkommen/${token}` }
}

/** The path of a link for the first member of staff, as host; nothing once somebody works here. Earlier unused links stop working. */
export async function firstInvitation(db: For<'security'>, now: Date): Promise<string | undefined> {
  const someone = await db.selectFrom('staff').select('user_id').where('left_at', 'is', null).limit(1).executeTakeFirst()
  if (someone) return undefined
  await db.deleteFrom('core.staff_invitation').where('used_at', 'is', null).execute()
  const { path } = await inviteStaff(db, now, 'host')
  return path
}

/** The invitation behind a token while it can be used: not used, not expired. */
export async function openInvitation(
  db: For<'security'>,
  now: Date,
  token: string,
): Promise<{ readonly role: Role } | undefined> {
  const found = await db
    .selectFrom('staff_invitation')
    .select('role')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return found && { role: found.role as Role }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
