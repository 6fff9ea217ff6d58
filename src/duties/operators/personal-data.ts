import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const operator: PersonalColumn = {
  holds: 'staff',
  for: ['legal_obligation'],
  from: 'system',
  ends: 'R-23',
  says: 'processors.bitpro-hosts',
}

export const operatorTables = [
  personalData(
    'core.operator_visit',
    {
      id: key,
      how: nobody,
      what: nobody,
      who: operator,
      from_address: operator,
      session: nobody,
      began_at: nobody,
      ended_at: nobody,
      reason: { ...operator, from: 'staff' },
      reason_at: nobody,
      reason_by: { ...operator, from: 'staff' },
    },
    {
      scope: 'local',
      read: ['legal_obligation'],
      update: ['legal_obligation'],
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-23', since: 't.began_at' }],
    },
  ),
]
