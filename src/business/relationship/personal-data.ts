import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const ended: PersonalColumn = {
  holds: 'company',
  for: ['administer', 'deliver', 'legal_obligation', 'rights_handling'],
  from: 'system',
  ends: 'R-02',
  says: 'inquiries.the-relationship-ends',
}

export const relationshipTables = [
  personalData(
    'core.relationship_end',
    {
      account_id: key,
      id: key,
      person_id: key,
      reason: ended,
      channel: ended,
      ended_at: nobody,
      reopened_at: nobody,
      suppliers_told_at: nobody,
    },
    {
      scope: 'account',
      read: ['administer', 'deliver', 'legal_obligation', 'rights_handling'],
      insert: ['administer', 'legal_obligation', 'rights_handling'],
      update: ['administer', 'deliver', 'case_documentation', 'rights_handling'],
      delete: ['legal_obligation', 'rights_handling'],
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      // It says how long the archive may keep anything, so it goes after the archive.
      since: `coalesce(t.reopened_at, t.ended_at + interval '14 days')`,
    },
  ),
]
