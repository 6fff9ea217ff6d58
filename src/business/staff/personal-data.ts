import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const employed: PersonalColumn = {
  holds: 'staff',
  for: ['security', 'administer'],
  from: 'staff',
  ends: 'R-31',
  says: 'retention.staff-access-ends',
}

export const staffData = personalData(
  'core.staff',
  { user_id: key, role: employed, confidentiality_signed_at: employed, left_at: employed },
  {
    scope: 'local',
    read: ['security', 'administer'],
    insert: ['security'],
    update: ['security'],
    delete: ['security'],
    // Access ends at once; who it was stands as long as the look-ups that name them.
    endings: [{ rule: 'R-23', since: 't.left_at' }],
  },
)

export const staffTables = [
  staffData,
  personalData(
    'core.staff_invitation',
    { token_hash: key, role: nobody, invited_at: nobody, expires_at: nobody, used_at: nobody },
    { scope: 'local', read: ['security'], insert: ['security'], update: ['security'], delete: ['security'] },
  ),
]
