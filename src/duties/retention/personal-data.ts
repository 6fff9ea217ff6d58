import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const claim: PersonalColumn = {
  holds: 'rights',
  for: ['legal_obligation', 'claims_archive', 'rights_handling'],
  from: 'staff',
  ends: 'R-12',
  says: 'retention.holds-lapse',
}

export const retentionTables = [
  /** What is kept past its time, why, who decided, and when that lapses; the person is told (promise 4-c). */
  personalData(
    'core.hold',
    {
      account_id: key,
      id: key,
      kind: claim,
      reference: claim,
      reason: claim,
      person_id: key,
      item_table: key,
      item_id: key,
      approved_by: { ...claim, holds: 'staff', for: ['legal_obligation'] },
      placed_at: nobody,
      reviewed_at: nobody,
      lapses_on: nobody,
      released_at: nobody,
    },
    {
      scope: 'account',
      read: ['legal_obligation', 'claims_archive', 'rights_handling'],
      insert: ['legal_obligation'],
      update: ['legal_obligation'],
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'keep',
      since: 'coalesce(t.released_at, t.lapses_on::timestamp)',
    },
  ),
]
