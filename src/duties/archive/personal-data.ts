import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const opened: PersonalColumn = {
  holds: 'lookups',
  for: ['legal_obligation', 'rights_handling'],
  from: 'system',
  ends: 'R-23',
  says: 'inquiries.the-archive-is-locked',
}

export const archiveTables = [
  personalData(
    'core.archive_opening',
    {
      account_id: key,
      id: key,
      person_id: key,
      case_number: opened,
      reason: opened,
      opened_by: { ...opened, holds: 'staff', for: ['legal_obligation'] },
      opened_role: opened,
      at: nobody,
    },
    {
      scope: 'account',
      read: ['legal_obligation', 'claims_archive', 'rights_handling'],
      insert: ['legal_obligation'],
      delete: ['legal_obligation', 'rights_handling'],
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      since: 't.at',
    },
  ),
]
