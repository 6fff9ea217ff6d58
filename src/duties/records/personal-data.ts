import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const officer = { read: ['legal_obligation'], insert: ['legal_obligation'] } as const
const staff: PersonalColumn = {
  holds: 'staff',
  for: ['legal_obligation'],
  from: 'staff',
  ends: 'R-32',
  says: 'revisions.the-law-is-watched',
}

export const recordsTables = [
  personalData(
    'core.protocol_snapshot',
    { id: key, taken_at: nobody, content_hash: nobody, content: nobody },
    { scope: 'local', ...officer },
  ),
  personalData(
    'core.rule_review',
    {
      id: key,
      rule: nobody,
      rule_hash: nobody,
      reviewed_at: nobody,
      reviewed_through: nobody,
      statement_changes: nobody,
      answer: nobody,
      staff_user_id: staff,
    },
    { scope: 'local', ...officer, endings: [{ rule: 'R-32', since: 't.reviewed_at' }] },
  ),
  personalData(
    'core.assessment',
    {
      id: key,
      purpose: nobody,
      purpose_hash: nobody,
      signs: nobody,
      needs_dpia: nobody,
      because: nobody,
      assessed_at: nobody,
      staff_user_id: staff,
    },
    { scope: 'local', ...officer, endings: [{ rule: 'R-32', since: 't.assessed_at' }] },
  ),
]
