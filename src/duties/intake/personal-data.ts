import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const handlers = ['rights_handling', 'legal_obligation'] as const
const held: PersonalColumn = {
  holds: 'rights',
  for: handlers,
  from: 'person',
  ends: 'R-24',
  says: 'inquiries.only-what-is-relevant',
}

export const intakeTables = [
  personalData(
    'core.mail_intake',
    { message_key: key, folder: nobody, became: nobody, received_at: nobody, filed_at: nobody, original_gone_at: nobody },
    {
      scope: 'local',
      read: handlers,
      insert: handlers,
      update: handlers,
      delete: ['legal_obligation'],
    },
  ),
  personalData(
    'core.mail_quarantine',
    { account_id: key, id: key, case_id: key, message_id: key, body: held, reason: nobody, at: nobody },
    {
      scope: 'account',
      read: handlers,
      insert: handlers,
      delete: handlers,
      through: { table: 'core.rights_case', by: 'case_id' },
      stops: false,
      erasure: 'delete',
    },
  ),
  personalData(
    'core.mail_probe',
    { id: key, sent_at: nobody, seen_at: nobody },
    {
      scope: 'local',
      read: handlers,
      insert: ['legal_obligation'],
      update: handlers,
      delete: ['legal_obligation'],
    },
  ),
]
