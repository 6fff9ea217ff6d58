import type { For } from '#purposes'

/** Where reminders about people's rights go: to whoever of us answers for them, and to the host where nobody does. */
export async function privacyAddresses(db: For<'security'>): Promise<string[]> {
  const staff = await db
    .selectFrom('staff as s')
    .innerJoin('auth.user as u', 'u.id', 's.user_id')
    .select(['s.role', 'u.email'])
    .where('s.left_at', 'is', null)
    .where('s.role', 'in', ['privacy_officer', 'host'])
    .execute()
  const officers = staff.filter(({ role }) => role === 'privacy_officer')
  return (officers.length > 0 ? officers : staff).map(({ email }) => email)
}
