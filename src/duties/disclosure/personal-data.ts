import { key, personalData, type PersonalColumn } from '#personal-data'

const readers = ['rights_handling', 'legal_obligation', 'administer', 'security'] as const
const transfer: PersonalColumn = {
  holds: 'transfers',
  for: readers,
  from: 'system',
  ends: 'R-26',
  says: 'processors.every-transfer-is-logged',
}

export const disclosureTables = [
  personalData(
    'core.transfer',
    {
      account_id: key,
      id: key,
      person_id: key,
      recipient: transfer,
      purpose: transfer,
      fields: transfer,
      ground: transfer,
      at: transfer,
    },
    {
      scope: 'account',
      read: readers,
      insert: 'all',
      update: ['rights_handling'],
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'detach',
      since: 't.at',
    },
  ),
]
